package vn.congdoan.vks.campaign.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.post;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.put;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.platform.testing.WrongTokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void every_staff_role_reads_campaigns_in_their_scope_and_by_oversight(String role) {
        String id = created(form(QNG_01), QNG);
        for (Organization unit : new Organization[] {QNG_01, QNG, VKSTC}) {
            as(role, unit).get(CAMPAIGNS + "/" + id).then().statusCode(200).body("id", equalTo(id));
            as(role, unit)
                    .get(CAMPAIGNS + "?unit=" + QNG_01.id())
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
            as(role, unit).get(CAMPAIGNS + "?limit=200").then().statusCode(200).body("items.id", hasItem(id));
        }
    }

    @Test
    void a_node_does_not_read_campaigns() {
        String id = created(form(QNG), QNG);
        Refusal.of(as("NODE", QNG).get(CAMPAIGNS), 403, "forbidden");
        Refusal.of(as("NODE", QNG).get(CAMPAIGNS + "/" + id), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR", "NODE"})
    void only_an_officer_drafts_campaigns(String role) {
        Refusal.of(post(as(role, QNG), form(QNG)), 403, "forbidden");
        UUID id = UUID.randomUUID();
        Refusal.of(put(as(role, QNG), id, form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
        Refusal.of(as("OFFICER", QNG).get(CAMPAIGNS + "/" + id), 404, "not-found");
    }

    @Test
    void an_officer_drafts_campaigns_for_the_units_below() {
        post(as("OFFICER", QNG), form(QNG_01_A))
                .then()
                .statusCode(201)
                .body("unitId", equalTo(QNG_01_A.id().toString()))
                .body("unionId", equalTo(QNG.id().toString()));
    }

    @Test
    void a_sibling_union_does_not_know_of_a_campaign() {
        String id = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", NAN).get(CAMPAIGNS + "/" + id), 404, "not-found");
        Refusal.of(
                as("CHAIR", NAN).get(CAMPAIGNS + "?unit=" + QNG.id()), 404, "not-found", "?unit", "unknown-reference");
        as("CHAIR", NAN).get(CAMPAIGNS + "?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
        Refusal.of(post(as("OFFICER", NAN), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_section_knows_neither_its_sibling_nor_the_union_above() {
        String sibling = created(form(QNG_02), QNG);
        String above = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", QNG_01).get(CAMPAIGNS + "/" + sibling), 404, "not-found");
        Refusal.of(as("CHAIR", QNG_01).get(CAMPAIGNS + "/" + above), 404, "not-found");
        Refusal.of(post(as("OFFICER", QNG_01), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void oversight_never_writes() {
        Refusal.of(post(as("OFFICER", VKSTC), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_section_of_the_central_union_does_not_oversee() {
        String id = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", VKSTC_01).get(CAMPAIGNS + "/" + id), 404, "not-found");
    }

    @Test
    void an_unknown_unit_is_answered_like_one_out_of_scope() {
        UUID unknown = UUID.randomUUID();
        Refusal.of(
                post(as("OFFICER", QNG), form(QNG, "unitId", unknown)),
                403,
                "forbidden",
                "/unitId",
                "unit-out-of-scope");
        Refusal.of(
                as("CHAIR", QNG).get(CAMPAIGNS + "?unit=" + unknown), 404, "not-found", "?unit", "unknown-reference");
    }

    @Test
    void an_account_without_assignment_is_told_so() {
        Refusal.of(given().auth().oauth2(Tokens.of("nobody")).get(CAMPAIGNS), 403, "no-assignment");
        Refusal.of(
                given().auth().oauth2(Tokens.of("nobody")).get(CAMPAIGNS + "/" + UUID.randomUUID()),
                403,
                "no-assignment");
        Refusal.of(post(given().auth().oauth2(Tokens.of("nobody")), form(QNG)), 403, "no-assignment");
    }

    @Test
    void nobody_comes_in_without_a_valid_token() {
        Refusal.of(given().get(CAMPAIGNS), 401, "unauthenticated");
        Refusal.of(given().get(CAMPAIGNS + "?surprise=1"), 401, "unauthenticated");
        Refusal.of(post(given(), form(QNG)), 401, "unauthenticated");
        WrongTokens.of(QNG.account("CHAIR")).forEach((wrong, token) -> {
            Refusal.of(given().auth().oauth2(token).get(CAMPAIGNS), 401, "unauthenticated");
            Refusal.of(given().auth().oauth2(token).get(CAMPAIGNS + "/" + UUID.randomUUID()), 401, "unauthenticated");
        });
    }
}
