package vn.congdoan.vks.campaign.commitment;

import static org.hamcrest.Matchers.equalTo;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.over;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.join;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// In which campaigns, from which units and on which days somebody commits.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class TakingPartTest {

    @Test
    void nobody_commits_in_a_draft() {
        String draft = created(form(QNG), QNG);
        Refusal.of(post(as("OFFICER", QNG), ofUnit(draft, QNG_01)), 409, "wrong-status");
    }

    @Test
    void nobody_commits_in_a_campaign_that_is_over() {
        Refusal.of(post(as("OFFICER", QNG), ofUnit(over(QNG, QNG), QNG_01)), 409, "campaign-over");
    }

    @Test
    void a_commitment_of_earlier_is_registered_by_its_day_in_the_time_of_the_campaign() {
        String campaign = over(QNG, QNG);
        Map<String, Object> form = ofUnit(campaign, QNG_01);
        form.put("deadline", "2022-12-31");
        Map.of("2199-01-01", "in-the-future", "2023-01-01", "after-last-day", "2022-01-09", "before-launch")
                .forEach((day, code) -> {
                    form.put("registeredOn", day);
                    Refusal.of(post(as("OFFICER", QNG), form), 422, "rule-broken", "/registeredOn", code);
                });
        form.put("registeredOn", "14/2/2022");
        Refusal.of(post(as("OFFICER", QNG), form), 400, "invalid-request", "/registeredOn", "not-a-date");
        form.put("registeredOn", "2022-02-14");
        post(as("OFFICER", QNG), form).then().statusCode(201).body("registeredOn", equalTo("2022-02-14"));
    }

    @Test
    void a_deadline_lies_between_the_registration_and_the_last_day_of_the_campaign() {
        Map<String, Object> form = ofMember(over(QNG, QNG), QNG_01.member());
        form.put("registeredOn", "2022-02-14");
        form.put("deadline", "2022-02-13");
        Refusal.of(post(as("MEMBER", QNG_01), form), 422, "rule-broken", "/deadline", "before-registration");
        form.put("deadline", "2023-01-01");
        Refusal.of(post(as("MEMBER", QNG_01), form), 422, "rule-broken", "/deadline", "after-last-day");
        form.put("deadline", "2022-02-14");
        post(as("MEMBER", QNG_01), form).then().statusCode(201);
        Map<String, Object> today = ofUnit(launched(QNG, QNG), QNG_01);
        today.put("deadline", "2022-12-31");
        Refusal.of(post(as("OFFICER", QNG), today), 422, "rule-broken", "/deadline", "before-registration");
    }

    @Test
    void nobody_outside_the_scope_commits_in_the_launching_union_either() {
        String campaign = launched(QNG, QNG_01);
        for (Organization officer : List.of(QNG, QNG_02)) {
            Refusal.of(
                    post(as("OFFICER", officer), ofUnit(campaign, QNG_02)),
                    422,
                    "rule-broken",
                    "/unitId",
                    "unit-not-called");
            Refusal.of(
                    post(as("OFFICER", officer), ofMember(campaign, QNG_02.member())),
                    422,
                    "rule-broken",
                    "/memberId",
                    "unit-not-called");
        }
        Refusal.of(post(as("OFFICER", QNG), ofUnit(campaign, QNG)), 422, "rule-broken", "/unitId", "unit-not-called");
        Refusal.of(
                post(as("MEMBER", QNG_02), ofMember(campaign, QNG_02.member())),
                422,
                "rule-broken",
                "/memberId",
                "unit-not-called");
        post(as("OFFICER", QNG), ofUnit(campaign, QNG_01_A)).then().statusCode(201);
        post(as("MEMBER", QNG_01), ofMember(campaign, QNG_01.member())).then().statusCode(201);
    }

    @Test
    void a_draft_of_the_own_union_is_unknown_to_whoever_may_not_read_it() {
        String draft = created(form(QNG), QNG);
        for (var answer : List.of(
                post(as("OFFICER", QNG_01), ofUnit(draft, QNG_01)),
                post(as("MEMBER", QNG_01), ofMember(draft, QNG_01.member())))) {
            Refusal.of(answer, 422, "rule-broken", "/campaignId", "unknown-reference");
        }
    }

    @Test
    void across_the_boundary_of_a_union_a_unit_takes_part_once_it_or_one_above_it_has_joined() {
        String campaign = launched(VKSTC, VKSTC);
        requireNoPart(campaign, QNG_01_A);
        join(as("OFFICER", QNG), campaign, QNG_01).then().statusCode(201);
        requireNoPart(campaign, QNG);
        requireNoPart(campaign, QNG_02);
        for (Organization below : List.of(QNG_01, QNG_01_A)) {
            post(as("OFFICER", QNG), ofUnit(campaign, below)).then().statusCode(201);
            post(as("OFFICER", QNG), ofMember(campaign, below.member())).then().statusCode(201);
        }
        join(as("OFFICER", QNG), campaign, QNG).then().statusCode(201);
        post(as("OFFICER", QNG), ofUnit(campaign, QNG_02)).then().statusCode(201);
        // What one union does is not the other's.
        Refusal.of(
                post(as("OFFICER", NAN), ofUnit(campaign, NAN_01)),
                422,
                "rule-broken",
                "/unitId",
                "unit-takes-no-part");
    }

    private static void requireNoPart(String campaign, Organization unit) {
        Refusal.of(
                post(as("OFFICER", QNG), ofUnit(campaign, unit)), 422, "rule-broken", "/unitId", "unit-takes-no-part");
        Refusal.of(
                post(as("OFFICER", QNG), ofMember(campaign, unit.member())),
                422,
                "rule-broken",
                "/memberId",
                "unit-takes-no-part");
    }
}
