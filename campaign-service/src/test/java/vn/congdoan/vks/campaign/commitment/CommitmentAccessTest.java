package vn.congdoan.vks.campaign.commitment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.COMMITMENTS;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.put;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CommitmentAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void every_staff_role_reads_commitments_in_scope_and_by_oversight(String role) {
        String campaign = launched(QNG, QNG);
        String id =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.member())).path("id");
        for (Organization unit : List.of(QNG_01, QNG, VKSTC)) {
            as(role, unit).get(COMMITMENTS + "/" + id).then().statusCode(200).body("id", equalTo(id));
            as(role, unit)
                    .get(COMMITMENTS + "?campaign=" + campaign)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        for (Organization unit : List.of(QNG_02, QNG_01_A, NAN, VKSTC_01)) {
            Refusal.of(as(role, unit).get(COMMITMENTS + "/" + id), 404, "not-found");
            as(role, unit).get(COMMITMENTS + "?campaign=" + campaign).then().body("items", empty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void only_an_officer_commits_others(String role) {
        String campaign = launched(QNG, QNG);
        UUID id = UUID.randomUUID();
        Refusal.of(post(as(role, QNG), ofUnit(campaign, QNG_01)), 403, "forbidden");
        Refusal.of(post(as(role, QNG), ofMember(campaign, QNG_01.member())), 403, "forbidden");
        Refusal.of(put(as(role, QNG), id, ofUnit(campaign, QNG_01)), 403, "forbidden", "/unitId", "unit-out-of-scope");
        Refusal.of(put(as(role, QNG), id, ofMember(campaign, QNG_01.member())), 403, "forbidden");
        Refusal.of(as("OFFICER", QNG).get(COMMITMENTS + "/" + id), 404, "not-found");
    }

    @Test
    void an_officer_commits_units_in_scope_only() {
        String campaign = launched(VKSTC, VKSTC);
        for (Organization unit : List.of(QNG, QNG_02, NAN, VKSTC)) {
            Refusal.of(
                    post(as("OFFICER", QNG_01), ofUnit(campaign, unit)),
                    403,
                    "forbidden",
                    "/unitId",
                    "unit-out-of-scope");
        }
        Refusal.of(post(as("OFFICER", VKSTC), ofUnit(campaign, QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_linked_member_commits_himself_and_nobody_else() {
        String campaign = launched(QNG, QNG);
        Response own = post(as("MEMBER", QNG_01), ofMember(campaign, QNG_01.member()));
        own.then().statusCode(201).body("unitId", equalTo(QNG_01.id().toString()));
        Map<String, Object> other = ofMember(campaign, QNG_01.member());
        other.put("text", "Học tập");
        put(as("MEMBER", QNG_01), UUID.randomUUID(), other).then().statusCode(201);
        Refusal.of(post(as("MEMBER", QNG_01), ofMember(campaign, QNG_02.member())), 403, "forbidden");
        Refusal.of(
                post(as("MEMBER", QNG_01), ofUnit(campaign, QNG_01)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_linked_member_commits_himself_only_in_a_launched_campaign_that_calls_his_unit() {
        for (String campaign : List.of(launched(NAN, NAN), UUID.randomUUID().toString())) {
            Refusal.of(
                    post(as("MEMBER", QNG_01), ofMember(campaign, QNG_01.member())),
                    422,
                    "rule-broken",
                    "/campaignId",
                    "unknown-reference");
        }
        post(as("MEMBER", QNG_01_A), ofMember(launched(QNG, QNG_01), QNG_01_A.member()))
                .then()
                .statusCode(201);
    }

    @Test
    void a_linked_member_reads_his_own_commitments_and_no_others() {
        String campaign = launched(QNG, QNG);
        String own =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.member())).path("id");
        String units = post(as("OFFICER", QNG), ofUnit(campaign, QNG_01)).path("id");
        String other =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_02.member())).path("id");
        as("MEMBER", QNG_01).get(COMMITMENTS + "/" + own).then().statusCode(200).body("id", equalTo(own));
        as("MEMBER", QNG_01)
                .get(COMMITMENTS + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(own))
                .body("items.id", not(hasItem(units)))
                .body("items.id", not(hasItem(other)));
        for (String hidden : List.of(units, other)) {
            Refusal.of(as("MEMBER", QNG_01).get(COMMITMENTS + "/" + hidden), 404, "not-found");
        }
        Refusal.of(
                as("MEMBER", QNG_01).get(COMMITMENTS + "?unit=" + QNG_01.id()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
    }

    @ParameterizedTest
    @CsvSource({
        "CHAIR, QNG, worded",
        "OFFICER, QNG_01, worded",
        "ACCOUNTANT, QNG, worded",
        "CASHIER, QNG_01, worded",
        "INSPECTOR, QNG, worded",
        "MEMBER, QNG_01, worded",
        "ADMIN, QNG, unworded",
        "INTEGRATOR, QNG_01, unworded",
        "CHAIR, VKSTC, unworded",
        "INSPECTOR, VKSTC, unworded"
    })
    void what_a_member_wrote_is_for_the_member_and_those_in_scope(String role, Organization at, String view) {
        String campaign = launched(QNG, QNG);
        String id =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.member())).path("id");
        String shown = view.equals("worded") ? "Giải quyết đơn đúng hạn" : null;
        as(role, at)
                .get(COMMITMENTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0-" + view + "\"")
                .body("memberId", equalTo(QNG_01.member().toString()))
                .body("text", equalTo(shown));
        as(role, at).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.text", contains(shown));
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, QNG", "INTEGRATOR, QNG_01", "CHAIR, VKSTC", "OFFICER, QNG"})
    void what_a_unit_writes_is_shown_to_all_who_read_it(String role, Organization at) {
        String id = post(as("OFFICER", QNG), ofUnit(launched(QNG, QNG), QNG_01)).path("id");
        as(role, at)
                .get(COMMITMENTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0-worded\"")
                .body("text", equalTo("Giải quyết đơn đúng hạn"));
    }

    @Test
    void a_node_reads_no_commitments() {
        Refusal.of(as("NODE", QNG).get(COMMITMENTS), 403, "forbidden");
    }

    @Test
    void a_list_is_narrowed_by_unit_campaign_and_member_and_paged_newest_first() {
        String campaign = launched(QNG, QNG);
        String first =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01_A.member())).path("id");
        String second = post(as("OFFICER", QNG), ofUnit(campaign, QNG_02)).path("id");
        String third =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_02.member())).path("id");
        String list = COMMITMENTS + "?campaign=" + campaign;
        as("CHAIR", QNG).get(list).then().body("items.id", contains(third, second, first));
        as("CHAIR", QNG).get(list + "&unit=" + QNG_01.id()).then().body("items.id", contains(first));
        as("CHAIR", QNG).get(list + "&member=" + QNG_02.member()).then().body("items.id", contains(third));
        Response page = as("CHAIR", QNG).get(list + "&limit=2");
        page.then().body("items.id", contains(third, second)).body("next", notNullValue());
        post(as("OFFICER", QNG), ofUnit(campaign, QNG_01)).then().statusCode(201);
        as("CHAIR", QNG)
                .get(list + "&limit=2&cursor=" + page.path("next"))
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        for (String filter : List.of("campaign", "member", "unit")) {
            Refusal.of(
                    as("CHAIR", QNG).get(COMMITMENTS + "?" + filter + "=x"),
                    400,
                    "invalid-request",
                    "?" + filter,
                    "not-an-id");
        }
        Refusal.of(
                as("CHAIR", QNG).get(COMMITMENTS + "?unit=" + NAN.id()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
    }
}
