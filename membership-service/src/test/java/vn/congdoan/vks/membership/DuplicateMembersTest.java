package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DuplicateMembersTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void records_of_one_citizen_id_are_of_one_person() {
        String union = Api.union(code, "OFFICER");
        String left = Enrolled.by(officer)
                .member(union, "Nguyễn Văn An", "citizenId", "051185000001")
                .enrol()
                .getFirst();
        end(left);
        String again = Enrolled.by(officer)
                .member(union, "Nguyễn Văn Ân", "citizenId", "051185000001")
                .member(union, "Trần Bình", "citizenId", "051185000002")
                .member(union, "Trần Cường")
                .member(union, "Trần Dũng")
                .enrol()
                .getFirst();

        JsonPath page = page(officer, union, 50, null);
        assertEquals(List.of("CITIZEN_ID"), page.getList("items.reason"));
        assertEquals(
                List.of(left, again).stream().sorted().toList(),
                page.<String>getList("items[0].members.id").stream().sorted().toList());
        assertEquals(code, page.getString("items[0].members[0].unit.code"));
    }

    @Test
    void records_of_one_name_and_birth_are_probably_of_one_person() {
        String union = Api.union(code, "OFFICER");
        Map<String, Object> day = Map.of("year", 1980, "date", "1980-06-02");
        Map<String, Object> otherDay = Map.of("year", 1980, "date", "1980-06-03");
        Map<String, Object> year = Map.of("year", 1980);
        Map<String, Object> otherYear = Map.of("year", 1981);
        Enrolled.by(officer)
                .member(union, "Lê Thị Hòa", "birth", day)
                .member(union, "LÊ THỊ HOÀ", "birth", day)
                .member(union, "Lê Thị Hoa", "birth", otherDay)
                .member(union, "Đỗ Thị Mai", "birth", day)
                .member(union, "Đỗ Thị Mai", "birth", otherDay)
                .member(union, "Võ Thị Lan", "birth", day)
                .member(union, "Võ Thị Lan", "birth", year)
                .member(union, "Võ Thị Lan", "birth", otherYear)
                .member(union, "Võ Thị Lan Anh", "birth", year)
                .enrol();

        JsonPath page = page(officer, union, 50, null);
        assertEquals(List.of("NAME_AND_BIRTH", "NAME_AND_BIRTH"), page.getList("items.reason"));
        assertEquals(
                List.of(List.of("LÊ THỊ HOÀ", "Lê Thị Hòa"), List.of("Võ Thị Lan", "Võ Thị Lan")),
                page.<List<String>>getList("items.members.fullName").stream()
                        .map(names -> names.stream().sorted().toList())
                        .toList());
    }

    @Test
    void who_was_refused_is_left_out() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String first = applied(union);
        applied(union);
        assertEquals(1, page(officer, union, 50, null).getList("items").size());

        Api.as(code + "-chair")
                .header("If-Match", etag(code + "-chair", first))
                .body(Map.of("effectiveDate", "2024-01-01"))
                .post("/api/v1/members/" + first + "/reject")
                .then()
                .statusCode(200);

        assertEquals(0, page(officer, union, 50, null).getList("items").size());
    }

    @Test
    void nothing_outside_the_scope_appears() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(code + "-admin", union, code + "-1");
        String other = Api.newCode();
        String otherUnion = Api.union(other, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Lê " + code, "citizenId", "051185000001")
                .enrol();
        Enrolled.by(other + "-officer")
                .member(otherUnion, "Lê " + code, "citizenId", "051185000001")
                .enrol();
        assertEquals(0, page(officer, null, 50, null).getList("items").size());

        Enrolled.by(officer).member(section, "Lê " + code).enrol();
        assertEquals(1, page(officer, null, 50, null).getList("items").size());
        assertEquals(
                2, page(officer, null, 50, null).getList("items[0].members").size());
        assertEquals(0, page(officer, section, 50, null).getList("items").size());
        Api.as(officer)
                .get("/api/v1/members/duplicates?unit=" + otherUnion)
                .then()
                .statusCode(404)
                .body("errors[0].pointer", equalTo("?unit"));
        for (String subject : List.of(code + "-admin", Api.FIRST_ADMIN)) {
            Api.as(subject).get("/api/v1/members/duplicates").then().statusCode(403);
        }
    }

    @Test
    void pages_neither_repeat_nor_skip() {
        String union = Api.union(code, "OFFICER");
        for (int person = 0; person < 2; person++) {
            String id = "05118500000" + person;
            end(Enrolled.by(officer)
                    .member(union, "Trước " + person, "citizenId", id)
                    .enrol()
                    .getFirst());
            Enrolled.by(officer).member(union, "Sau " + person, "citizenId", id).enrol();
        }
        Enrolled named = Enrolled.by(officer);
        for (int person = 0; person < 3; person++) {
            named.member(union, "Cùng Tên " + person).member(union, "Cùng tên " + person);
        }
        named.enrol();

        for (int limit = 1; limit <= 6; limit++) {
            List<String> reasons = new ArrayList<>();
            List<String> seen = new ArrayList<>();
            String cursor = null;
            do {
                JsonPath page = page(officer, union, limit, cursor);
                reasons.addAll(page.getList("items.reason"));
                page.<List<String>>getList("items.members.id").forEach(seen::addAll);
                cursor = page.getString("next");
            } while (cursor != null);

            assertEquals(
                    List.of("CITIZEN_ID", "CITIZEN_ID", "NAME_AND_BIRTH", "NAME_AND_BIRTH", "NAME_AND_BIRTH"), reasons);
            assertEquals(10, seen.stream().distinct().count());
            assertEquals(10, seen.size());
        }
    }

    private String applied(String union) {
        return Api.create(officer, "/api/v1/members", Api.applicant(union))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void end(String member) {
        Api.as(officer)
                .header("If-Match", etag(officer, member))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("effectiveDate", "2020-01-01", "reason", "RESIGNED"))
                .post("/api/v1/members/" + member + "/end")
                .then()
                .statusCode(200);
    }

    private static String etag(String subject, String member) {
        return Api.as(subject).get("/api/v1/members/" + member).header("ETag");
    }

    private static JsonPath page(String subject, @Nullable String unit, int limit, @Nullable String cursor) {
        var request = Api.as(subject).queryParam("limit", limit);
        if (unit != null) {
            request.queryParam("unit", unit);
        }
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/members/duplicates")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
