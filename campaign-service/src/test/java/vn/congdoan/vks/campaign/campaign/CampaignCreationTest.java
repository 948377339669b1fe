package vn.congdoan.vks.campaign.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.post;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.put;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignCreationTest {

    @Test
    void a_new_campaign_has_an_address_and_a_version() {
        Map<String, @Nullable Object> form = form(QNG, "legalBasis", "Chỉ thị 05-CT/TW");
        var answer = post(as("OFFICER", QNG).header("X-Request-Id", "seen-before-1"), form);
        answer.then()
                .statusCode(201)
                .header("ETag", "\"0-campaign\"")
                .header("Location", matchesPattern(".*/api/v1/campaigns/[0-9a-f-]{14}7[0-9a-f-]{21}"))
                .header("X-Request-Id", "seen-before-1")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, Accept-Language")
                .body("name", equalTo(form.get("name")))
                .body("legalBasis", equalTo("Chỉ thị 05-CT/TW"))
                .body("status", equalTo("DRAFT"))
                .body("endsOn", nullValue());
        as("CHAIR", QNG)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0-campaign\"")
                .body("$", equalTo(answer.jsonPath().getMap("$")));
    }

    @Test
    void text_is_kept_composed() {
        String id = created(form(QNG, "name", "My\u0303 thu\u031B\u0309 " + UUID.randomUUID()), QNG);
        as("CHAIR", QNG).get(CAMPAIGNS + "/" + id).then().body("name", matchesPattern("Mỹ thử .*"));
    }

    @Test
    void an_equal_creation_repeated_changes_nothing() {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> form = form(QNG);
        put(as("OFFICER", QNG), id, form).then().statusCode(201).header("ETag", "\"0-campaign\"");
        put(as("OFFICER", QNG), id, form)
                .then()
                .statusCode(200)
                .header("ETag", "\"0-campaign\"")
                .body("id", equalTo(id.toString()));
    }

    @Test
    void another_creation_under_a_used_id_is_refused() {
        UUID id = UUID.randomUUID();
        put(as("OFFICER", QNG), id, form(QNG)).then().statusCode(201);
        Refusal.of(put(as("OFFICER", QNG), id, form(QNG)), 412, "already-exists");
    }

    @Test
    void a_client_that_names_the_id_says_that_it_creates() {
        UUID id = UUID.randomUUID();
        var request = as("OFFICER", QNG).contentType("application/json").body(form(QNG));
        Refusal.of(request.put(CAMPAIGNS + "/" + id), 428, "precondition-required");
        Refusal.of(
                request.header("If-None-Match", "\"0-campaign\"").put(CAMPAIGNS + "/" + id),
                400,
                "invalid-request",
                "If-None-Match",
                "must-be-a-star");
        Refusal.of(as("CHAIR", QNG).get(CAMPAIGNS + "/" + id), 404, "not-found");
    }

    @Test
    void of_many_equal_creations_at_once_one_creates() throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> form = form(QNG);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt = () -> put(as("OFFICER", QNG), id, form).statusCode();
            var statuses = many
                    .invokeAll(IntStream.range(0, 8).mapToObj(each -> attempt).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), statuses);
        }
    }

    @Test
    void problems_are_told_in_vietnamese_unless_english_is_wanted() {
        Map<String, @Nullable Object> form = form(QNG, "endsOn", "2021-12-31");
        post(as("OFFICER", QNG), form)
                .then()
                .header("Content-Language", "vi")
                .body("errors[0].detail", equalTo("Ngày cuối ở trước ngày đầu."));
        post(as("OFFICER", QNG).header("Accept-Language", "fr, en-GB;q=0.8, vi;q=0.5"), form)
                .then()
                .header("Content-Language", "en")
                .body("errors[0].detail", equalTo("The last day lies before the first."));
    }

    @Test
    void calls_the_launching_unit_unless_told_whom() {
        post(as("OFFICER", QNG), form(QNG_02))
                .then()
                .statusCode(201)
                .body("status", equalTo("DRAFT"))
                .body("scopeUnitIds", contains(QNG_02.id().toString()));
    }

    @Test
    void calls_units_below_and_unions_below_in_the_order_given() {
        post(as("OFFICER", VKSTC), form(VKSTC, "scopeUnitIds", List.of(QNG.id(), VKSTC_01.id(), NAN_01.id())))
                .then()
                .statusCode(201)
                .body(
                        "scopeUnitIds",
                        contains(
                                QNG.id().toString(),
                                VKSTC_01.id().toString(),
                                NAN_01.id().toString()));
    }

    @Test
    void does_not_call_a_unit_beside_above_or_unknown() {
        for (UUID elsewhere : List.of(NAN.id(), VKSTC.id(), VKSTC_01.id(), UUID.randomUUID())) {
            var answer = post(as("OFFICER", QNG), form(QNG, "scopeUnitIds", List.of(QNG_02.id(), elsewhere)));
            Refusal.of(answer, 422, "rule-broken", "/scopeUnitIds/1", "unit-not-below-launching-unit");
            answer.then().body("errors.size()", equalTo(1));
        }
        Refusal.of(
                post(as("OFFICER", QNG), form(QNG_02, "scopeUnitIds", List.of(QNG.id()))),
                422,
                "rule-broken",
                "/scopeUnitIds/0",
                "unit-not-below-launching-unit");
    }

    @Test
    void a_section_of_the_central_union_does_not_call_other_unions() {
        Refusal.of(
                post(as("OFFICER", VKSTC), form(VKSTC_01, "scopeUnitIds", List.of(QNG.id()))),
                422,
                "rule-broken",
                "/scopeUnitIds/0",
                "unit-not-below-launching-unit");
    }

    @Test
    void a_creation_stands_in_the_audit_trail_without_values() {
        String id = created(form(QNG), QNG);
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("create"))
                .body("items[0].resourceType", equalTo("campaign"))
                .body("items[0].actor.subject", equalTo("OFFICER@QNG"))
                .body("items[0].unitId", equalTo(QNG.id().toString()))
                .body("items[0].changed", hasItem("name"));
    }
}
