package vn.congdoan.vks.campaign.participation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.over;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.target;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.join;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.participants;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.send;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class JoiningTest {

    @Test
    void a_unit_joins_a_campaign_launched_above_its_union_with_targets_of_its_own() {
        String campaign = launched(VKSTC, VKSTC);
        Response joined = send(
                as("OFFICER", QNG), campaign, Map.of("unitId", QNG.id(), "targets", List.of(target("Chuyên đề", 4))));
        String id = joined.path("id");
        joined.then()
                .statusCode(201)
                .header("ETag", "\"0-participation\"")
                .header("Location", endsWith(participants(campaign) + "/" + id))
                .body("campaignId", equalTo(campaign))
                .body("unitId", equalTo(QNG.id().toString()))
                .body("unionId", equalTo(QNG.id().toString()))
                .body("joinedOn", notNullValue())
                .body("targets.value", contains(4));
        as("CHAIR", QNG)
                .get(joined.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0-participation\"")
                .body(equalTo(joined.asString()));
    }

    @Test
    void a_unit_joins_once() {
        String campaign = launched(VKSTC, QNG);
        join(as("OFFICER", QNG), campaign, QNG_01).then().statusCode(201);
        Refusal.of(join(as("OFFICER", QNG_01), campaign, QNG_01), 409, "joined-already");
        join(as("OFFICER", QNG), campaign, QNG).then().statusCode(201);
    }

    @Test
    void of_many_joinings_at_once_one_joins() throws Exception {
        String campaign = launched(VKSTC, QNG);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt =
                    () -> join(as("OFFICER", QNG), campaign, QNG_02).statusCode();
            List<Integer> statuses = many
                    .invokeAll(IntStream.range(0, 8).mapToObj(each -> attempt).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(201, 409, 409, 409, 409, 409, 409, 409), statuses);
        }
        as("OFFICER", QNG).get(participants(campaign)).then().body("items.size()", equalTo(1));
    }

    @Test
    void nobody_joins_a_draft() {
        String draft = created(form(VKSTC, "scopeUnitIds", List.of(QNG.id())), VKSTC);
        // Whoever is called does not know of it yet; whoever drafts it is not called.
        Refusal.of(join(as("OFFICER", QNG), draft, QNG_01), 404, "not-found");
        Refusal.of(join(as("OFFICER", VKSTC), draft, VKSTC_01), 422, "rule-broken", "/unitId", "unit-not-called");
    }

    @Test
    void a_unit_that_is_not_called_does_not_join() {
        String campaign = launched(VKSTC, QNG_01);
        Refusal.of(join(as("OFFICER", QNG), campaign, QNG_02), 422, "rule-broken", "/unitId", "unit-not-called");
        Refusal.of(join(as("OFFICER", QNG), campaign, QNG), 422, "rule-broken", "/unitId", "unit-not-called");
        join(as("OFFICER", QNG), campaign, QNG_01_A).then().statusCode(201);
    }

    @Test
    void an_officer_joins_for_units_in_scope_only() {
        String campaign = launched(VKSTC, VKSTC);
        for (UUID elsewhere : List.of(NAN.id(), VKSTC.id(), QNG.id(), QNG_02.id(), UUID.randomUUID())) {
            Refusal.of(
                    send(as("OFFICER", QNG_01), campaign, Map.of("unitId", elsewhere)),
                    403,
                    "forbidden",
                    "/unitId",
                    "unit-out-of-scope");
        }
        Refusal.of(join(as("OFFICER", VKSTC), campaign, QNG), 403, "forbidden", "/unitId", "unit-out-of-scope");
        as("OFFICER", VKSTC).get(participants(campaign)).then().body("items.size()", equalTo(0));
    }

    @Test
    void a_unit_that_takes_part_anyway_does_not_join() {
        String campaign = launched(QNG, QNG);
        for (Organization unit : List.of(QNG, QNG_01, QNG_01_A)) {
            Refusal.of(join(as("OFFICER", QNG), campaign, unit), 422, "rule-broken", "/unitId", "takes-part-anyway");
        }
        Refusal.of(
                join(as("OFFICER", VKSTC), launched(VKSTC, QNG, VKSTC_01), VKSTC_01),
                422,
                "rule-broken",
                "/unitId",
                "takes-part-anyway");
        // Not in the scope, it does not.
        Refusal.of(
                join(as("OFFICER", QNG), launched(QNG, QNG_01), QNG_02),
                422,
                "rule-broken",
                "/unitId",
                "unit-not-called");
    }

    @Test
    void a_campaign_that_is_over_is_joined_by_the_day_on_which_that_was() {
        String campaign = over(VKSTC, VKSTC);
        Refusal.of(join(as("OFFICER", QNG), campaign, QNG), 409, "campaign-over");
        Map.of("2199-01-01", "in-the-future", "2023-01-01", "after-last-day", "2022-01-09", "before-launch")
                .forEach((day, code) -> Refusal.of(
                        send(as("OFFICER", QNG), campaign, Map.of("unitId", QNG.id(), "joinedOn", day)),
                        422,
                        "rule-broken",
                        "/joinedOn",
                        code));
        Refusal.of(
                send(as("OFFICER", QNG), campaign, Map.of("unitId", QNG.id(), "joinedOn", "31/12/2022")),
                400,
                "invalid-request",
                "/joinedOn",
                "not-a-date");
        for (String day : List.of("2022-12-31", "2022-01-10")) {
            Organization unit = day.endsWith("31") ? QNG : QNG_01;
            send(as("OFFICER", QNG), campaign, Map.of("unitId", unit.id(), "joinedOn", day))
                    .then()
                    .statusCode(201)
                    .body("joinedOn", equalTo(day));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void only_an_officer_lets_a_unit_join(String role) {
        String campaign = launched(VKSTC, QNG);
        Refusal.of(join(as(role, QNG), campaign, QNG_01), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void whoever_may_not_know_of_the_campaign_is_told_that_there_is_none() {
        String campaign = launched(VKSTC, QNG);
        String participant = join(as("OFFICER", QNG), campaign, QNG_01).path("id");
        Refusal.of(join(as("OFFICER", NAN), campaign, NAN_01), 404, "not-found");
        Refusal.of(as("OFFICER", NAN).get(participants(campaign)), 404, "not-found");
        Refusal.of(as("OFFICER", NAN).get(participants(campaign) + "/" + participant), 404, "not-found");
        Refusal.of(as("MEMBER", QNG_01).get(participants(campaign)), 404, "not-found");
        Refusal.of(as("MEMBER", QNG_01).get(participants(campaign) + "/" + participant), 404, "not-found");
        Refusal.of(join(as("MEMBER", QNG_01), campaign, QNG_01), 404, "not-found");
    }

    @Test
    void participants_are_seen_from_above_and_by_themselves_but_not_sideways() {
        String campaign = launched(VKSTC, VKSTC);
        String ours = join(as("OFFICER", QNG), campaign, QNG).path("id");
        String section = join(as("OFFICER", QNG), campaign, QNG_01).path("id");
        String theirs = join(as("OFFICER", NAN), campaign, NAN).path("id");
        requireListed(VKSTC, campaign, theirs, section, ours);
        requireListed(QNG, campaign, section, ours);
        requireListed(QNG_01, campaign, section);
        requireListed(NAN, campaign, theirs);
        as("CHAIR", VKSTC)
                .get(participants(campaign) + "/" + theirs)
                .then()
                .statusCode(200)
                .body("id", equalTo(theirs));
        Refusal.of(as("CHAIR", QNG).get(participants(campaign) + "/" + theirs), 404, "not-found");
        Refusal.of(as("CHAIR", QNG).get(participants(launched(QNG, QNG)) + "/" + ours), 404, "not-found");
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        String campaign = launched(VKSTC, QNG);
        String first = join(as("OFFICER", QNG), campaign, QNG_01).path("id");
        String second = join(as("OFFICER", QNG), campaign, QNG_02).path("id");
        Response page = as("CHAIR", QNG).get(participants(campaign) + "?limit=1");
        page.then().statusCode(200).body("items.id", contains(second)).body("next", notNullValue());
        as("CHAIR", QNG)
                .get(participants(campaign) + "?limit=1&cursor=" + page.path("next"))
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
    }

    @Test
    void a_joining_repeated_under_its_key_is_answered_as_the_first_one_was() {
        String campaign = launched(VKSTC, QNG);
        String key = UUID.randomUUID().toString();
        Response first = join(as("OFFICER", QNG).header("Idempotency-Key", key), campaign, QNG_01);
        first.then().statusCode(201);
        join(as("OFFICER", QNG).header("Idempotency-Key", key), campaign, QNG_01)
                .then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .body(equalTo(first.asString()));
        Refusal.of(
                join(as("OFFICER", QNG).header("Idempotency-Key", key), campaign, QNG_02),
                422,
                "rule-broken",
                "Idempotency-Key",
                "key-of-another-request");
    }

    @Test
    void a_joining_stands_in_the_audit_trail_of_the_joining_union() {
        String campaign = launched(VKSTC, VKSTC);
        String id = join(as("OFFICER", QNG), campaign, QNG_01).path("id");
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body("items.action", contains("join"))
                .body("items[0].unitId", equalTo(QNG_01.id().toString()))
                .body("items[0].assignmentId", notNullValue());
    }

    private static void requireListed(Organization reader, String campaign, String... ids) {
        as("INSPECTOR", reader)
                .get(participants(campaign))
                .then()
                .statusCode(200)
                .body("items.id", contains(ids));
    }
}
