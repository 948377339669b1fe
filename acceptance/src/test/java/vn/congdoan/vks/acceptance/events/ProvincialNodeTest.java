package vn.congdoan.vks.acceptance.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// Two whole systems: a province works on its own node, the link to the central node is cut and heals, both are killed.
/// In the end central holds the same record, and nothing that was acknowledged is lost.
@ExtendWith(SystemUnderTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(82)
class ProvincialNodeTest {

    private static final int KILLS = Integer.getInteger("kills", 4);

    private static final String NODE = "qng";

    /// How much a province does while it is offline.
    private static final int BACKLOG = Integer.getInteger("backlog", 1_000);

    private static final int MOST_AT_ONCE = 1_000;
    private static final String PHONE = "0912345670";

    private static Province province;

    private final World world;
    private final LocalSystem central;

    ProvincialNodeTest(World world, LocalSystem central) {
        this.world = world;
        this.central = central;
    }

    @BeforeAll
    static void found(World world, LocalSystem central) {
        province = Province.found(world, central, NODE);
    }

    @AfterAll
    static void forget(LocalSystem central) {
        central.node(NODE).dev("reset").requireSuccess();
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
        province.api()
                .send(
                        new Call("PATCH", "/api/v1/members/" + member, Map.of(), null)
                                .with("Content-Type", "application/merge-patch+json")
                                .with("If-Match", "*")
                                .withBody("{\"phone\": \"0912345678\"}"),
                        province.officer().token())
                .require(200);
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
        String member = enrolled(1).getFirst();
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
        String officer = world.identities().token(province.officer().login());
        Answer refused = world.gateway()
                .send(Call.of("POST", "/api/v1/members", Forms.application(province.union())), officer)
                .require(409);
        assertEquals("owned-elsewhere", refused.code());
        assertTrue(refused.json().path("detail").asText().contains(NODE), refused.body());
    }

    @Test
    @Order(3)
    void work_goes_on_at_both_ends_while_the_link_is_cut_and_meets_afterwards() {
        province.link("cut");
        List<String> enrolled = enrolled(50);
        String root = world.identities().token("trunguong.quantri");
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
        String root = world.identities().token("trunguong.quantri");
        Call there = Call.get(
                "/api/v1/sync/membership/comparisons/" + found.path("id").asText());
        assertEquals(
                found.path("found"),
                world.gateway().send(there, root).require(200).json().path("found"));

        province.awaitAgreement();
        province.awaitEqualDigests();
        assertEquals(0, province.compared("membership").path("differences").asInt());
    }

    /// Each way: the request, the answer and the member travel by the feeds, and whoever has the member has everything.
    @Test
    @Order(6)
    void members_go_to_a_union_of_the_other_node_with_everything() {
        Union there = world.own();
        Account centralOfficer = there.holder("OFFICER");
        Account centralChair = there.holder("CHAIR");
        String leaving = withPhone(province.api(), enrolled(1).getFirst(), province.officer());
        Call enrolment = Call.of("POST", "/api/v1/members/enrolments", rowsOf(Forms.enrolment(there.id())));
        String coming = withPhone(
                world.gateway(),
                world.gateway()
                        .send(enrolment, centralOfficer.token())
                        .require(200)
                        .json()
                        .at("/items/0/id")
                        .asText(),
                centralOfficer);

        transferred(
                new End(province.api(), province.officer(), province.chair(), province.union()),
                new End(world.gateway(), centralOfficer, centralChair, there.id()),
                leaving);
        transferred(
                new End(world.gateway(), centralOfficer, centralChair, there.id()),
                new End(province.api(), province.officer(), province.chair(), province.union()),
                coming);

        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
        for (String member : List.of(leaving, coming)) {
            for (LocalSystem each : List.of(central, province.node())) {
                assertEquals(List.of("1"), new Databases(each).rows("membership", """
                                select count(*) from placement
                                where valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date and member_id = '%s'
                                """.formatted(member)));
            }
        }
        Call statistics = Call.get("/api/v1/units/" + province.union() + "/statistics");
        assertEquals(
                members(province.api(), statistics, province.officer()),
                members(world.gateway(), statistics, world.demo(DemoLogins.TRUNGUONG_QUANTRI)));
        assertEquals(0, province.compared("membership").path("differences").asInt());
    }

    /// A union at its node, and who works there.
    private record End(Api api, Account officer, Account chair, String union) {}

    private static void transferred(End from, End to, String member) {
        String path = "/api/v1/transfers/"
                + made(
                        from.api(),
                        "/api/v1/transfers",
                        Forms.transfer(member, to.union()),
                        from.officer().token());
        Call read = Call.get(path);
        assertTrue(
                Waiting.until(() -> to.api().send(read, to.chair().token()).status() == 200, Province.PATIENCE),
                "the request did not arrive");
        Answer introduced = to.api().send(read, to.chair().token()).require(200);
        assertEquals(
                from.api()
                        .send(read, from.officer().token())
                        .require(200)
                        .json()
                        .path("member"),
                introduced.json().path("member"));
        to.api()
                .send(
                        Call.of("POST", path + "/accept", Forms.acceptance(to.union()))
                                .with("If-Match", introduced.header("ETag")),
                        to.chair().token())
                .require(202);
        for (End each : List.of(from, to)) {
            assertTrue(
                    Waiting.until(
                            () -> each.api()
                                    .send(read, each.officer().token())
                                    .json()
                                    .at("/answer/takenAt")
                                    .isTextual(),
                            Province.PATIENCE),
                    "the member did not arrive");
        }
        Call whole = Call.get("/api/v1/members/" + member + "?purpose=Kiem%20tra");
        assertEquals(
                PHONE,
                to.api()
                        .send(whole, to.officer().token())
                        .require(200)
                        .json()
                        .path("phone")
                        .asText());
        from.api().send(whole, from.officer().token()).require(404);
    }

    private static String withPhone(Api api, String member, Account officer) {
        api.send(
                        new Call("PATCH", "/api/v1/members/" + member, Map.of(), null)
                                .with("Content-Type", "application/merge-patch+json")
                                .with("If-Match", "*")
                                .withBody("{\"phone\": \"" + PHONE + "\"}"),
                        officer.token())
                .require(200);
        return member;
    }

    private static int members(Api api, Call statistics, Account reader) {
        return api.send(statistics, reader.token())
                .require(200)
                .json()
                .at("/own/members")
                .asInt();
    }

    /// Offline it goes on working, while another union is put into it, it gets another name, and everybody is
    /// called to a campaign.
    @Test
    @Order(7)
    void a_province_comes_back_with_its_own_changes_after_central_has_reorganized_and_launched_a_campaign() {
        CentralReorganizes decisions = new CentralReorganizes(world);
        Union absorbed = world.own();
        Account officerThere = absorbed.holder("OFFICER");
        Call enrolment = Call.of("POST", "/api/v1/members/enrolments", rowsOf(Forms.enrolment(absorbed.id())));
        String coming = withPhone(
                world.gateway(),
                world.gateway()
                        .send(enrolment, officerThere.token())
                        .require(200)
                        .json()
                        .at("/items/0/id")
                        .asText(),
                officerThere);
        province.awaitAgreement();

        province.link("cut");
        assertEquals(
                "APPLIED",
                decisions
                        .merge(absorbed.id(), province.union())
                        .json()
                        .path("status")
                        .asText());
        String name = "Công đoàn đổi tên " + Forms.word();
        decisions.rename(province.union(), name);
        String campaign = made(
                world.gateway(),
                "/api/v1/campaigns",
                Forms.campaign(world.central()),
                world.demo(DemoLogins.TRUNGUONG_CANBO).token());
        launch(campaign);
        for (int enrolled = 0; enrolled < BACKLOG; enrolled += MOST_AT_ONCE) {
            enrolled(Math.min(MOST_AT_ONCE, BACKLOG - enrolled));
        }

        province.link("heal");
        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
        JsonNode there = province.api()
                .send(
                        Call.get("/api/v1/members/" + coming + "?purpose=Kiem%20tra"),
                        province.officer().token())
                .require(200)
                .json();
        assertEquals(PHONE, there.path("phone").asText());
        assertEquals(province.union(), there.at("/unit/id").asText());
        assertTrue(
                Waiting.until(
                        () -> new Databases(central)
                                .rows(
                                        "membership",
                                        "select member_id from person_key where member_id = '%s'".formatted(coming))
                                .isEmpty(),
                        Province.PATIENCE),
                "central keeps the key of somebody who has gone");
        assertEquals(
                name,
                province.api()
                        .send(
                                Call.get("/api/v1/units/" + province.union()),
                                province.officer().token())
                        .require(200)
                        .json()
                        .path("name")
                        .asText());
        province.api()
                .send(
                        Call.get("/api/v1/campaigns/" + campaign),
                        province.officer().token())
                .require(200);
        province.awaitEqualDigests();
    }

    private void launch(String campaign) {
        Call read = Call.get("/api/v1/campaigns/" + campaign);
        String chair = world.demo(DemoLogins.TRUNGUONG_CHUTICH).token();
        world.gateway()
                .send(
                        Call.of("POST", "/api/v1/campaigns/" + campaign + "/launch", Json.object())
                                .with(
                                        "If-Match",
                                        world.gateway()
                                                .send(read, chair)
                                                .require(200)
                                                .header("ETag")),
                        chair)
                .require(200);
    }

    /// The last of all: the province's union ends.
    @Test
    @Order(8)
    void a_union_with_a_node_goes_into_a_new_one_once_its_node_has_done_its_part() {
        CentralReorganizes decisions = new CentralReorganizes(world);
        String member = withPhone(province.api(), enrolled(1).getFirst(), province.officer());
        province.awaitAgreement();
        List<String> members = new Databases(province.node())
                .rows(
                        "membership",
                        "select member_id from member where owner_union_id = '%s'".formatted(province.union()));

        province.link("cut");
        ObjectNode founded = Forms.unit("PROVINCIAL_UNION", world.central()).put("id", Forms.id());
        founded.remove("validFrom");
        Answer begun = decisions.found(province.union(), founded);
        assertEquals("UNDER_WAY", begun.json().path("status").asText());
        assertEquals(NODE, begun.json().at("/homes/0/node").asText());
        String late = enrolled(1).getFirst();
        province.link("heal");
        JsonNode done = decisions.awaitApplied(begun);

        assertEquals("DONE", done.at("/homes/0/status").asText());
        String successor = founded.path("id").asText();
        List<String> there = new Databases(central)
                .rows("membership", "select member_id from member where owner_union_id = '%s'".formatted(successor));
        assertEquals(members.size() + 1, there.size());
        assertTrue(there.contains(late), "enrolled while central had decided already, and lost");
        assertTrue(
                Waiting.until(
                        () -> new Databases(province.node())
                                .rows("membership", """
                                        select member_id from member join person_key using (member_id)
                                        where owner_union_id = '%s'
                                        """.formatted(successor))
                                .isEmpty(),
                        Province.PATIENCE),
                "the node keeps the keys of those who have gone");
        assertEquals(
                List.of(member),
                new Databases(central)
                        .rows(
                                "membership",
                                "select member_id from person_key where member_id = '%s'".formatted(member)));
        assertEquals(List.of(), province.setAside());
    }

    private static ObjectNode rowsOf(ObjectNode row) {
        ObjectNode rows = Json.object();
        rows.withArray("items").add(row);
        return rows;
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

    private static List<String> enrolled(int count) {
        var rows = Json.object();
        for (int row = 0; row < count; row++) {
            rows.withArray("items").add(Forms.enrolment(province.union()));
        }
        Answer answer = province.api()
                .send(
                        Call.of("POST", "/api/v1/members/enrolments", rows),
                        province.officer().token())
                .require(200);
        List<String> made = answer.json().path("items").findValuesAsText("id");
        assertEquals(count, made.size(), answer.body());
        return made;
    }

    private static Answer contribute(String fund, String member, int amount) {
        return province.api()
                .send(
                        Call.of(
                                        "POST",
                                        "/api/v1/contributions",
                                        Forms.contribution(fund, member).put("amount", amount))
                                .with("Idempotency-Key", Forms.id()),
                        province.accountant().token());
    }

    private static String made(String path, Object form, String token) {
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
