package vn.congdoan.vks.acceptance.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.stack.HttpCheck;
import vn.congdoan.vks.local.stack.Waiting;

/// The three services as one system: what one knows the others know soon, through Kafka and whatever happens to it.
@ExtendWith(SystemUnderTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(80)
class EventsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int KILLS = Integer.getInteger("kills", 4);

    private final World world;
    private final LocalSystem system;
    private final Union own;
    private final Databases databases;

    EventsTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.own = world.own();
        this.databases = new Databases(system);
    }

    @Test
    @Order(1)
    void a_member_commits_and_contributes_as_soon_as_admitted() {
        String campaign = launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        for (int member = 0; member < 5; member++) {
            String admitted = admitted();
            commit(campaign, admitted).require(201);
            contribute(fund, admitted, 50_000).require(201);
        }
        Answer balance = world.gateway()
                .send(Call.get("/api/v1/funds/" + fund), own.holder("CHAIR").token());
        assertEquals(250_000, balance.require(200).json().path("balance").asLong());
    }

    @Test
    @Order(2)
    void somebody_unknown_or_of_another_union_neither_commits_nor_contributes() {
        String campaign = launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        String stranger =
                world.sibling().records().member(world.sibling().group()).id();
        for (String member : List.of(stranger, UUID.randomUUID().toString())) {
            for (Answer answer : List.of(commit(campaign, member), contribute(fund, member, 1_000))) {
                assertEquals(
                        "unknown-member",
                        answer.require(422).json().at("/errors/0/code").asText());
            }
        }
    }

    @Test
    @Order(3)
    void every_service_comes_to_know_every_record() {
        awaitAgreement();
        assertEquals(List.of(), databases.disorderInLogs());
    }

    @Test
    @Order(4)
    void writes_go_on_without_kafka_and_everything_arrives_afterwards() {
        String campaign = launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        Instance.signal(Instance.pid(system, "kafka"), "KILL");
        List<String> made = new ArrayList<>();
        long began = System.nanoTime();
        while (System.nanoTime() - began < BELIEVED.plusSeconds(3).toNanos()) {
            made.add(admitted());
        }
        for (String service : List.of("membership", "campaign", "welfare")) {
            assertTrue(isReady(service), service + " is healthy without Kafka");
        }
        // Nobody has told for long that the assignments are up to date: membership is asked before money moves.
        contribute(fund, made.getFirst(), 10_000).require(201);
        commit(campaign, made.getLast()).require(201);
        up("kafka");
        awaitAgreement();
        assertEquals(List.of(), databases.disorderInLogs());
        awaitTold();
    }

    @Test
    @Order(5)
    void money_does_not_move_while_nobody_can_say_who_may_move_it() {
        String fund = own.records().fund(own.id()).id();
        own.holder("ACCOUNTANT").token();
        Instance.signal(Instance.pid(system, "kafka"), "KILL");
        Instance.signal(Instance.pid(system, "membership"), "KILL");
        assertTrue(Waiting.until(() -> contribute(fund, null, 1_000).status() == 503, BELIEVED.plusSeconds(15)));
        assertEquals(
                "authority-unavailable",
                contribute(fund, null, 1_000).require(503).code());
        up("kafka", "membership");
        assertTrue(Waiting.until(() -> contribute(fund, null, 1_000).status() == 201, PATIENCE));
    }

    @Test
    @Order(6)
    void kafka_is_told_everything_again_after_it_has_lost_its_data() throws IOException {
        system.dev("down").requireSuccess();
        Path data = system.place().directory().resolve("kafka");
        Directories.delete(data);
        system.up().requireSuccess();
        String after = admitted();
        awaitTold();
        awaitAgreement();
        assertTrue(topic().lastVersions().containsKey(after));
    }

    @Test
    @Order(7)
    void an_ended_assignment_works_no_longer_than_five_seconds() {
        var account = world.account("leaving");
        world.grant(account, "ACCOUNTANT", own.id(), own.holder("ADMIN"));
        String fund = own.records().fund(own.id()).id();
        assertTrue(Waiting.until(
                () -> contribute(fund, null, 1_000, account.token()).status() == 201, PATIENCE));
        Answer list = world.gateway()
                .send(
                        Call.get("/api/v1/assignments?subject=" + account.subject()),
                        own.holder("ADMIN").token());
        String assignment = list.require(200).json().at("/items/0/id").asText();
        world.gateway()
                .send(
                        Call.of("POST", "/api/v1/assignments/" + assignment + "/end", Map.of())
                                .with("If-Match", "*"),
                        own.holder("ADMIN").token())
                .require(200);
        assertTrue(Waiting.until(
                () -> contribute(fund, null, 1_000, account.token()).status() == 403, BELIEVED));
    }

    @Test
    @Order(8)
    void an_answer_under_a_key_survives_a_restart() {
        ObjectNode form = Forms.unit("SECTION", own.id());
        Call call = Call.of("POST", "/api/v1/units", form).with("Idempotency-Key", Forms.id());
        Answer first = world.gateway().send(call, own.holder("ADMIN").token()).require(201);
        Instance.signal(Instance.pid(system, "membership"), "KILL");
        up("membership");
        Answer again = world.gateway().send(call, own.holder("ADMIN").token()).require(201);
        assertEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
    }

    @Test
    @Order(9)
    void two_instances_give_positions_as_one_and_a_held_up_relay_tells_nothing_stale() throws Exception {
        long first = Instance.pid(system, "membership");
        Api membership = new Api("http://127.0.0.1:" + system.place().membershipPort());
        try (Instance second = Instance.beside(system, "membership")) {
            try (MemberWriters writers = new MemberWriters(
                    4, List.of(membership, second.api()), own.holder("OFFICER"), own.otherSection())) {
                awaitMore(writers, 60);
                for (int round = 0; round < 2; round++) {
                    Instance.signal(first, "STOP");
                    try {
                        // Longer than a lease: the other instance takes over.
                        String heldUp = databases.one("membership", "select holder from relay");
                        assertTrue(Waiting.until(
                                () -> writers.acknowledged() > 0
                                        && (!databases
                                                        .one("membership", "select holder from relay")
                                                        .equals(heldUp)
                                                || isTold()),
                                PATIENCE));
                    } finally {
                        Instance.signal(first, "CONT");
                    }
                    awaitMore(writers, 30);
                }
                assertEquals(List.of(), writers.wrong());
            }
            awaitAgreement();
            awaitTold();
        }
        assertEquals(List.of(), databases.disorderInLogs());
    }

    @Test
    @Order(10)
    void services_killed_at_random_under_writes_lose_nothing() throws Exception {
        Random random = new Random(20_221_231);
        List<String> services = List.of("membership", "campaign", "welfare");
        List<String> ids;
        try (MemberWriters writers =
                new MemberWriters(3, List.of(world.gateway()), own.holder("OFFICER"), own.otherSection())) {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitMore(writers, 5 + random.nextInt(40));
                String victim = kill % 2 == 0 ? "membership" : services.get(random.nextInt(services.size()));
                Instance.signal(Instance.pid(system, victim), "KILL");
                up(victim);
            }
            awaitMore(writers, 30);
            ids = writers.ids();
            assertEquals(List.of(), writers.wrong());
        }
        awaitAgreement();
        awaitTold();
        assertEquals(List.of(), databases.disorderInLogs());
        String there = databases.one(
                "campaign",
                "select count(*) from directory_member where member_id in ('" + String.join("','", ids) + "')");
        assertEquals(Integer.toString(ids.size()), there);
    }

    private void awaitMore(MemberWriters writers, int more) {
        int now = writers.acknowledged();
        assertTrue(
                Waiting.until(() -> writers.acknowledged() >= now + more, PATIENCE), () -> "stuck: " + writers.wrong());
    }

    private void awaitAgreement() {
        if (!Waiting.until(() -> databases.differences().isEmpty(), PATIENCE)) {
            assertEquals(List.of(), databases.differences());
        }
    }

    /// Kafka has the latest version of every member.
    private void awaitTold() {
        assertTrue(Waiting.until(this::isTold, PATIENCE), "Kafka has stale or missing states");
    }

    private boolean isTold() {
        Map<String, Long> told = topic().lastVersions();
        return databases.rows("membership", "select member_id, version from member").stream()
                .map(row -> row.split("\\|"))
                .allMatch(row -> Long.valueOf(row[1]).equals(told.get(row[0])));
    }

    private Topic topic() {
        return new Topic("127.0.0.1:" + system.place().kafkaPort(), "vks.membership.member");
    }

    private boolean isReady(String service) {
        int port =
                switch (service) {
                    case "membership" -> system.place().membershipPort();
                    case "campaign" -> system.place().campaignPort();
                    default -> system.place().welfarePort();
                };
        return HttpCheck.answersOk(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    private void up(String... parts) {
        List<String> command = new ArrayList<>(List.of("up", "--built"));
        command.addAll(List.of(parts));
        system.dev(command.toArray(String[]::new)).requireSuccess();
    }

    private String admitted() {
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

    private String launchedCampaign() {
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

    private Answer commit(String campaign, String member) {
        ObjectNode form = Json.object()
                .put("campaignId", campaign)
                .put("memberId", member)
                .put("text", "Học tập và làm theo " + Forms.word());
        return world.gateway()
                .send(
                        Call.of("POST", "/api/v1/commitments", form),
                        own.holder("OFFICER").token());
    }

    private Answer contribute(String fund, @Nullable String member, long amount) {
        return contribute(fund, member, amount, own.holder("ACCOUNTANT").token());
    }

    /// By a member, or by somebody who stays unnamed.
    private Answer contribute(String fund, @Nullable String member, long amount, String token) {
        ObjectNode form = Json.object()
                .put("fundId", fund)
                .put("amount", amount)
                .put("method", "BANK")
                .put("date", Forms.BEGIN);
        ObjectNode donor = form.putObject("donor").put("kind", member == null ? "ANONYMOUS" : "MEMBER");
        if (member != null) {
            donor.put("memberId", member);
        }
        Call call = Call.of("POST", "/api/v1/contributions", form).with("Idempotency-Key", Forms.id());
        return world.gateway().send(call, token);
    }
}
