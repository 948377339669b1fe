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
import java.util.Random;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.stack.HttpCheck;
import vn.congdoan.vks.local.stack.Waiting;

/// The three services as one system while parts of it are killed or held up: nothing is lost, told wrongly or done
/// without a right.
@ExtendWith(SystemUnderTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(81)
class EventsUnderFailureTest {

    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int KILLS = Integer.getInteger("kills", 4);

    private final World world;
    private final LocalSystem system;
    private final Union own;
    private final Databases databases;
    private final Flow flow;

    EventsUnderFailureTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.own = world.own();
        this.databases = new Databases(system);
        this.flow = new Flow(world, system);
    }

    @Test
    @Order(1)
    void writes_go_on_without_kafka_and_everything_arrives_afterwards() {
        String campaign = flow.launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        Instance.signal(Instance.pid(system, "kafka"), "KILL");
        List<String> made = new ArrayList<>();
        long began = System.nanoTime();
        while (System.nanoTime() - began < BELIEVED.plusSeconds(3).toNanos()) {
            made.add(flow.admitted());
        }
        for (String service : List.of("membership", "campaign", "welfare")) {
            assertTrue(isReady(service), service + " is healthy without Kafka");
        }
        // Nobody has told for long that the assignments are up to date: membership is asked before money moves.
        flow.contribute(fund, made.getFirst(), 10_000).require(201);
        flow.commit(campaign, made.getLast()).require(201);
        up("kafka");
        flow.awaitAgreement();
        assertEquals(List.of(), databases.disorderInLogs());
        flow.awaitTold();
    }

    @Test
    @Order(2)
    void money_does_not_move_while_nobody_can_say_who_may_move_it() {
        String fund = own.records().fund(own.id()).id();
        own.holder("ACCOUNTANT").token();
        Instance.signal(Instance.pid(system, "kafka"), "KILL");
        Instance.signal(Instance.pid(system, "membership"), "KILL");
        assertTrue(Waiting.until(() -> flow.contribute(fund, null, 1_000).status() == 503, BELIEVED.plusSeconds(15)));
        assertEquals(
                "authority-unavailable",
                flow.contribute(fund, null, 1_000).require(503).code());
        up("kafka", "membership");
        assertTrue(Waiting.until(() -> flow.contribute(fund, null, 1_000).status() == 201, Flow.PATIENCE));
    }

    @Test
    @Order(3)
    void kafka_is_told_everything_again_after_it_has_lost_its_data() throws IOException {
        system.dev("down").requireSuccess();
        Path data = system.place().directory().resolve("kafka");
        Directories.delete(data);
        system.up().requireSuccess();
        String after = flow.admitted();
        flow.awaitTold();
        flow.awaitAgreement();
        assertTrue(flow.topic().lastVersions().containsKey(after));
    }

    @Test
    @Order(4)
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
    @Order(5)
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
                                                || flow.isTold()),
                                Flow.PATIENCE));
                    } finally {
                        Instance.signal(first, "CONT");
                    }
                    awaitMore(writers, 30);
                }
                assertEquals(List.of(), writers.wrong());
            }
            flow.awaitAgreement();
            flow.awaitTold();
        }
        assertEquals(List.of(), databases.disorderInLogs());
    }

    @Test
    @Order(6)
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
        flow.awaitAgreement();
        flow.awaitTold();
        assertEquals(List.of(), databases.disorderInLogs());
        String there = databases.one(
                "campaign",
                "select count(*) from directory_member where member_id in ('" + String.join("','", ids) + "')");
        assertEquals(Integer.toString(ids.size()), there);
    }

    private void awaitMore(MemberWriters writers, int more) {
        int now = writers.acknowledged();
        assertTrue(
                Waiting.until(() -> writers.acknowledged() >= now + more, Flow.PATIENCE),
                () -> "stuck: " + writers.wrong());
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
}
