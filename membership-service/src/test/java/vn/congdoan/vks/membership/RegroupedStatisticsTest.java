package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.membership.ReorganizationRequests.apply;
import static vn.congdoan.vks.membership.ReorganizationRequests.enrol;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.founded;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Figures of earlier days on the tree of then and on today's, and who came and went.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class RegroupedStatisticsTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String admin = code + "-admin";
    private String union;

    @BeforeEach
    void found_a_union() {
        union = Api.union(code, "OFFICER");
    }

    @Test
    void a_merged_unit_counts_at_its_successor_on_todays_tree_and_by_itself_on_that_of_then() {
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        enrol(officer, first, 2);
        enrol(officer, second, 3);
        apply(admin, merge(List.of(first), second));

        asked(union, "asOf=2022-12-31")
                .body("tree", equalTo("then"))
                .body("children.unit.code", contains(code + "-1", code + "-2"))
                .body("children.members", contains(2, 3));
        asked(union, "asOf=2022-12-31&tree=now")
                .body("tree", equalTo("now"))
                .body("own.members", equalTo(5))
                .body("children.unit.code", contains(code + "-2"))
                .body("children.members", contains(5))
                .body("children.ended", contains(false));
        asked(second, "asOf=2022-12-31&tree=now").body("own.members", equalTo(5));
        asked(first, "asOf=2022-12-31").body("own.members", equalTo(2));
        Api.as(officer)
                .get("/api/v1/units/" + first + "/statistics?asOf=2022-12-31&tree=now")
                .then()
                .statusCode(404);
    }

    @Test
    void a_divided_unit_counts_at_the_main_successor_that_the_decision_names_first() {
        String section = Api.section(admin, union, code + "-1");
        enrol(officer, section, 4);
        String main = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        apply(
                admin,
                form(
                        "SPLIT",
                        List.of(section),
                        Map.of(
                                "successors",
                                List.of(
                                        Map.of("founded", founded(main, union, code + "-Z")),
                                        Map.of("founded", founded(other, union, code + "-A"))))));

        asked(union, "asOf=2022-12-31&tree=now")
                .body("children.unit.code", contains(code + "-A", code + "-Z"))
                .body("children.members", contains(0, 4));
    }

    @Test
    void a_unit_that_ended_without_a_successor_stands_under_its_last_parent_marked_ended() {
        String section = Api.section(admin, union, code + "-1");
        enrol(officer, section, 2);
        apply(admin, form("DISSOLVE", List.of(section), Map.of()));

        asked(union, "asOf=2022-12-31&tree=now")
                .body("own.members", equalTo(2))
                .body("children.unit.code", contains(code + "-1"))
                .body("children.ended", contains(true));
        asked(section, "asOf=2022-12-31&tree=now").body("ended", equalTo(true)).body("own.members", equalTo(2));
        asked(union, "asOf=2025-07-01&tree=now").body("own.members", equalTo(0)).body("children", empty());
    }

    @Test
    void who_came_and_went_is_told_by_cause() {
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        enrol(officer, first, Map.of("joinedOn", "2022-03-01", "placedSince", "2022-03-01"));
        enrol(officer, first, Map.of("joinedOn", "2010-01-01", "placedSince", "2022-05-01"));
        String member = enrol(officer, first, 1).getFirst();
        Api.act(officer, "/api/v1/members/" + member, "end", Map.of("reason", "RETIRED", "effectiveDate", "2022-08-01"))
                .statusCode(200);
        apply(admin, merge(List.of(first), second));

        asked(union, "asOf=2022-12-31&from=2022-01-01")
                .body("own.moves.from", equalTo("2022-01-01"))
                .body("own.moves.to", equalTo("2022-12-31"))
                .body("own.moves.joined.members", equalTo(1))
                .body("own.moves.joined.causes.find { it.cause == 'ADMITTED' }.members", equalTo(1))
                .body("own.moves.came.causes.find { it.cause == 'ENROLLED' }.members", equalTo(1))
                .body("own.moves.left.members", equalTo(1))
                .body("own.moves.left.causes.find { it.cause == 'RETIRED' }.members", equalTo(1))
                .body("own.moves.went.members", equalTo(0));
        asked(union, "asOf=2022-08-01&from=2022-08-01").body("own.moves.left.members", equalTo(1));
        asked(union, "asOf=2022-07-31&from=2022-01-01").body("own.moves.left.members", equalTo(0));
        asked(union, "asOf=2025-12-31&from=2025-01-01")
                .body("own.moves.joined.members", equalTo(0))
                .body("own.moves.came.causes.find { it.cause == 'REORGANIZED' }.members", equalTo(2))
                .body("own.moves.went.causes.find { it.cause == 'REORGANIZED' }.members", equalTo(2));
        asked(union, "asOf=2022-12-31").body("own.moves", nullValue());
    }

    @Test
    void members_of_the_party_are_those_of_the_day_and_the_rest_is_what_is_known_today() {
        enrol(
                officer,
                union,
                Map.of("party", Map.of("probationaryOn", "2020-06-15"), "education", "MASTER", "ethnicity", "Tày"));

        asked(union, "asOf=2020-06-14").body("own.by.party.find { it.value == 'MEMBER' }.members", equalTo(0));
        asked(union, "asOf=2020-06-15")
                .body("own.by.party.find { it.value == 'MEMBER' }.members", equalTo(1))
                .body("own.by.education.find { it.value == 'MASTER' }.rate", equalTo(100.0f))
                .body("own.by.ethnicity.find { it.value == 'OTHER' }.members", equalTo(1))
                .body("own.by.ageBand.find { it.value == 'FROM_40_TO_49' }.members", equalTo(1))
                .body("own.by.category.find { it.value == 'UNKNOWN' }.members", equalTo(1));
    }

    @Test
    void what_cannot_be_asked_is_named() {
        refused("tree=today").body("errors[0].pointer", equalTo("?tree"));
        refused("from=2022-02-30").body("errors[0].pointer", equalTo("?from"));
        refused("asOf=2022-01-01&from=2022-01-02")
                .body("errors[0].pointer", equalTo("?from"))
                .body("errors[0].code", equalTo("after-as-of"));
    }

    private ValidatableResponse refused(String query) {
        return Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?" + query)
                .then()
                .statusCode(400);
    }

    private ValidatableResponse asked(String unit, String query) {
        return Api.as(officer)
                .get("/api/v1/units/" + unit + "/statistics?" + query)
                .then()
                .statusCode(200);
    }
}
