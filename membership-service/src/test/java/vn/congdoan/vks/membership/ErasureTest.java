package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.RunTimeRole;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ErasureTest {

    private static final String PSEUDONYM = "Người đã xóa dữ liệu";
    private static final Map<String, Object> DECISION =
            Map.of("decision", Map.of("number", "12/QĐ-CĐ", "date", "2026-03-02"));

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String chair = code + "-chair";
    private final String holder = code + "-holder";
    private final String name = "Tôn Nữ " + code.toLowerCase(java.util.Locale.ROOT);
    private final String citizenId = "0" + digits(11);
    private final String phone = "09" + digits(8);

    @Inject
    Sql sql;

    @Test
    void nothing_that_tells_who_it_was_is_left_anywhere_in_the_database() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String member = formerMember(union);
        List<String> traces =
                List.of(name, "ton nu " + code, citizenId, phone, "Mộ Đức " + code, "Vụ trưởng " + code, "SO-" + code);
        assertFalse(tablesWith(name).isEmpty(), "the name is nowhere even before");

        erase(member).statusCode(200);

        traces.forEach(trace -> assertEquals(List.of(), tablesWith(trace), trace));
        // Whoever did something is kept in the trail, as an account.
        assertFalse(tablesWith(holder).contains("account_link"), holder);
        assertEquals(0, count("select count(*) from person_key where member_id = ?", member));
    }

    @Test
    void a_pseudonym_and_what_counts_remain() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String member = formerMember(union);
        List<Integer> before = statistics(union);

        erase(member)
                .statusCode(200)
                .body("fullName", startsWith(PSEUDONYM))
                .body("birth", equalTo(Map.of("year", 1985)))
                .body("gender", equalTo("FEMALE"))
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("RETIRED"))
                .body("$", not(hasKey("nativePlace")))
                .body("$", not(hasKey("position")))
                .body("$", not(hasKey("memberNumber")));

        assertEquals(List.of(0, 1, 0), before);
        assertEquals(before, statistics(union));
        String directory = sql.one(
                        "select full_name from directory_member where member_id = ?",
                        row -> row.getString(1),
                        UUID.fromString(member))
                .orElseThrow();
        assertTrue(directory.startsWith(PSEUDONYM), directory);
    }

    @Test
    void whoever_asks_for_a_purpose_is_shown_nothing_and_the_history_names_fields_only() {
        String member = formerMember(Api.union(code, "OFFICER", "CHAIR", "INSPECTOR"));
        erase(member).statusCode(200);

        Api.as(officer)
                .get(path(member) + "?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("fullName", startsWith(PSEUDONYM))
                .body("$", not(hasKey("citizenId")))
                .body("$", not(hasKey("phone")));
        Api.as(officer)
                .get(path(member) + "/history?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("items.kind", contains("ERASED", "ENDED", "REVISED", "ENROLLED"))
                .body("items[0].decision.number", equalTo("12/QĐ-CĐ"))
                .body("items[0].actor.subject", equalTo(chair))
                .body("items[0].changes.field", hasItem("citizenId"))
                .body("items[2].changes.field", contains("position"))
                .body("items[2].changes.withheld", contains(true));
        Api.as(officer)
                .get(path(member) + "/change-requests?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("changes")));
        Api.as(officer)
                .get(path(member) + "/export?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("member.fullName", startsWith(PSEUDONYM));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + member)
                .then()
                .body("items.find { it.action == 'erase' }.actor.subject", equalTo(chair));
    }

    @Test
    void all_who_were_told_of_the_member_are_told_the_pseudonym() {
        String member = formerMember(Api.union(code, "OFFICER", "CHAIR"));
        awaitLogged(member);
        erase(member).statusCode(200);

        List<String> told = sql.list("""
                select aggregate_type || ' ' || happened || ' ' || state from (
                    select aggregate_type, happened, state::text, recorded_at, version from change where aggregate_id = ?
                    union all
                    select aggregate_type, happened, state::text, recorded_at, version from change_pending
                    where aggregate_id = ?) told
                order by aggregate_type desc, version
                """, row -> row.getString(1), UUID.fromString(member), UUID.fromString(member));

        List<String> ofMember =
                told.stream().filter(each -> each.startsWith("member ")).toList();
        assertEquals(
                List.of("enrolled", "revised", "ended", "erased"),
                ofMember.stream().map(each -> each.split(" ", -1)[1]).toList());
        ofMember.forEach(each -> assertTrue(each.contains(PSEUDONYM) && !each.contains(name), each));
        told.stream()
                .filter(each -> each.startsWith("account "))
                .forEach(each -> assertTrue(each.contains("\"erased\"") && !each.contains(holder), each));
    }

    @Test
    void a_repeated_erasure_answers_the_same_and_does_nothing() {
        String member = formerMember(Api.union(code, "OFFICER", "CHAIR"));
        Header key = new Header("Idempotency-Key", UUID.randomUUID().toString());
        String tag = Api.as(chair).get(path(member)).getHeader("ETag");

        String first = Api.as(chair)
                .header(key)
                .header("If-Match", tag)
                .body(DECISION)
                .post(path(member) + "/erase")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String again = Api.as(chair)
                .header(key)
                .header("If-Match", tag)
                .body(DECISION)
                .post(path(member) + "/erase")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String withoutKey = erase(member).statusCode(200).extract().asString();

        assertEquals(first, again);
        assertEquals(first, withoutKey);
        assertEquals(1, count("select count(*) from member_revision where member_id = ? and kind = 'ERASED'", member));
    }

    @Test
    void who_is_a_member_or_waits_to_be_one_is_not_erased_and_nobody_but_the_chair_erases() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String active = Enrolled.by(officer).member(union, name).enrol().getFirst();
        String applicant = Api.create(officer, "/api/v1/members", Api.applicant(union))
                .extract()
                .path("id");

        erase(active).statusCode(409).body("code", equalTo("wrong-status"));
        erase(applicant).statusCode(409).body("code", equalTo("wrong-status"));
        Api.act(officer, path(active), "erase", DECISION).statusCode(403);
        Api.act(code + "-admin", path(active), "erase", DECISION).statusCode(403);
        Api.act(chair, path(active), "erase", Map.of()).statusCode(400);
        Api.as(officer).get(path(active)).then().body("fullName", equalTo(name));
    }

    @Test
    void an_erased_record_does_not_change_any_more() {
        String member = formerMember(Api.union(code, "OFFICER", "CHAIR"));
        erase(member).statusCode(200);

        Api.as(officer)
                .header("If-Match", "*")
                .body(Map.of("phone", "0905123456"))
                .patch(path(member))
                .then()
                .statusCode(409)
                .body("code", equalTo("erased"));
        Api.act(
                        officer,
                        path(member),
                        "corrections",
                        Map.of("on", "2015-01-01", "validFrom", "2014-01-01", "reason", "x"))
                .statusCode(409)
                .body("code", equalTo("erased"));
        Api.as(code + "-admin")
                .header("If-Match", "*")
                .body(Map.of("subject", "somebody-" + code))
                .put(path(member) + "/account")
                .then()
                .statusCode(409)
                .body("code", equalTo("erased"));
        String union = Api.as(officer).get(path(member)).path("unit.id");
        Api.act(officer, path(member), "reapply", Map.of("unitId", union))
                .statusCode(409)
                .body("code", equalTo("erased"));
        Api.create(
                        officer,
                        path(member) + "/dues-exemptions",
                        Map.of(
                                "validFrom",
                                "2015-01-01",
                                "reason",
                                "OTHER",
                                "decision",
                                Map.of("number", "1/QĐ", "date", "2015-01-01")))
                .statusCode(409)
                .body("code", equalTo("erased"));
        Api.as(officer).get("/api/v1/members/change-requests").then().body("items.status", contains("WITHDRAWN"));
        Api.as(officer).get("/api/v1/members/duplicates").then().body("items", empty());
    }

    @Test
    void the_log_is_rewritten_by_an_erasure_only() {
        String member = formerMember(Api.union(code, "OFFICER", "CHAIR"));
        awaitLogged(member);

        String rewriting = "update change set state = '{}' where aggregate_id = ?";
        PersistenceException denied =
                assertThrows(PersistenceException.class, () -> sql.change(rewriting, UUID.fromString(member)));
        assertTrue(String.valueOf(denied.getCause()).contains("permission denied"), denied.toString());
        PersistenceException refused = assertThrows(
                PersistenceException.class, () -> RunTimeRole.superuser().change(rewriting, UUID.fromString(member)));
        assertTrue(String.valueOf(refused.getCause()).contains("append-only"), refused.toString());
    }

    private String formerMember(String union) {
        String member = Enrolled.by(officer)
                .member(
                        union,
                        name,
                        "birth",
                        Map.of("year", 1985, "date", "1985-03-08"),
                        "citizenId",
                        citizenId,
                        "phone",
                        phone,
                        "nativePlace",
                        "Mộ Đức " + code,
                        "position",
                        "Chuyên viên",
                        "memberNumber",
                        "SO-" + code)
                .enrol()
                .getFirst();
        Api.as(code + "-admin")
                .body(Map.of("subject", holder))
                .put(path(member) + "/account")
                .then()
                .statusCode(201);
        Api.create(
                        holder,
                        path(member) + "/change-requests",
                        Map.of("changes", Map.of("phone", "0905000111"), "reason", "Đổi số, " + name))
                .statusCode(201);
        Api.as(officer)
                .header("If-Match", "*")
                .body(Map.of("position", "Vụ trưởng " + code))
                .patch(path(member))
                .then()
                .statusCode(200);
        Api.act(officer, path(member), "end", Map.of("reason", "RETIRED", "effectiveDate", "2022-06-01"))
                .statusCode(200);
        return member;
    }

    private ValidatableResponse erase(String member) {
        return Api.act(chair, path(member), "erase", DECISION);
    }

    private List<Integer> statistics(String union) {
        List<Integer> counts = new ArrayList<>();
        for (String day : List.of("2009-12-31", "2022-05-31", "2022-06-01")) {
            counts.add(Api.as(officer)
                    .get("/api/v1/units/" + union + "/statistics?asOf=" + day)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("own.members"));
        }
        return counts;
    }

    /// The tables of the service that hold the text in any column.
    private List<String> tablesWith(String text) {
        List<String> tables = sql.list("""
                select quote_ident(relname) from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where nspname = current_schema() and relkind in ('r', 'p') and not relispartition
                """, row -> row.getString(1));
        assertTrue(tables.contains("member") && tables.contains("change"), tables.toString());
        return tables.stream()
                .filter(table -> sql.one(
                                        "select count(*) from " + table + " t where strpos(t::text, ?) > 0"
                                                + " or strpos(lower(t::text), lower(?)) > 0",
                                        row -> row.getLong(1),
                                        text,
                                        text)
                                .orElseThrow()
                        > 0)
                .toList();
    }

    private void awaitLogged(String member) {
        while (count("select count(*) from change_pending where aggregate_id = ?", member) > 0) {
            sql.one("select sequence_changes(1000)", row -> row.getInt(1));
        }
    }

    private long count(String statement, String member) {
        return sql.one(statement, row -> row.getLong(1), UUID.fromString(member))
                .orElseThrow();
    }

    private static String digits(int count) {
        String random = new java.math.BigInteger(UUID.randomUUID().toString().replace("-", ""), 16).toString();
        return random.substring(0, count);
    }

    private static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
