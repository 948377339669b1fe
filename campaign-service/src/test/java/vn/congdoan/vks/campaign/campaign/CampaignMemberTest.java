package vn.congdoan.vks.campaign.campaign;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launch;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// What members, who hold no role, know of campaigns.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignMemberTest {

    @Test
    void a_member_reads_the_launched_campaigns_that_call_the_own_unit() {
        for (String id : List.of(launched(VKSTC, VKSTC), launched(QNG, QNG), launched(QNG, QNG_01))) {
            as("MEMBER", QNG_01_A)
                    .get(CAMPAIGNS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
            as("MEMBER", QNG_01_A)
                    .get(CAMPAIGNS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id))
                    .body("items.status", everyItem(equalTo("LAUNCHED")));
            Refusal.of(launch(as("MEMBER", QNG_01_A), id, "\"1-campaign\""), 403, "forbidden");
        }
    }

    @Test
    void a_member_knows_of_no_draft_and_of_no_campaign_that_does_not_call_the_own_unit() {
        List<String> hidden = List.of(
                created(form(QNG_01), QNG),
                created(form(VKSTC, "scopeUnitIds", List.of(VKSTC.id())), VKSTC),
                launched(QNG, QNG_02),
                // Below the member's unit: its staff knows of it, because it commands the group.
                launched(QNG, QNG_01_A),
                launched(NAN, NAN));
        for (String id : hidden) {
            Refusal.of(as("MEMBER", QNG_01).get(CAMPAIGNS + "/" + id), 404, "not-found");
            as("MEMBER", QNG_01)
                    .get(CAMPAIGNS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id)));
        }
        Refusal.of(
                as("MEMBER", QNG_01).get(CAMPAIGNS + "?unit=" + QNG_01.id()),
                404,
                "not-found",
                "?unit",
                "unknown-reference");
    }
}
