package vn.congdoan.vks.gateway.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class AuditTest {

    private static final Steering MEMBERSHIP = Steering.of("membership");
    private static final Steering CAMPAIGN = Steering.of("campaign");
    private static final Steering WELFARE = Steering.of("welfare");

    @BeforeEach
    void every_service_has_an_empty_trail() {
        for (var service : List.of(MEMBERSHIP, CAMPAIGN, WELFARE)) {
            service.audit(new JsonObject());
        }
    }

    @Test
    void needs_a_token() {
        given().get("/api/v1/audit").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @Test
    void shows_the_entries_of_all_services_newest_first() {
        MEMBERSHIP.audit(trail(1, 4));
        CAMPAIGN.audit(trail(3));
        WELFARE.audit(trail(2, 5));
        audit("")
                .statusCode(200)
                .contentType("application/json")
                .body("items.id", contains(id(5), id(4), id(3), id(2), id(1)))
                .body("items[0].action", equalTo("admit"))
                .body("next", nullValue())
                .body("unavailable", empty());
    }

    @Test
    void pages_through_all_of_it_without_repeating_or_skipping() {
        MEMBERSHIP.audit(trail(IntStream.range(0, 60).filter(n -> n % 3 == 0).toArray()));
        CAMPAIGN.audit(trail(IntStream.range(0, 60).filter(n -> n % 3 == 1).toArray()));
        WELFARE.audit(trail(IntStream.range(0, 60).filter(n -> n % 3 == 2).toArray()));
        List<String> seen = new ArrayList<>();
        var cursor = "";
        int pages = 0;
        while (cursor != null) {
            var page = audit("?limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
            pages++;
        }
        assertEquals(9, pages);
        assertEquals(
                IntStream.range(0, 60)
                        .mapToObj(AuditTest::id)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                seen);
    }

    @Test
    void a_page_has_fifty_entries_unless_asked_otherwise() {
        MEMBERSHIP.audit(trail(IntStream.range(0, 70).toArray()));
        audit("?actor=a").body("items.size()", equalTo(50)).body("next", notNullValue());
    }

    @Test
    void names_the_services_that_are_down_and_shows_the_rest() {
        MEMBERSHIP.audit(trail(1));
        WELFARE.stop();
        try {
            audit("").statusCode(200).body("items.id", contains(id(1))).body("unavailable", contains("welfare"));
        } finally {
            WELFARE.start();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":500,\"body\":\"{}\"}",
                "{\"status\":503,\"body\":\"{}\"}",
                "{\"status\":200,\"body\":\"no json\"}",
                "{\"status\":200,\"body\":\"{}\"}",
                "{\"status\":200,\"body\":\"[]\"}",
                "{\"status\":200,\"body\":\"\"}",
                "{\"status\":200,\"body\":\"{\\\"items\\\":[{\\\"id\\\":\\\"zzz\\\"}],\\\"next\\\":null}\"}",
                "{\"slow\":true}",
                "{\"huge\":true}",
            })
    void a_service_that_answers_nonsense_or_nothing_is_named_too(String answer) {
        MEMBERSHIP.audit(trail(1));
        CAMPAIGN.audit(new JsonObject(answer));
        audit("")
                .statusCode(200)
                .time(lessThan(5_000L))
                .body("items.id", contains(id(1)))
                .body("unavailable", contains("campaign"));
    }

    @Test
    void without_any_service_there_is_no_trail() {
        for (var service : List.of(MEMBERSHIP, CAMPAIGN, WELFARE)) {
            service.audit(new JsonObject().put("status", 500).put("body", "{}"));
        }
        audit("")
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .header("Content-Language", equalTo("vi"))
                .body("code", equalTo("upstream-unavailable"))
                .body("detail", containsString("membership, campaign, welfare"))
                .body("requestId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404})
    void a_refusal_by_a_service_goes_on_as_it_is(int status) {
        MEMBERSHIP.audit(trail(1));
        CAMPAIGN.audit(new JsonObject().put("status", status).put("body", "{\"code\":\"from-campaign\"}"));
        WELFARE.audit(new JsonObject().put("status", 400).put("body", "{\"code\":\"from-welfare\"}"));
        audit("").statusCode(status).contentType("application/problem+json").body("code", equalTo("from-campaign"));
    }

    @Test
    void other_methods_are_not_supported() {
        given().auth()
                .oauth2(Tokens.valid())
                .delete("/api/v1/audit")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("method-not-allowed"));
        given().auth()
                .oauth2(Tokens.valid())
                .get("/api/v1/audit/1")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void the_request_id_goes_to_every_service() {
        MEMBERSHIP.audit(trail(1));
        WELFARE.audit(trail(2));
        given().auth()
                .oauth2(Tokens.valid())
                .header("X-Request-Id", "trail-1")
                .get("/api/v1/audit")
                .then()
                .header("X-Request-Id", equalTo("trail-1"))
                .body("items.unitId", contains("trail-1", "trail-1"));
    }

    private static ValidatableResponse audit(String query) {
        return given().auth()
                .oauth2(Tokens.valid())
                .urlEncodingEnabled(false)
                .get("/api/v1/audit" + query)
                .then();
    }

    private static JsonObject trail(int... numbers) {
        var ids = new JsonArray();
        IntStream.of(numbers).mapToObj(AuditTest::id).forEach(ids::add);
        return new JsonObject().put("ids", ids);
    }

    private static String id(int number) {
        return "0190b5a0-%04x-7000-8000-000000000000".formatted(number);
    }
}
