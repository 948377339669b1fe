package vn.congdoan.vks.welfare;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Membership;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;

/// How the service learns from membership-service who may do what. Each test uses accounts of its own, so that nothing
/// is known of them from before.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class AuthorityTest {

    private static final String FUNDS = "/api/v1/funds";
    private static final Duration BELIEVED = Duration.ofSeconds(5);

    @Inject
    Sql sql;

    @AfterEach
    void membership_comes_back() {
        Membership.comeBack();
    }

    @Test
    void a_stranger_is_asked_about_once_in_a_while() {
        String chair = newAccount("CHAIR@QNG");
        list(chair).then().statusCode(200);
        for (int request = 0; request < 20; request++) {
            list(chair).then().statusCode(200);
        }
        assertTrue(Membership.askedAbout(chair) < 15, "asked " + Membership.askedAbout(chair) + " times");
    }

    @Test
    void an_ended_assignment_stops_working_within_five_seconds() {
        String chair = newAccount("CHAIR@QNG");
        list(chair).then().statusCode(200);
        Membership.end(chair);
        assertTrue(Waiting.until(() -> list(chair).statusCode() == 403, BELIEVED));
        Refusal.of(list(chair), 403, "no-assignment");
    }

    @Test
    void a_stranger_is_not_let_in_while_nobody_can_say_what_he_may() {
        String accountant = newAccount("ACCOUNTANT@NAN");
        Membership.goAway();
        assertTrue(Waiting.until(() -> list(accountant).statusCode() == 503, BELIEVED.plusSeconds(5)));
        Refusal.of(list(accountant), 503, "authority-unavailable");
        UUID id = UUID.randomUUID();
        Response refused = create(accountant, id);
        Refusal.of(refused, 503, "authority-unavailable");
        refused.then().header("Retry-After", "1");
        Membership.comeBack();
        assertEquals(404, as(accountant).get(FUNDS + "/" + id).statusCode());
    }

    @Test
    void a_stranger_is_nobody_while_the_replica_is_surely_up_to_date() {
        Membership.refuseTokens();
        assertTrue(Waiting.until(() -> list(newAccount("CHAIR@QNG")).statusCode() == 403, BELIEVED.plusSeconds(5)));
        Refusal.of(list(newAccount("CHAIR@QNG")), 403, "no-assignment");
    }

    /// What is parked may be the end of an assignment.
    @Test
    void the_replica_is_not_up_to_date_while_an_event_of_an_assignment_is_parked() {
        Membership.refuseTokens();
        assertTrue(Waiting.until(() -> list(newAccount("CHAIR@QNG")).statusCode() == 403, BELIEVED.plusSeconds(5)));
        sql.change("""
                insert into parked_event (topic, kafka_partition, kafka_offset, header_names, header_values, reason,
                    parked_at, fingerprint)
                values ('vks.membership.assignment', 0, 0, '{}', '{}', 'UNKNOWN_SHAPE', now(), gen_random_uuid())
                """);
        try {
            assertTrue(Waiting.until(() -> list(newAccount("CHAIR@QNG")).statusCode() == 503, BELIEVED));
            Refusal.of(list(newAccount("CHAIR@QNG")), 503, "authority-unavailable");
        } finally {
            sql.change("delete from parked_event");
        }
        assertTrue(Waiting.until(() -> list(newAccount("CHAIR@QNG")).statusCode() == 403, BELIEVED));
    }

    @Test
    void health_does_not_depend_on_membership() {
        Membership.goAway();
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void a_unit_that_membership_does_not_know_is_no_failure() {
        Refusal.of(
                as(newAccount("CHAIR@QNG")).get(FUNDS + "?unit=" + UUID.randomUUID()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
    }

    /// The tokens of the played provider last for less than is kept in reserve.
    @Test
    void the_services_own_token_is_renewed_before_it_ends() {
        int before = Membership.askedForTokens();
        for (int each = 0; each < 2; each++) {
            as(newAccount("CHAIR@QNG"))
                    .get(FUNDS + "?unit=" + UUID.randomUUID())
                    .then()
                    .statusCode(404);
        }
        int asked = Membership.askedForTokens() - before;
        assertTrue(asked >= 2, "asked for " + asked + " tokens");
    }

    private static String newAccount(String role) {
        return "somebody-" + UUID.randomUUID() + "," + role;
    }

    private static io.restassured.specification.RequestSpecification as(String account) {
        return given().auth().oauth2(Tokens.of(account));
    }

    private static Response list(String account) {
        return as(account).get(FUNDS + "?unit=" + (account.endsWith("NAN") ? NAN : QNG).id());
    }

    private static Response create(String account, UUID id) {
        return as(account)
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(Map.of(
                        "unitId",
                        NAN.id(),
                        "kind",
                        "OTHER",
                        "name",
                        "Quỹ " + id,
                        "passThrough",
                        false,
                        "purposes",
                        java.util.List.of("OTHER"),
                        "opensOn",
                        "2022-01-01",
                        "takesOutsideDonors",
                        false))
                .put(FUNDS + "/" + id);
    }
}
