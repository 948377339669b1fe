package vn.congdoan.vks.acceptance.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.events.Databases;
import vn.congdoan.vks.acceptance.events.Instance;
import vn.congdoan.vks.acceptance.events.MemberWriters;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// Two whole systems: a province works on its own node, the link to the central node is cut and heals, both are killed.
/// In the end central holds the same record, and nothing that was acknowledged is lost.
@ExtendWith({SystemUnderTest.class, ProvinceUnderTest.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(91)
class ProvincialNodeTest {

    private static final int KILLS = Integer.getInteger("kills", 4);

    private final World world;
    private final LocalSystem central;
    private final Province province;

    ProvincialNodeTest(World world, LocalSystem central, Province province) {
        this.world = world;
        this.central = central;
        this.province = province;
    }

    /// Two writers go on at the central node. What they were told is done is at the node afterwards, and to the
    /// rest it is said that it is not done.
    @Test
    @Order(0)
    void a_union_moves_to_its_own_node_while_its_people_work() {
        Account officer = atCentral(province.officer());
        Account accountant = atCentral(province.accountant());
        String person = made(world.gateway(), "/api/v1/members", Forms.application(province.union()), officer.token());
        String sensitive = "/api/v1/members/" + person + "?purpose=Kiem%20tra";
        JsonNode before = world.gateway()
                .send(Call.get(sensitive), officer.token())
                .require(200)
                .json();
        String fund = made(world.gateway(), "/api/v1/funds", Forms.fund(province.union()), accountant.token());
        MemberWriters writers = new MemberWriters(2, List.of(world.gateway()), officer, province.union());
        Answer refused;
        try (writers) {
            assertTrue(Waiting.until(() -> writers.acknowledged() > 20, Province.PATIENCE), "nobody could enrol");
            province.beginHandOver();
            refused = world.gateway()
                    .send(Call.of("POST", "/api/v1/members", Forms.application(province.union())), officer.token());
            province.awaitMovedIn();
        }
        assertEquals(List.of(), writers.wrong());
        if (refused.status() == 503) {
            assertEquals("records-move", refused.code());
            assertTrue(refused.header("Retry-After").matches("[0-9]+"), refused.toString());
        } else {
            assertEquals("owned-elsewhere", refused.require(409).code());
        }
        province.awaitAgreement();
        Set<String> members =
                new HashSet<>(new Databases(province.node()).rows("membership", "select member_id from member"));
        assertTrue(members.containsAll(writers.ids()), "acknowledged at central, and not at the node");
        // What stays at home has moved: the node opens it with keys of its own, and goes on from there.
        assertEquals(
                before,
                province.api()
                        .send(Call.get(sensitive), province.officer().token())
                        .require(200)
                        .json());
        String member = writers.ids().getFirst();
        province.atWork().revise(member, "0912345678");
        contribute(fund, member, 300_000).require(201);
        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
    }

    private Account atCentral(Account account) {
        return new Account(world.identities(), account.login(), account.subject());
    }

    @Test
    @Order(1)
    void what_a_province_does_is_soon_known_at_the_central_node_in_all_services() {
        province.requireAtHome();
        String member = province.atWork().enrolled(1).getFirst();
        String fund = made(
                "/api/v1/funds",
                Forms.fund(province.union()),
                province.accountant().token());
        contribute(fund, member, 250_000).require(201);
        made(
                "/api/v1/campaigns",
                Forms.campaign(province.union()),
                province.officer().token());
        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
        // Central's own services learn of it from central's own Kafka.
        assertTrue(Waiting.until(
                () -> new Databases(central)
                        .rows("welfare", "select member_id from directory_member")
                        .contains(member),
                Province.PATIENCE));
    }

    @Test
    @Order(2)
    void the_central_node_does_not_write_what_a_province_owns_and_says_who_does() {
        province.requireAtHome();
        String officer = world.identities().token(province.officer().login());
        Answer refused = world.gateway()
                .send(Call.of("POST", "/api/v1/members", Forms.application(province.union())), officer)
                .require(409);
        assertEquals("owned-elsewhere", refused.code());
        assertTrue(refused.json().path("detail").asText().contains("qng"), refused.body());
    }

    @Test
    @Order(3)
    void work_goes_on_at_both_ends_while_the_link_is_cut_and_meets_afterwards() {
        province.requireAtHome();
        province.link("cut");
        List<String> enrolled = province.atWork().enrolled(50);
        String root = world.demo(DemoLogins.TRUNGUONG_QUANTRI).token();
        String union = made(world.gateway(), "/api/v1/units", Forms.unit("PROVINCIAL_UNION", world.central()), root);
        assertFalse(province.differences().isEmpty());
        province.link("heal");
        province.awaitAgreement();
        assertTrue(membersAtCentral().containsAll(enrolled));
        assertTrue(Waiting.until(
                () -> new Databases(province.node())
                        .rows("membership", "select unit_id from unit")
                        .contains(union),
                Province.PATIENCE));
    }

    @Test
    @Order(4)
    void nothing_acknowledged_is_lost_while_both_ends_are_killed_over_a_bad_link() {
        province.requireAtHome();
        province.link("drop", "2");
        Random random = new Random(20261122);
        List<String> parts = List.of("membership", "gateway", "welfare");
        MemberWriters writers = new MemberWriters(2, List.of(province.api()), province.officer(), province.union());
        try (writers) {
            for (int kill = 0; kill < KILLS; kill++) {
                int before = writers.acknowledged();
                assertTrue(
                        Waiting.until(() -> writers.acknowledged() > before, Province.PATIENCE),
                        "nobody could enrol anybody");
                LocalSystem system = kill % 2 == 0 ? province.node() : central;
                String part = parts.get(random.nextInt(parts.size()));
                Instance.signal(Instance.pid(system, part), "KILL");
                system.dev("up", "--built", part).requireSuccess();
            }
        }
        assertEquals(List.of(), writers.wrong());
        province.link("heal");
        province.awaitAgreement();
        assertTrue(membersAtCentral().containsAll(writers.ids()));
        assertEquals(List.of(), province.setAside());
    }

    @Test
    @Order(5)
    void both_ends_hold_the_same_and_what_is_damaged_at_central_is_found_and_healed() {
        province.requireAtHome();
        province.awaitEqualDigests();
        String member = new Databases(central).one("membership", """
                        select aggregate_id from replica
                        where sender = 'qng' and aggregate_type = 'member' and position > 0 limit 1
                        """);
        damage(member);
        assertFalse(province.differences().isEmpty());

        JsonNode found = province.compared("membership");
        assertEquals(1, found.path("differences").asInt(), found.toString());
        assertEquals(member, found.at("/found/0/aggregateId").asText(), found.toString());
        assertEquals("DIFFERENT", found.at("/found/0/difference").asText(), found.toString());
        String root = world.demo(DemoLogins.TRUNGUONG_QUANTRI).token();
        Call there = Call.get(
                "/api/v1/sync/membership/comparisons/" + found.path("id").asText());
        assertEquals(
                found.path("found"),
                world.gateway().send(there, root).require(200).json().path("found"));

        province.awaitAgreement();
        province.awaitEqualDigests();
        assertEquals(0, province.compared("membership").path("differences").asInt());
    }

    /// Central's copy is not what the province wrote, in the log and in the record.
    private void damage(String member) {
        Databases there = new Databases(central);
        assertFalse(there.rows("membership", """
                        with unlocked as materialized (select set_config('vks.retiring', 'on', true))
                        update change set state = jsonb_set(state, '{fullName}', '"Sai Tên"')
                        from unlocked where aggregate_id = '%s' and state is not null returning position
                        """.formatted(member)).isEmpty());
        assertFalse(there.rows(
                        "membership",
                        "update member set full_name = 'Sai Tên' where member_id = '%s' returning member_id"
                                .formatted(member))
                .isEmpty());
    }

    private Answer contribute(String fund, String member, int amount) {
        return province.api()
                .send(
                        Call.of(
                                        "POST",
                                        "/api/v1/contributions",
                                        Forms.contribution(fund, member).put("amount", amount))
                                .with("Idempotency-Key", Forms.id()),
                        province.accountant().token());
    }

    private String made(String path, Object form, String token) {
        return made(province.api(), path, form, token);
    }

    private static String made(Api api, String path, Object form, String token) {
        return api.send(Call.of("POST", path, form).with("Idempotency-Key", Forms.id()), token)
                .require(201)
                .json()
                .path("id")
                .asText();
    }

    private Set<String> membersAtCentral() {
        return new HashSet<>(new Databases(central).rows("membership", "select member_id from member"));
    }
}
