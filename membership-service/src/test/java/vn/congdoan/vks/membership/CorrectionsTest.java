package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class CorrectionsTest {

    private static final List<String> DAYS = List.of(
            "2021-12-31",
            "2022-01-31",
            "2022-02-01",
            "2022-02-15",
            "2022-02-28",
            "2022-03-01",
            "2022-06-30",
            "2022-12-31",
            "2023-02-15",
            "2024-12-31");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void a_day_of_2022_that_is_corrected_today_changes_those_days_and_nothing_else() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(code + "-admin", union, code + "-1");
        String beside = Api.section(code + "-admin", union, code + "-2");
        String member = admitted(section, "2022-03-01");
        String other = admitted(beside, "2022-03-01");
        List<Integer> before = members(section);
        List<Integer> besideBefore = members(beside);
        String tagOfOther = Api.as(officer).get(path(other)).getHeader("ETag");

        correct(member, Map.of("on", "2022-03-01", "validFrom", "2022-02-01", "reason", "Ghi nhầm tháng"))
                .statusCode(200)
                .body("joinedOn", equalTo("2022-02-01"));

        assertEquals(List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), before);
        assertEquals(List.of(0, 0, 1, 1, 1, 1, 1, 1, 1, 1), members(section));
        assertEquals(besideBefore, members(beside));
        assertEquals(tagOfOther, Api.as(officer).get(path(other)).getHeader("ETag"));
        Api.as(officer)
                .get(path(member) + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CORRECTED", "ENROLLED"))
                .body("items[0].actor.subject", equalTo(officer))
                .body("items[0].effectiveDate", equalTo("2022-02-01"))
                .body("items[0].reason", equalTo("Ghi nhầm tháng"))
                .body("items[0].changes.field", contains("placements", "joinedOn"))
                .body("items[0].changes[0].from[0].validFrom", equalTo("2022-03-01"))
                .body("items[0].changes[0].to[0].validFrom", equalTo("2022-02-01"))
                .body("items[0].changes[1].from", equalTo("2022-03-01"))
                .body("items[0].changes[1].to", equalTo("2022-02-01"))
                .body("items[1].effectiveDate", equalTo("2022-03-01"));
    }

    @Test
    void an_end_moves_either_way_and_the_figures_with_it() {
        String union = Api.union(code, "OFFICER");
        String member = admitted(union, "2021-01-01");
        Api.act(officer, path(member), "end", Map.of("reason", "RETIRED", "effectiveDate", "2022-03-01"))
                .statusCode(200);
        assertEquals(List.of(1, 1, 1, 1, 1, 0, 0, 0, 0, 0), members(union));

        correct(member, Map.of("on", "2022-02-28", "validTo", "2022-02-01", "decision", decision()))
                .statusCode(200);
        assertEquals(List.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0), members(union));

        correct(member, Map.of("on", "2022-01-01", "validTo", "2022-12-31", "decision", decision()))
                .statusCode(200)
                .body("status", equalTo("ENDED"));
        assertEquals(List.of(1, 1, 1, 1, 1, 1, 1, 0, 0, 0), members(union));
        Api.as(officer)
                .get(path(member) + "/history")
                .then()
                .body("items.kind", contains("CORRECTED", "CORRECTED", "ENDED", "ENROLLED"))
                .body("items[0].decision.number", equalTo("09/QĐ"))
                .body("items[0].effectiveDate", equalTo("2022-02-01"));
    }

    @Test
    void a_wrong_unit_is_corrected_inside_the_union() {
        String union = Api.union(code, "OFFICER");
        String wrong = Api.section(code + "-admin", union, code + "-1");
        String right = Api.section(code + "-admin", union, code + "-2");
        String member = admitted(wrong, "2022-03-01");

        correct(member, Map.of("on", "2023-01-01", "unitId", right, "reason", "Nhầm bộ phận"))
                .statusCode(200)
                .body("unit.id", equalTo(right));

        assertEquals(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0), members(wrong));
        assertEquals(List.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1), members(right));
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-28, validFrom, 2022-02-01, /on, no-placement-then",
        "2022-03-01, validFrom, 2022-03-01, '', nothing-to-correct",
        "2022-03-01, validTo, 2022-12-31, /validTo, placement-goes-on",
        "2022-03-01, validFrom, 2090-01-01, /validFrom, in-the-future",
        "2022-03-01, validFrom, 1999-12-31, /validFrom, unit-not-existing-then",
        "2022-03-01, validFrom, 1994-12-31, /validFrom, too-young"
    })
    void what_cannot_have_been_is_refused(String on, String field, String day, String pointer, String rule) {
        String member = admitted(Api.union(code, "OFFICER"), "2022-03-01");

        correct(member, Map.of("on", on, field, day, "reason", "Ghi nhầm"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(rule));
    }

    @Test
    void a_correction_has_its_grounds_and_names_the_version_it_was_made_from() {
        String member = admitted(Api.union(code, "OFFICER", "CHAIR"), "2022-03-01");
        Map<String, Object> form = Map.of("on", "2022-03-01", "validFrom", "2022-02-01");
        Map<String, Object> reasoned = Map.of("on", "2022-03-01", "validFrom", "2022-02-01", "reason", "Ghi nhầm");

        correct(member, form)
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"))
                .body("errors[0].code", equalTo("decision-or-reason"));
        Api.create(officer, path(member) + "/corrections", reasoned).statusCode(428);
        Api.act(code + "-chair", path(member), "corrections", reasoned).statusCode(403);
        String tag = Api.as(officer).get(path(member)).getHeader("ETag");
        correct(member, reasoned).statusCode(200);
        Api.as(officer)
                .header("If-Match", tag)
                .body(reasoned)
                .post(path(member) + "/corrections")
                .then()
                .statusCode(412);
    }

    @Test
    void a_member_is_not_corrected_into_a_unit_of_another_union() {
        String member = admitted(Api.union(code, "OFFICER"), "2022-03-01");
        String elsewhere = Api.union(Api.newCode());

        correct(member, Map.of("on", "2022-03-01", "unitId", elsewhere, "reason", "Nhầm"))
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/unitId"));
    }

    @Test
    void what_a_reorganization_decided_is_not_corrected_for_one_member() {
        String union = Api.union(code, "OFFICER");
        String ended = Api.section(code + "-admin", union, code + "-1");
        String successor = Api.section(code + "-admin", union, code + "-2");
        String member = admitted(ended, "2022-03-01");
        ReorganizationRequests.apply(code + "-admin", ReorganizationRequests.merge(List.of(ended), successor));

        correct(member, Map.of("on", "2025-08-01", "validFrom", "2025-08-01", "reason", "Nhầm"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/validFrom"))
                .body("errors[0].code", equalTo("made-by-a-reorganization"));
    }

    private static Map<String, Object> decision() {
        return Map.of("number", "09/QĐ", "date", LocalDate.of(2023, 1, 5).toString());
    }

    private String admitted(String unit, String day) {
        return Enrolled.by(officer)
                .member(unit, "Nguyễn Thị Ánh", "joinedOn", day)
                .enrol()
                .getFirst();
    }

    private ValidatableResponse correct(String member, Map<String, ?> correction) {
        return Api.act(officer, path(member), "corrections", correction);
    }

    /// How many are in a unit on each of the days.
    private List<Integer> members(String unit) {
        Stream<Integer> counts = DAYS.stream()
                .map(day -> Api.as(officer)
                        .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("own.members"));
        return counts.toList();
    }

    private static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
