package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Carries a comparison of one service's records between both ends: the central node's digests to the own
/// service, which judges, and what differs back. From month to month and page to page, so that it never holds
/// more than one of them.
final class Comparer implements Runnable {

    private static final Logger LOG = Logger.getLogger(Comparer.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);
    /// Central is asked less often than the own service, because every province asks it.
    private static final int LOOKS_UNTIL_CENTRAL = 12;

    private final String service;
    private final String node;
    private final End own;
    private final End central;
    private final ObjectMapper json;
    private final CountDownLatch end = new CountDownLatch(1);
    private int looks;

    Comparer(String service, String node, End own, End central, ObjectMapper json) {
        this.service = service;
        this.node = node;
        this.own = own;
        this.central = central;
        this.json = json;
    }

    void end() {
        end.countDown();
    }

    @Override
    public void run() {
        try {
            Duration pause = LOOK;
            while (!end.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look();
            }
        } catch (InterruptedException interrupted) {
            LOG.debugf("%s is compared no more", service);
        }
    }

    /// @return how long to wait for the next look
    private Duration look() throws InterruptedException {
        try {
            ObjectNode waiting = json.createObjectNode();
            boolean alsoThere = looks++ % LOOKS_UNTIL_CENTRAL == 0;
            waiting.set("comparisons", alsoThere ? askedAtCentral() : json.createArrayNode());
            JsonNode due = own.post("/comparisons/due", waiting).path("comparisons");
            if (!due.isEmpty()) {
                compare(due.get(0).asText());
            }
            return LOOK;
        } catch (IOException | RuntimeException failure) {
            LOG.warnf("%s cannot be compared now: %s", service, failure);
            return AFTER_A_FAILURE;
        }
    }

    /// While central is away, what is asked for here waits as well: there is nobody to compare with.
    private JsonNode askedAtCentral() throws IOException, InterruptedException {
        return central.get("/waiting-comparisons").path("comparisons");
    }

    private void compare(String id) throws IOException, InterruptedException {
        // Before anything is looked at: what changes from here on is under way.
        End.Cursor taken = central.standing().cursor();
        ObjectNode there = json.createObjectNode().put("epoch", taken.epoch());
        there.set("items", central.get("/digests?node=" + node).path("items"));
        JsonNode overview = own.post("/comparisons/" + id + "/begin", there);
        central.post("/waiting-comparisons/" + id + "/begin", json.createObjectNode());
        int found = 0;
        for (JsonNode part : overview.path("parts")) {
            found += compare(id, taken, part);
        }
        ObjectNode ended =
                json.createObjectNode().put("records", overview.path("records").asLong());
        central.post("/waiting-comparisons/" + id + "/end", ended);
        own.post("/comparisons/" + id + "/end", ended);
        LOG.infof("%s: compared, %d records differ", service, found);
    }

    private int compare(String id, End.Cursor taken, JsonNode part) throws IOException, InterruptedException {
        int found = 0;
        String cursor = "";
        @Nullable String after = null;
        do {
            JsonNode page = central.get("/digests/%s/%s?node=%s&limit=200%s"
                    .formatted(part.path("type").asText(), part.path("month").asText(), node, cursor));
            JsonNode records = page.path("items");
            String next = page.path("next").textValue();
            String upTo = next == null ? null : last(records);
            ObjectNode there = json.createObjectNode()
                    .put("epoch", taken.epoch())
                    .put("position", taken.position())
                    .put("after", after)
                    .put("upTo", upTo);
            there.setAll((ObjectNode) part);
            there.set("records", records);
            found += carry(id, own.post("/comparisons/" + id + "/records", there));
            cursor = "&cursor=" + next;
            after = upTo;
        } while (after != null);
        return found;
    }

    private int carry(String id, JsonNode answer) throws IOException, InterruptedException {
        int found = answer.path("differences").size();
        if (found > 0) {
            central.post("/waiting-comparisons/" + id + "/differences", answer);
        }
        return found;
    }

    private static @Nullable String last(JsonNode records) {
        return records.path(records.size() - 1).path("id").textValue();
    }
}
