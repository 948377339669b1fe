package vn.congdoan.vks.acceptance.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.Finished;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;

/// What clients outside rely on, whatever else may change.
@ExtendWith(SystemUnderTest.class)
@Order(50)
class ContractTest {

    private static final String MEMBERS = "/api/v1/members";

    private final World world;
    private final LocalSystem system;
    private final Union own;
    private final Account officer;

    ContractTest(World world, LocalSystem system) {
        this.world = world;
        this.system = system;
        this.own = world.own();
        this.officer = own.holder("OFFICER");
    }

    @Test
    void a_unit_is_found_by_its_code() {
        JsonNode page = get("/api/v1/units?code=VKSTC", officer);
        assertEquals(1, page.path("items").size());
        assertTrue(page.has("next") && page.path("next").isNull());
        JsonNode unit = page.at("/items/0");
        assertEquals("VKSTC", unit.path("code").asText());
        assertEquals("CENTRAL_UNION", unit.path("kind").asText());
        assertEquals(unit.path("id"), unit.path("unionId"));
        assertTrue(unit.path("name").asText().startsWith("Công đoàn"));
    }

    @Test
    void statistics_count_the_unit_its_union_and_the_sector_on_a_day() {
        Made union = world.emptyUnion();
        Account admin = world.account("statistics-" + Forms.word());
        world.grant(admin, "ADMIN", union.id(), world.caller("ADMIN@central"));
        world.grant(officer, "OFFICER", union.id(), admin);
        Call section = Call.of("POST", "/api/v1/units", Forms.unit("SECTION", union.id()));
        String below = world.gateway()
                .send(section, admin.token())
                .require(201)
                .json()
                .path("id")
                .asText();
        JsonNode empty = statistics(union.id(), "2023-12-31", officer);
        assertTrue(empty.at("/own/femaleRate").isNull());
        assertEquals(0, empty.at("/own/members").asInt());

        own.records().member(Forms.enrolment(union.id()).put("gender", "MALE"));
        own.records().member(Forms.enrolment(below));
        own.records()
                .member(Forms.enrolment(below).put("joinedOn", "2023-07-01").put("placedSince", "2023-07-01"));
        JsonNode june = statistics(union.id(), "2023-06-30", officer);
        requireCount(june.path("own"), 2, 1, 50.0);
        JsonNode year = statistics(union.id(), "2023-12-31", officer);
        assertEquals("2023-12-31", year.path("asOf").asText());
        assertEquals(union.id(), year.at("/unit/id").asText());
        requireCount(year.path("own"), 3, 2, 66.7);
        requireCount(year.path("direct"), 1, 0, 0.0);
        requireCount(year.path("sector"), 3, 2, 66.7);
        assertEquals(below, year.at("/children/0/unit/id").asText());
        assertEquals("SECTION", year.at("/children/0/unit/kind").asText());
        assertEquals(2, year.at("/children/0/members").asInt());
        assertEquals(2, year.at("/children/0/female").asInt());
    }

    @Test
    void the_central_unions_own_count_leaves_the_unions_below_to_the_sector() {
        JsonNode counted = statistics(world.central(), "2023-12-31", world.caller("OFFICER@central"));
        int own = counted.at("/direct/members").asInt();
        int all = own;
        for (JsonNode child : counted.path("children")) {
            boolean union = child.at("/unit/kind").asText().equals("PROVINCIAL_UNION");
            own += union ? 0 : child.path("members").asInt();
            all += child.path("members").asInt();
        }
        assertEquals(own, counted.at("/own/members").asInt());
        assertEquals(all, counted.at("/sector/members").asInt());
    }

    @Test
    void somebody_applies_is_admitted_changes_and_leaves() {
        Answer applied = send(Call.of("POST", MEMBERS, Forms.application(own.group())), officer)
                .require(201);
        assertEquals("APPLIED", applied.json().path("status").asText());
        String path = applied.header("Location").replaceFirst("^https?://[^/]+", "");
        assertEquals(MEMBERS + "/" + applied.json().path("id").asText(), path);

        ObjectNode decision = Json.object();
        decision.set("decision", Forms.decision());
        Call admit = Call.of("POST", path + "/admit", decision).with("If-Match", applied.header("ETag"));
        Answer admitted = send(admit, own.holder("CHAIR")).require(200);
        assertEquals("ACTIVE", admitted.json().path("status").asText());
        assertEquals(
                409,
                send(admit.with("If-Match", admitted.header("ETag")), own.holder("CHAIR"))
                        .status());

        Call patch = Call.of("PATCH", path, Json.object().put("position", "Trưởng phòng"))
                .with("Content-Type", "application/merge-patch+json");
        assertEquals(428, send(patch, officer).status());
        assertEquals(
                412,
                send(patch.with("If-Match", applied.header("ETag")), officer).status());
        Answer patched =
                send(patch.with("If-Match", admitted.header("ETag")), officer).require(200);
        assertEquals("Trưởng phòng", patched.json().path("position").asText());
        assertNotEquals(admitted.header("ETag"), patched.header("ETag"));
        assertEquals(patched.json(), get(path, officer));

        Call end = Call.of("POST", path + "/end", Json.object().put("reason", "RETIRED"))
                .with("If-Match", patched.header("ETag"));
        assertEquals(
                "ENDED", send(end, officer).require(200).json().path("status").asText());
    }

    @Test
    void enrolments_succeed_row_by_row_and_can_be_repeated() {
        ObjectNode good = Forms.enrolment(own.group());
        ObjectNode bad = Forms.enrolment(own.group()).put("citizenId", "12");
        ObjectNode rows = Json.object();
        rows.putArray("items").add(good).add(bad);
        Call call = Call.of("POST", MEMBERS + "/enrolments", rows);
        JsonNode first = send(call, officer).require(200).json().path("items");
        assertEquals("CREATED", first.at("/0/outcome").asText());
        assertEquals("REJECTED", first.at("/1/outcome").asText());
        assertEquals("/citizenId", first.at("/1/errors/0/pointer").asText());
        JsonNode again = send(call, officer).require(200).json().path("items");
        assertEquals("UNCHANGED", again.at("/0/outcome").asText());
        assertEquals(
                "ACTIVE",
                get(MEMBERS + "/" + good.path("id").asText(), officer)
                        .path("status")
                        .asText());
        assertEquals(
                404,
                send(Call.get(MEMBERS + "/" + bad.path("id").asText()), officer).status());
    }

    @Test
    void enrolments_take_a_thousand_rows_and_no_more() {
        ObjectNode rows = Json.object();
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < 1000; row++) {
            ObjectNode form = Forms.enrolment(own.otherSection());
            ids.add(form.path("id").asText());
            rows.withArray("items").add(form);
        }
        JsonNode items = send(Call.of("POST", MEMBERS + "/enrolments", rows), officer)
                .require(200)
                .json()
                .path("items");
        Set<String> created = new HashSet<>();
        items.forEach(item ->
                created.add(item.path("outcome").asText() + item.path("id").asText()));
        assertEquals(Set.copyOf(ids.stream().map(id -> "CREATED" + id).toList()), created);
        rows.withArray("items").add(Forms.enrolment(own.otherSection()));
        Answer refused =
                send(Call.of("POST", MEMBERS + "/enrolments", rows), officer).require(400);
        assertEquals("/items", refused.json().at("/errors/0/pointer").asText());
    }

    @Test
    void creation_under_the_clients_id_can_be_repeated_with_an_equal_body_only() {
        ObjectNode form = Forms.campaign(own.group());
        Call put = Call.of("PUT", "/api/v1/campaigns/" + Forms.id(), form).with("If-None-Match", "*");
        Answer created = send(put, officer).require(201);
        assertEquals(created.json(), send(put, officer).require(200).json());
        Call other = put.withBody(Json.write(form.put("name", "Phong trào khác")));
        assertEquals(412, send(other, officer).status());
    }

    @Test
    void nobody_grants_a_role_or_links_a_member_to_themselves() {
        Account admin = own.holder("ADMIN");
        Answer grant = send(
                Call.of("POST", "/api/v1/assignments", Forms.assignment(admin.subject(), "OFFICER", own.id())), admin);
        assertEquals("self-grant", grant.require(403).code());
        Made member = own.records().member(own.group());
        Answer link = send(
                Call.of(
                        "PUT",
                        MEMBERS + "/" + member.id() + "/account",
                        Json.object().put("subject", admin.subject())),
                admin);
        assertEquals("self-link", link.require(403).code());
    }

    @Test
    void an_ended_assignment_works_no_longer_than_five_seconds_in_any_service() {
        Account somebody = world.account("ended-" + Forms.word());
        Account admin = own.holder("ADMIN");
        Call grant = Call.of("POST", "/api/v1/assignments", Forms.assignment(somebody.subject(), "CHAIR", own.id()));
        Answer granted = send(grant, admin).require(201);
        List<String> lists = List.of("/api/v1/members", "/api/v1/campaigns", "/api/v1/funds");
        lists.forEach(path -> get(path, somebody));
        String path = "/api/v1/assignments/" + granted.json().path("id").asText() + "/end";
        send(Call.of("POST", path, Json.object()).with("If-Match", granted.header("ETag")), admin)
                .require(200);
        long ended = System.nanoTime();
        for (String list : lists) {
            assertTrue(
                    vn.congdoan.vks.local.stack.Waiting.until(
                            () -> send(Call.get(list), somebody).code().equals("no-assignment"),
                            java.time.Duration.ofNanos(ended + 6_000_000_000L - System.nanoTime())),
                    list + " is still shown");
        }
    }

    @Test
    void problems_speak_vietnamese_unless_asked_for_english() {
        Call call = Call.get(MEMBERS + "/" + Forms.id());
        String english = send(call, officer).require(404).json().path("title").asText();
        String vietnamese = send(call.with("Accept-Language", "vi"), officer)
                .json()
                .path("title")
                .asText();
        assertEquals("Not found", english);
        assertNotEquals(english, vietnamese);
        assertEquals(
                vietnamese,
                send(call.with("Accept-Language", "fr"), officer)
                        .json()
                        .path("title")
                        .asText());
    }

    @Test
    void dev_token_prints_a_token_and_nothing_else() {
        Finished finished = system.dev("token", "trunguong.quantri");
        assertTrue(finished.requireSuccess().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n"), finished.output());
        Finished unknown = system.dev("token", "nobody.there");
        assertEquals(1, unknown.exitCode());
        Finished program = system.dev("token", "integrator-demo");
        assertTrue(program.requireSuccess().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+\n"), program.output());
    }

    @Test
    void health_needs_no_token() {
        Answer health = world.gateway().send(Call.get("/q/health/ready"), null).require(200);
        assertEquals("UP", health.json().path("status").asText());
    }

    private static void requireCount(JsonNode count, int members, int female, double rate) {
        assertEquals(members, count.path("members").asInt(), count.toString());
        assertEquals(female, count.path("female").asInt(), count.toString());
        assertEquals(rate, count.path("femaleRate").asDouble(), count.toString());
    }

    private JsonNode statistics(String unit, String day, Account reader) {
        return get("/api/v1/units/" + unit + "/statistics?asOf=" + day, reader);
    }

    private JsonNode get(String path, Account reader) {
        return send(Call.get(path), reader).require(200).json();
    }

    private Answer send(Call call, Account caller) {
        return world.gateway().send(call, caller.token());
    }
}
