package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Carries what stays at home of the records that move to this node, service by service, once central holds them
/// still and this node has taken the log up to there; then tells central that all is here. It cannot read what it
/// carries, and keeps nothing.
final class MovingIn implements Runnable {

    private static final Logger LOG = Logger.getLogger(MovingIn.class);
    private static final String MOVING = "MOVING";
    private static final String PREPARING = "PREPARING";

    private final List<Ends> services;
    private final End registry;
    private final long pauseMillis;
    private final CountDownLatch end = new CountDownLatch(1);

    /// One service at both ends.
    record Ends(String service, End own, End central) {}

    /// @param registry where central keeps its nodes
    MovingIn(List<Ends> services, End registry, long pauseMillis) {
        this.services = List.copyOf(services);
        this.registry = registry;
        this.pauseMillis = pauseMillis;
    }

    void end() {
        end.countDown();
    }

    @Override
    public void run() {
        try {
            do {
                try {
                    if (hasMovedIn()) {
                        return;
                    }
                } catch (IOException | RuntimeException failure) {
                    LOG.warnf("Moving in: next try in %d ms: %s", pauseMillis, failure);
                }
            } while (!end.await(pauseMillis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            LOG.debug("Moving in ended");
        }
    }

    /// Whether there is nothing more to do: the node writes its records.
    private boolean hasMovedIn() throws IOException, InterruptedException {
        JsonNode self = services.getFirst().own().handOver();
        String status = self.path("status").asText(PREPARING);
        if (status.equals(MOVING)) {
            boolean all = true;
            for (Ends each : services) {
                all &= moved(each);
            }
            if (all) {
                registry.takeOver(
                        self.path("node").asText(), self.path("version").asLong());
                LOG.info("All is here that moves, and the central node knows it");
            }
        }
        return !status.equals(MOVING) && !status.equals(PREPARING);
    }

    /// Whether all that moves to a service is here.
    private boolean moved(Ends ends) throws IOException, InterruptedException {
        while (end.getCount() > 0) {
            JsonNode here = ends.own().handOver();
            if (here.path("complete").asBoolean()) {
                return true;
            }
            if (!here.path("status").asText().equals(MOVING)
                    || !hasTheLog(here, ends.central().handOver())) {
                return false;
            }
            ends.own().open(ends.central().letter(here.path("next")));
        }
        return false;
    }

    private static boolean hasTheLog(JsonNode here, JsonNode central) {
        JsonNode cursor = here.path("cursor");
        return central.path("ready").asBoolean()
                && cursor.path("epoch").asInt() == central.path("epoch").asInt()
                && cursor.path("position").asLong() >= central.path("position").asLong();
    }
}
