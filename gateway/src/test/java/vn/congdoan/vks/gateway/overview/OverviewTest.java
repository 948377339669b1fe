package vn.congdoan.vks.gateway.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class OverviewTest {

    private static final Steering MEMBERSHIP = Steering.of("membership");
    private static final Steering CAMPAIGN = Steering.of("campaign");
    private static final Steering WELFARE = Steering.of("welfare");
    private static final String UNIT = "019366a0-0000-7000-8000-000000000051";

    @BeforeEach
    void every_service_knows_something() {
        says(MEMBERSHIP, 200, "{\"unit\":{\"id\":\"" + UNIT + "\",\"code\":\"QNG\"},\"figures\":{\"members\":160}}");
        says(CAMPAIGN, 200, "{\"campaigns\":3}");
        says(WELFARE, 200, "{\"spent\":151000000}");
    }

    @AfterEach
    void every_service_has_an_empty_trail() {
        for (var service : List.of(MEMBERSHIP, CAMPAIGN, WELFARE)) {
            service.audit(new JsonObject());
        }
    }

    @Test
    void shows_what_all_services_know() {
        overview()
                .statusCode(200)
                .body("unit.code", equalTo("QNG"))
                .body("year", equalTo(2022))
                .body("membership.members", equalTo(160))
                .body("campaigns.campaigns", equalTo(3))
                .body("welfare.spent", equalTo(151_000_000))
                .body("unavailable", empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":500,\"body\":\"{}\"}",
                "{\"status\":200,\"body\":\"no json\"}",
                "{\"status\":200,\"body\":\"[]\"}",
                "{\"slow\":true}",
                "{\"huge\":true}",
            })
    void names_a_service_that_gives_no_part(String answer) {
        WELFARE.audit(new JsonObject(answer));
        overview()
                .statusCode(200)
                .body("membership.members", equalTo(160))
                .body("welfare", nullValue())
                .body("unavailable", contains("welfare"));
    }

    @Test
    void gives_up_an_answer_that_goes_on_and_on() {
        WELFARE.audit(new JsonObject("{\"trickle\":true}"));
        overview().statusCode(200).body("unavailable", contains("welfare"));
        WELFARE.await(state -> state.getInteger("trickling") == 0);
    }

    @Test
    void names_a_service_that_is_down() {
        CAMPAIGN.stop();
        try {
            overview().statusCode(200).body("campaigns", nullValue()).body("unavailable", contains("campaign"));
        } finally {
            CAMPAIGN.start();
        }
    }

    @Test
    void keeps_the_unit_without_membership() {
        says(MEMBERSHIP, 503, "{}");
        overview()
                .statusCode(200)
                .body("unit.id", equalTo(UNIT))
                .body("membership", nullValue())
                .body("campaigns.campaigns", equalTo(3))
                .body("unavailable", contains("membership"));
    }

    @Test
    void leaves_out_what_the_caller_may_not_see() {
        says(WELFARE, 403, "{\"code\":\"forbidden\"}");
        overview().statusCode(200).body("welfare", nullValue()).body("unavailable", empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void a_refusal_by_membership_is_the_answer(int status) {
        says(MEMBERSHIP, status, "{\"code\":\"from-membership\"}");
        overview().statusCode(status).contentType("application/problem+json").body("code", equalTo("from-membership"));
    }

    @ParameterizedTest
    @CsvSource({
        "year=2022, ?unit, required",
        "unit=&year=2022, ?unit, required",
        "unit=QNG&year=2022, ?unit, not-an-id",
        "unit=1-1-1-1-1&year=2022, ?unit, not-an-id",
        "unit=019366a0-0000-7000-8000-000000000051, ?year, required",
        "unit=019366a0-0000-7000-8000-000000000051&year=, ?year, required",
        "unit=019366a0-0000-7000-8000-000000000051&year=abc, ?year, not-a-number",
        "unit=019366a0-0000-7000-8000-000000000051&year=%2B2023, ?year, not-a-number",
        "unit=019366a0-0000-7000-8000-000000000051&year=1e3, ?year, not-a-number",
        "unit=019366a0-0000-7000-8000-000000000051&year=02023, ?year, not-a-number",
        "unit=019366a0-0000-7000-8000-000000000051&year=1899, ?year, year-out-of-range",
        "unit=019366a0-0000-7000-8000-000000000051&year=2200, ?year, year-out-of-range",
        "unit=019366a0-0000-7000-8000-000000000051&year=99999999999999999999, ?year, year-out-of-range"
    })
    void names_the_parameter_that_is_wrong_and_asks_nobody(String query, String pointer, String rule) {
        for (var service : List.of(MEMBERSHIP, CAMPAIGN, WELFARE)) {
            says(service, 500, "{}");
        }
        given().auth()
                .oauth2(Tokens.valid())
                .urlEncodingEnabled(false)
                .get("/api/v1/overview?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(rule))
                .body("errors.detail", everyItem(not(emptyOrNullString())));
    }

    @Test
    void names_all_parameters_that_are_wrong() {
        given().auth()
                .oauth2(Tokens.valid())
                .get("/api/v1/overview")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?unit", "?year"));
    }

    @Test
    void without_any_service_there_is_no_overview() {
        for (var service : List.of(MEMBERSHIP, CAMPAIGN, WELFARE)) {
            says(service, 500, "{}");
        }
        overview().statusCode(503).body("code", equalTo("upstream-unavailable"));
    }

    @Test
    void needs_a_token() {
        given().get("/api/v1/overview?unit=" + UNIT + "&year=2022").then().statusCode(401);
    }

    private static void says(Steering service, int status, String body) {
        service.audit(new JsonObject().put("status", status).put("body", body));
    }

    private static ValidatableResponse overview() {
        return given().auth()
                .oauth2(Tokens.valid())
                .get("/api/v1/overview?unit=" + UNIT + "&year=2022")
                .then();
    }
}
