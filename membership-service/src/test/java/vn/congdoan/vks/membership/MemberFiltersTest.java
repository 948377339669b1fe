package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MemberFiltersTest {

    private static final Map<String, Object> IN_THE_PARTY = Map.of("officialOn", "2016-05-19");

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void each_filter_leaves_only_those_who_meet_it() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "An", "gender", "MALE", "category", "WORKER", "joinedOn", "2011-03-01")
                .member(union, "Bình", "gender", "FEMALE", "category", "CADRE", "joinedOn", "2012-03-01")
                .member(union, "Chi", "gender", "FEMALE", "joinedOn", "2013-03-01")
                .enrol();
        Api.create(officer, "/api/v1/members", Api.applicant(union)).statusCode(201);

        assertEquals(List.of("An"), found(officer, union, "gender=MALE"));
        assertEquals(List.of("Bình"), found(officer, union, "category=CADRE"));
        assertEquals(List.of("Nguyễn Thị Ánh"), found(officer, union, "status=APPLIED"));
        assertEquals(List.of("An", "Bình", "Chi"), found(officer, union, "status=ACTIVE"));
        assertEquals(List.of("Bình", "Chi"), found(officer, union, "joinedFrom=2012-03-01"));
        assertEquals(List.of("Chi"), found(officer, union, "joinedFrom=2012-03-02"));
        assertEquals(List.of("An", "Bình"), found(officer, union, "joinedTo=2012-03-01"));
        assertEquals(List.of("An"), found(officer, union, "joinedTo=2012-02-29"));
        assertEquals(List.of("Bình"), found(officer, union, "gender=FEMALE&joinedFrom=2012-01-01&joinedTo=2012-12-31"));
        assertEquals(List.of("Chi"), found(officer, union, "gender=FEMALE&q=chi"));
    }

    @Test
    void an_age_counts_by_the_birthday_and_by_the_year_where_no_more_is_known() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Đúng Ngày", "birth", Map.of("year", 1980, "date", "1980-06-01"))
                .member(union, "Hôm Sau", "birth", Map.of("year", 1980, "date", "1980-06-02"))
                .member(union, "Chỉ Năm", "birth", Map.of("year", 1980))
                .enrol();

        assertEquals(List.of("Chỉ Năm", "Đúng Ngày"), found(officer, union, "asOf=2020-06-01&ageFrom=40"));
        assertEquals(List.of("Hôm Sau"), found(officer, union, "asOf=2020-06-01&ageTo=39"));
        assertEquals(List.of("Hôm Sau"), found(officer, union, "asOf=2020-06-01&ageFrom=39&ageTo=39"));
        assertEquals(
                List.of("Chỉ Năm", "Đúng Ngày", "Hôm Sau"),
                found(officer, union, "asOf=2020-06-02&ageFrom=40&ageTo=40"));
        int age = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh")).getYear() - 1980;
        assertEquals(List.of("Chỉ Năm"), found(officer, union, "q=nam&ageFrom=" + age + "&ageTo=" + age));
    }

    @Test
    void a_union_above_learns_no_birthday_by_asking_for_ages() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Hôm Sau", "birth", Map.of("year", 1980, "date", "1980-06-02"))
                .enrol();

        assertEquals(List.of(), found(officer, union, "asOf=2020-06-01&ageFrom=40"));
        assertEquals(List.of("Hôm Sau"), found(Api.FIRST_ADMIN, union, "asOf=2020-06-01&ageFrom=40"));
        assertEquals(List.of("Hôm Sau"), found(Api.FIRST_ADMIN, union, "asOf=2020-06-02&ageFrom=40"));
    }

    @Test
    void party_membership_is_asked_for_a_purpose_and_the_showing_is_audited() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        List<String> ids = Enrolled.by(officer)
                .member(union, "An", "party", IN_THE_PARTY)
                .member(union, "Bình")
                .enrol();

        Api.as(officer)
                .get("/api/v1/members?party=true&unit=" + union)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("?purpose")));
        assertEquals(List.of("An"), found(officer, union, "party=true&purpose=Lập danh sách"));
        assertEquals(List.of("Bình"), found(officer, union, "party=false&purpose=Lập danh sách"));
        assertEquals(List.of("An"), found(officer, union, "party=true&purpose=Lập danh sách&asOf=2020-01-01"));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + ids.getLast())
                .then()
                .statusCode(200)
                .body("items.findAll { it.action == 'read-sensitive' }", hasSize(1))
                .body("items.find { it.action == 'read-sensitive' }.actor.subject", equalTo(officer))
                .body("items.find { it.action == 'read-sensitive' }.purpose", equalTo("Lập danh sách"));
    }

    @Test
    void who_may_not_read_party_membership_may_not_ask_for_it() {
        String union = Api.union(code, "OFFICER", "INTEGRATOR");
        Enrolled.by(officer).member(union, "An", "party", IN_THE_PARTY).enrol();

        for (String subject : List.of(code + "-admin", code + "-integrator", Api.FIRST_ADMIN)) {
            Api.as(subject)
                    .get("/api/v1/members?party=true&purpose=Xem&unit=" + union)
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    @Test
    void a_list_of_party_members_leaves_out_those_seen_from_above() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer).member(union, "An " + code, "party", IN_THE_PARTY).enrol();
        String above = code + "-central-officer";
        Api.grant(Api.FIRST_ADMIN, above, "OFFICER", Api.central()).statusCode(201);

        assertEquals(1, everywhere(above, "q=" + code).getList("items").size());
        assertEquals(
                0,
                everywhere(above, "q=" + code + "&party=true&purpose=Xem")
                        .getList("items")
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "gender=WOMAN,?gender",
        "category=CHIEF,?category",
        "status=active,?status",
        "party=yes&purpose=Xem,?party",
        "party=true&purpose=x,?purpose",
        "ageFrom=x,?ageFrom",
        "ageFrom=-1,?ageFrom",
        "ageTo=151,?ageTo",
        "ageFrom=40&ageTo=39,?ageTo",
        "joinedFrom=1/1/2020,?joinedFrom",
        "joinedTo=2020-02-30,?joinedTo",
        "joinedFrom=2020-01-02&joinedTo=2020-01-01,?joinedTo",
        "asOf=hôm nay,?asOf",
        "asOf=,?asOf"
    })
    void a_filter_that_cannot_be_read_is_refused_by_its_name(String query, String pointer) {
        Api.union(code, "OFFICER");

        Api.as(officer)
                .get("/api/v1/members?" + (query.startsWith("&") ? query.substring(1) : query))
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void a_list_as_of_a_day_shows_who_was_counted_there_then() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String before = Api.section(code + "-admin", union, code + "-1");
        String after = Api.section(code + "-admin", union, code + "-2");
        String moved = Enrolled.by(officer).member(before, "An").enrol().getFirst();
        String left = Enrolled.by(officer).member(before, "Bình").enrol().getFirst();
        end(left, "2020-01-01");
        move(moved, after, "2021-07-01");

        assertEquals(List.of(), found(officer, before, "asOf=2009-12-31"));
        assertEquals(List.of("An", "Bình"), found(officer, before, "asOf=2019-12-31"));
        assertEquals(List.of("An"), found(officer, before, "asOf=2020-01-01"));
        assertEquals(List.of(), found(officer, before, "asOf=2021-07-01"));
        assertEquals(List.of("An"), found(officer, after, "asOf=2021-07-01"));
        assertEquals(List.of("Bình"), found(officer, before, ""));
        JsonPath then = everywhere(officer, "asOf=2019-12-31&q=an");
        assertEquals(code + "-1", then.getString("items[0].unit.code"));
        assertEquals(code + "-2", everywhere(officer, "q=an").getString("items[0].unit.code"));
    }

    @Test
    void a_list_as_of_a_day_is_of_the_units_that_belonged_together_then() {
        String union = Api.union(code, "OFFICER");
        String department = Api.section(code + "-admin", union, code + "-1");
        String office = Api.section(code + "-admin", union, code + "-2");
        Enrolled.by(officer).member(office, "An").enrol();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.change(
                    "update unit_version set parent_id = ?, valid_to = '2023-01-01' where unit_id = ?",
                    UUID.fromString(department),
                    UUID.fromString(office));
            sql.change("""
                    insert into unit_version
                        (unit_version_id, unit_id, union_id, parent_id, kind, code, name, searchable, valid_from)
                    select uuidv7(), unit_id, union_id, ?, kind, code, name, searchable, '2023-01-01'
                    from unit_version where unit_id = ?
                    """, UUID.fromString(union), UUID.fromString(office));
        });

        assertEquals(List.of("An"), found(officer, department, "asOf=2022-12-31"));
        assertEquals(List.of(), found(officer, department, "asOf=2023-01-01"));
        assertEquals(List.of(), found(officer, department, ""));
    }

    @Test
    void who_has_gone_to_another_union_is_shown_less_in_a_list_of_earlier_days() {
        String union = Api.union(code, "OFFICER");
        String other = Api.union(Api.newCode());
        String moved = Enrolled.by(officer)
                .member(union, "An", "birth", Map.of("year", 1980, "date", "1980-06-02"), "memberNumber", code)
                .enrol()
                .getFirst();
        assertEquals(code, everywhere(officer, "asOf=2020-01-01").getString("items[0].memberNumber"));
        move(moved, other, "2021-07-01");

        JsonPath then = everywhere(officer, "asOf=2020-01-01");
        assertEquals(List.of("An"), then.getList("items.fullName"));
        assertEquals(code, then.getString("items[0].unit.code"));
        assertNull(then.getString("items[0].memberNumber"));
        assertNull(then.getString("items[0].birth.date"));
        assertEquals(List.of(), found(officer, union, "asOf=2020-01-01&q=" + code));
        assertEquals(List.of("An"), found(officer, union, "asOf=2020-06-01&ageFrom=40"));
    }

    @Test
    void a_unit_out_of_sight_has_no_list_of_any_day() {
        Api.union(code, "OFFICER");
        String other = Api.union(Api.newCode());

        for (String more : List.of("", "&asOf=2020-01-01", "&party=true&purpose=Xem")) {
            Api.as(officer).get("/api/v1/members?unit=" + other + more).then().statusCode(404);
        }
    }

    private void end(String member, String day) {
        Map<String, Object> ending = new HashMap<>(Map.of("effectiveDate", day, "reason", "RESIGNED"));
        Api.as(officer)
                .header(
                        "If-Match",
                        Api.as(officer).get("/api/v1/members/" + member).header("ETag"))
                .body(ending)
                .post("/api/v1/members/" + member + "/end")
                .then()
                .statusCode(200);
    }

    private void move(String member, String unit, String day) {
        UUID id = UUID.fromString(member);
        UUID to = UUID.fromString(unit);
        sql.change("update placement set valid_to = ?::date, ended_as = 'TRANSFERRED' where member_id = ?", day, id);
        sql.change("""
                insert into placement (placement_id, member_id, unit_id, valid_from, began_as)
                values (uuidv7(), ?, ?, ?::date, 'TRANSFERRED')
                """, id, to, day);
        sql.change("update member set unit_id = ? where member_id = ?", to, id);
    }

    private static List<String> found(String subject, String unit, String query) {
        return everywhere(subject, query + "&unit=" + unit).getList("items.fullName");
    }

    private static JsonPath everywhere(String subject, String query) {
        return Api.as(subject)
                .get("/api/v1/members?" + (query.startsWith("&") ? query.substring(1) : query))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
