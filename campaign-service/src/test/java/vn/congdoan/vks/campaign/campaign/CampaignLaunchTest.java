package vn.congdoan.vks.campaign.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launch;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.post;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.put;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.target;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignLaunchTest {

    private static final String FIRST_VERSION = "\"0-campaign\"";

    @Test
    void targets_are_shown_in_their_order_and_change_nothing_about_the_version() {
        Map<String, @Nullable Object> form =
                form(QNG, "targets", List.of(target("Đoàn viên đăng ký", 99.50), target("Chuyên đề", 4)));
        UUID id = UUID.randomUUID();
        put(as("OFFICER", QNG), id, form)
                .then()
                .statusCode(201)
                .header("ETag", FIRST_VERSION)
                .body("targets.name", contains("Đoàn viên đăng ký", "Chuyên đề"))
                .body("targets.value", contains(99.5f, 4))
                .body("targets[0].direction", equalTo("AT_LEAST"))
                .body("launchedOn", nullValue());
        String shown = as("CHAIR", QNG).get(CAMPAIGNS + "/" + id).asString();
        form.put("targets", List.of(target("Đoàn viên đăng ký", 99.5), target("Chuyên đề", 4.0)));
        put(as("OFFICER", QNG), id, form).then().statusCode(200).body(equalTo(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.0001", "1e15", "1e999999999", "1.2345"})
    void a_target_is_a_number_above_zero_of_three_decimals(String value) {
        String body = "{\"unitId\":\"%s\",\"kind\":\"MOVEMENT\",\"name\":\"x\",\"startsOn\":\"2022-01-01\",\"targets\":"
                        .formatted(QNG.id())
                + "[{\"name\":\"a\",\"unitOfMeasure\":\"%\",\"direction\":\"AT_MOST\",\"value\":" + value + "}]}";
        var answer = post(as("OFFICER", QNG), body);
        Refusal.of(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", hasItem("/targets/0/value"));
    }

    @Test
    void needs_no_body_and_no_type_of_one() {
        as("CHAIR", QNG)
                .noContentType()
                .header("If-Match", FIRST_VERSION)
                .post("/api/v1/campaigns/" + created(form(QNG), QNG) + "/launch")
                .then()
                .statusCode(200)
                .body("status", equalTo("LAUNCHED"));
    }

    @Test
    void the_chair_launches_a_draft_today_or_on_the_day_that_it_was() {
        String today = LocalDate.now(Clock.system(BusinessTime.ZONE)).toString();
        launch(as("CHAIR", QNG), created(form(QNG_01), QNG), FIRST_VERSION)
                .then()
                .statusCode(200)
                .header("ETag", "\"1-campaign\"")
                .body("status", equalTo("LAUNCHED"))
                .body("launchedOn", equalTo(today));
        String body = "{\"launchedOn\":\"2022-01-05\"}";
        launch(as("CHAIR", QNG).contentType("application/json").body(body), created(form(QNG), QNG), FIRST_VERSION)
                .then()
                .statusCode(200)
                .body("launchedOn", equalTo("2022-01-05"));
    }

    @Test
    void no_campaign_is_launched_in_the_future() {
        String id = created(form(QNG), QNG);
        var chair = as("CHAIR", QNG).contentType("application/json").body("{\"launchedOn\":\"2199-01-01\"}");
        Refusal.of(launch(chair, id, FIRST_VERSION), 422, "rule-broken", "/launchedOn", "in-the-future");
        as("CHAIR", QNG).get(CAMPAIGNS + "/" + id).then().body("status", equalTo("DRAFT"));
    }

    @Test
    void a_campaign_is_launched_in_a_sane_time_about_its_own() {
        String id = created(form(QNG, "endsOn", "2022-12-31"), QNG);
        for (String late : List.of("{}", "{\"launchedOn\":\"2023-01-01\"}")) {
            Refusal.of(
                    launch(as("CHAIR", QNG).body(late), id, FIRST_VERSION),
                    422,
                    "rule-broken",
                    "/launchedOn",
                    "after-last-day");
        }
        Refusal.of(
                launch(as("CHAIR", QNG).body("{\"launchedOn\":\"2012-01-05\"}"), id, FIRST_VERSION),
                422,
                "rule-broken",
                "/launchedOn",
                "long-before-first-day");
        launch(as("CHAIR", QNG).body("{\"launchedOn\":\"2021-12-20\"}"), id, FIRST_VERSION)
                .then()
                .statusCode(200)
                .body("launchedOn", equalTo("2021-12-20"));
    }

    @Test
    void a_campaign_is_launched_once() {
        String id = launched(QNG, QNG);
        Refusal.of(launch(as("CHAIR", QNG), id, "\"1-campaign\""), 409, "wrong-status");
        Refusal.of(launch(as("CHAIR", QNG), id, FIRST_VERSION), 412, "stale");
        Refusal.of(
                as("CHAIR", QNG).contentType("application/json").post(CAMPAIGNS + "/" + id + "/launch"),
                428,
                "precondition-required");
    }

    @Test
    void a_launch_repeated_under_its_key_is_answered_as_the_first_one_was() {
        String id = created(form(QNG), QNG);
        String key = UUID.randomUUID().toString();
        var first = launch(as("CHAIR", QNG).header("Idempotency-Key", key), id, FIRST_VERSION);
        first.then().statusCode(200).body("status", equalTo("LAUNCHED"));
        launch(as("CHAIR", QNG).header("Idempotency-Key", key), id, FIRST_VERSION)
                .then()
                .statusCode(200)
                .header("ETag", "\"1-campaign\"")
                .body(equalTo(first.asString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void only_a_chair_launches(String role) {
        String id = created(form(QNG), QNG);
        Refusal.of(launch(as(role, QNG), id, FIRST_VERSION), 403, "forbidden");
    }

    @Test
    void a_chair_launches_neither_above_nor_beside_nor_across_the_boundary_of_a_union() {
        String id = created(form(QNG), QNG);
        Refusal.of(launch(as("CHAIR", VKSTC), id, FIRST_VERSION), 403, "forbidden");
        Refusal.of(launch(as("CHAIR", QNG_01), id, FIRST_VERSION), 404, "not-found");
        Refusal.of(launch(as("CHAIR", NAN), id, FIRST_VERSION), 404, "not-found");
        as("CHAIR", QNG).get(CAMPAIGNS + "/" + id).then().body("status", equalTo("DRAFT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void all_staff_that_a_launched_campaign_calls_know_of_it(String role) {
        String id = launched(VKSTC, QNG_01, VKSTC);
        for (Organization unit : List.of(QNG, QNG_01, QNG_01_A, QNG_02, NAN_01, VKSTC_01)) {
            requireKnown(role, unit, id);
        }
    }

    @Test
    void nobody_that_a_launched_campaign_does_not_call_knows_of_it() {
        String id = launched(VKSTC, QNG_01);
        requireKnown("OFFICER", QNG_01, id);
        requireKnown("OFFICER", QNG_01_A, id);
        // The union commands the section that is called.
        requireKnown("OFFICER", QNG, id);
        for (Organization unit : List.of(QNG_02, NAN, NAN_01, VKSTC_01)) {
            requireUnknown("OFFICER", unit, id);
        }
        Refusal.of(as("NODE", QNG_01).get(CAMPAIGNS + "/" + id), 404, "not-found");
    }

    @Test
    void nobody_that_a_draft_calls_knows_of_it() {
        String id = created(form(VKSTC, "scopeUnitIds", List.of(VKSTC.id())), VKSTC);
        for (Organization unit : List.of(QNG, QNG_01, NAN_01, VKSTC_01)) {
            requireUnknown("CHAIR", unit, id);
        }
    }

    @Test
    void a_list_of_a_unit_holds_what_calls_it_or_a_unit_below_it() {
        String section = launched(VKSTC, QNG_01);
        String sector = launched(VKSTC, VKSTC);
        for (String role : List.of("OFFICER", "INSPECTOR")) {
            for (Organization by : List.of(QNG, VKSTC)) {
                as(role, by)
                        .get(CAMPAIGNS + "?limit=200&unit=" + QNG_01.id())
                        .then()
                        .body("items.id", hasItem(section))
                        .body("items.id", hasItem(sector));
                as(role, by)
                        .get(CAMPAIGNS + "?limit=200&unit=" + QNG_02.id())
                        .then()
                        .body("items.id", not(hasItem(section)))
                        .body("items.id", hasItem(sector));
            }
        }
        Refusal.of(
                as("CHAIR", NAN).get(CAMPAIGNS + "?unit=" + QNG_01.id()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
    }

    @Test
    void a_launch_stands_in_the_audit_trail() {
        String id = launched(QNG, QNG);
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body("items.action", contains("launch", "create"))
                .body("items[0].actor.subject", equalTo("CHAIR@QNG"))
                .body("items[0].changed", contains("status", "launchedOn"));
    }

    private static void requireKnown(String role, Organization unit, String id) {
        as(role, unit).get(CAMPAIGNS + "/" + id).then().statusCode(200).body("id", equalTo(id));
        as(role, unit).get(CAMPAIGNS + "?limit=200").then().body("items.id", hasItem(id));
        as(role, unit).get(CAMPAIGNS + "?limit=200&unit=" + unit.id()).then().body("items.id", hasItem(id));
    }

    private static void requireUnknown(String role, Organization unit, String id) {
        Refusal.of(as(role, unit).get(CAMPAIGNS + "/" + id), 404, "not-found");
        as(role, unit).get(CAMPAIGNS + "?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
        as(role, unit)
                .get(CAMPAIGNS + "?limit=200&unit=" + unit.id())
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(id)));
    }
}
