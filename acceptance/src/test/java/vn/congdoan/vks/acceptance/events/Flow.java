package vn.congdoan.vks.acceptance.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// What tests of events do in the own union, and how they wait until one service knows what another one did.
final class Flow {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final World world;
    private final LocalSystem system;
    private final Union own;
    private final Databases databases;

    Flow(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.own = world.own();
        this.databases = new Databases(system);
    }

    void awaitAgreement() {
        if (!Waiting.until(() -> databases.differences().isEmpty(), PATIENCE)) {
            assertEquals(List.of(), databases.differences());
        }
    }

    /// Kafka has the latest version of every member.
    void awaitTold() {
        assertTrue(Waiting.until(this::isTold, PATIENCE), "Kafka has stale or missing states");
    }

    boolean isTold() {
        Map<String, Long> told = topic().lastVersions();
        return databases.rows("membership", "select member_id, version from member").stream()
                .map(row -> row.split("\\|"))
                .allMatch(row -> Long.valueOf(row[1]).equals(told.get(row[0])));
    }

    Topic topic() {
        return new Topic("127.0.0.1:" + system.place().kafkaPort(), "vks.membership.member");
    }

    String admitted() {
        Made applicant = own.records().applicant(own.group());
        world.gateway()
                .send(
                        Call.of(
                                        "POST",
                                        "/api/v1/members/" + applicant.id() + "/admit",
                                        Json.object().set("decision", Forms.decision()))
                                .with("If-Match", applicant.etag()),
                        own.holder("CHAIR").token())
                .require(200);
        return applicant.id();
    }

    String launchedCampaign() {
        Made draft = own.records().campaign(own.id());
        world.gateway()
                .send(
                        new Call(
                                "POST",
                                "/api/v1/campaigns/" + draft.id() + "/launch",
                                Map.of("If-Match", draft.etag()),
                                null),
                        own.holder("CHAIR").token())
                .require(200);
        return draft.id();
    }

    Answer commit(String campaign, String member) {
        ObjectNode form = Json.object()
                .put("campaignId", campaign)
                .put("memberId", member)
                .put("text", "Học tập và làm theo " + Forms.word());
        return world.gateway()
                .send(
                        Call.of("POST", "/api/v1/commitments", form),
                        own.holder("OFFICER").token());
    }

    Answer contribute(String fund, @Nullable String member, long amount) {
        return contribute(fund, member, amount, own.holder("ACCOUNTANT").token());
    }

    /// By a member, today, or by somebody who stays unnamed.
    Answer contribute(String fund, @Nullable String member, long amount, String token) {
        ObjectNode form = Json.object()
                .put("fundId", fund)
                .put("amount", amount)
                .put("method", "BANK")
                .put(
                        "date",
                        member == null ? Forms.BEGIN : LocalDate.now(VIETNAM).toString());
        ObjectNode donor = form.putObject("donor").put("kind", member == null ? "ANONYMOUS" : "MEMBER");
        if (member != null) {
            donor.put("memberId", member);
        }
        Call call = Call.of("POST", "/api/v1/contributions", form).with("Idempotency-Key", Forms.id());
        return world.gateway().send(call, token);
    }
}
