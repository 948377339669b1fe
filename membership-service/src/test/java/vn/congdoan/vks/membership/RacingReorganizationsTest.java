package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A merge while others work with the unit that ends: they are before it or after it, and nothing is left behind there.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class RacingReorganizationsTest {

    private static final int ROUNDS = 4;

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private String ending = "";
    private String successor = "";

    @BeforeEach
    void found() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        ending = Api.section(admin, union, code + "-1");
        successor = Api.section(admin, union, code + "-2");
    }

    @RepeatedTest(ROUNDS)
    void no_role_lasts_at_the_unit_that_ends() {
        Map<String, String> role =
                Map.of("subject", code + "-somebody", "role", "OFFICER", "unitId", ending, "validFrom", "2020-01-01");

        mergeWhile(() -> Api.as(admin).body(role).post("/api/v1/assignments"));

        assertEquals(
                0,
                count(
                        "select count(*) from assignment where unit_id = ? and (valid_to is null or valid_to > (now() at time zone 'Asia/Ho_Chi_Minh')::date)"));
    }

    @RepeatedTest(ROUNDS)
    void no_unit_stands_below_the_one_that_ends() {
        Map<String, String> group = Map.of(
                "kind", "GROUP", "parentId", ending, "code", code + "-1-1", "name", "Tổ", "validFrom", "2000-01-01");

        mergeWhile(() -> Api.as(admin).body(group).post("/api/v1/units"));

        assertEquals(0, count("select count(*) from unit_version where parent_id = ? and valid_to is null"));
    }

    @RepeatedTest(ROUNDS)
    void whoever_is_admitted_meanwhile_comes_to_the_successor() {
        String applicant = Api.create(code + "-officer", "/api/v1/members", Api.applicant(ending))
                .statusCode(201)
                .extract()
                .path("id");
        String record = "/api/v1/members/" + applicant;
        String tag = Api.as(code + "-chair").get(record).getHeader("ETag");
        Map<String, Object> admission = Map.of("decision", Map.of("number", "05/QĐ", "date", "2023-02-14"));

        mergeWhile(() ->
                Api.as(code + "-chair").header("If-Match", tag).body(admission).post(record + "/admit"));

        assertEquals(successor, Api.as(admin).get(record).path("unit.id"));
        assertEquals(0, count("select count(*) from placement where unit_id = ? and valid_to is null"));
    }

    private void mergeWhile(Supplier<Response> other) {
        String id =
                draft(admin, merge(List.of(ending), successor), 201).extract().path("id");
        String record = REORGANIZATIONS + "/" + id;
        String tag = Api.as(admin).get(record).getHeader("ETag");
        List<Response> answers = Api.atOnce(List.of(
                () -> Api.as(admin).header("If-Match", tag).body(Map.of()).post(record + "/apply"), other));
        assertEquals(200, answers.getFirst().statusCode(), answers.getFirst()::asString);
        int status = answers.getLast().statusCode();
        assertTrue(status < 500, () -> status + answers.getLast().asString());
    }

    private long count(String statement) {
        return sql.one(statement, row -> row.getLong(1), UUID.fromString(ending))
                .orElseThrow();
    }
}
