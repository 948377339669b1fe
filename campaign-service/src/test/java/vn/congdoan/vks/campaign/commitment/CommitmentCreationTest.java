package vn.congdoan.vks.campaign.commitment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.COMMITMENTS;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.put;
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
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Membership;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CommitmentCreationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @AfterEach
    void membership_is_there() {
        Membership.comeBack();
        assertTrue(Waiting.until(() -> as("OFFICER", QNG).get(COMMITMENTS).statusCode() == 200, PATIENCE));
    }

    @Test
    void an_officer_registers_what_a_unit_will_do() {
        String campaign = launched(QNG, QNG);
        Response made = post(as("OFFICER", QNG), ofUnit(campaign, QNG_01));
        String id = made.path("id");
        made.then()
                .statusCode(201)
                .header("ETag", "\"0-worded\"")
                .header("Location", endsWith(COMMITMENTS + "/" + id))
                .body("campaignId", equalTo(campaign))
                .body("unitId", equalTo(QNG_01.id().toString()))
                .body("unionId", equalTo(QNG.id().toString()))
                .body("memberId", nullValue())
                .body("text", equalTo("Giải quyết đơn đúng hạn"))
                .body("deadline", equalTo("2030-12-31"));
        as("CHAIR", QNG)
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0-worded\"")
                .body(equalTo(made.asString()));
    }

    @Test
    void a_member_nobody_told_of_is_asked_from_membership_and_committed_at_once() {
        String campaign = launched(QNG, QNG);
        post(as("OFFICER", QNG), ofMember(campaign, QNG_01_A.member()))
                .then()
                .statusCode(201)
                .body("memberId", equalTo(QNG_01_A.member().toString()))
                .body("unitId", equalTo(QNG_01_A.id().toString()));
    }

    @Test
    void nothing_is_registered_for_an_unknown_member_while_nobody_can_say_who_it_is() {
        String campaign = launched(QNG, QNG);
        Membership.goAway();
        // Nobody knows the caller either, once the moment has passed for which an account is remembered: he is nobody
        // as long as the replica is surely up to date.
        Supplier<Response> unknown = () -> post(as("OFFICER", QNG), ofMember(campaign, UUID.randomUUID()));
        assertTrue(Waiting.until(() -> unknown.get().statusCode() == 503, PATIENCE));
        membership_is_there();
        as("OFFICER", QNG).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.size()", equalTo(0));
    }

    @Test
    void a_member_elsewhere_and_one_that_does_not_exist_are_answered_alike() {
        String campaign = launched(VKSTC, VKSTC);
        join(as("OFFICER", QNG), campaign, QNG).then().statusCode(201);
        join(as("OFFICER", NAN), campaign, NAN).then().statusCode(201);
        for (UUID member : List.of(NAN_01.member(), VKSTC.member(), UUID.randomUUID())) {
            Refusal.of(
                    post(as("OFFICER", QNG), ofMember(campaign, member)),
                    422,
                    "rule-broken",
                    "/memberId",
                    "unknown-member");
        }
        Refusal.of(
                post(as("OFFICER", QNG_01), ofMember(campaign, QNG_02.member())),
                422,
                "rule-broken",
                "/memberId",
                "unknown-member");
    }

    @Test
    void somebody_who_is_no_longer_a_member_does_not_commit() {
        String campaign = launched(QNG, QNG);
        Refusal.of(
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.formerMember())),
                422,
                "rule-broken",
                "/memberId",
                "member-not-active");
    }

    @Test
    void either_a_member_or_a_unit_commits() {
        String campaign = launched(QNG, QNG);
        Map<String, Object> both = ofMember(campaign, QNG_01.member());
        both.put("unitId", QNG_01.id());
        Refusal.of(post(as("OFFICER", QNG), both), 400, "invalid-request", "/unitId", "member-or-unit");
        Map<String, Object> nobody = ofMember(campaign, QNG_01.member());
        nobody.remove("memberId");
        Refusal.of(post(as("OFFICER", QNG), nobody), 400, "invalid-request", "/memberId", "required");
    }

    @Test
    void nobody_commits_in_a_campaign_that_he_may_not_know_of() {
        String theirs = launched(NAN, NAN);
        for (String campaign : List.of(theirs, UUID.randomUUID().toString())) {
            for (Map<String, Object> form : List.of(ofUnit(campaign, QNG), ofMember(campaign, QNG_01.member()))) {
                Refusal.of(post(as("OFFICER", QNG), form), 422, "rule-broken", "/campaignId", "unknown-reference");
            }
        }
    }

    @Test
    void several_commitments_of_one_member_in_one_campaign_are_several() {
        String campaign = launched(QNG, QNG);
        Map<String, Object> form = ofMember(campaign, QNG_01.member());
        post(as("OFFICER", QNG), form).then().statusCode(201);
        form.put("text", "Học tập");
        post(as("OFFICER", QNG), form).then().statusCode(201);
        as("OFFICER", QNG).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.size()", equalTo(2));
    }

    @Test
    void equal_words_of_one_subject_are_registered_in_a_campaign_once() {
        String campaign = launched(QNG, QNG);
        for (Map<String, Object> form : List.of(ofMember(campaign, QNG_01.member()), ofUnit(campaign, QNG_01))) {
            post(as("OFFICER", QNG), form).then().statusCode(201);
            form.remove("deadline");
            form.put("text", "  " + form.get("text") + "\n");
            for (Response again :
                    List.of(post(as("OFFICER", QNG_01), form), put(as("OFFICER", QNG), UUID.randomUUID(), form))) {
                Refusal.of(again, 409, "committed-already", "/text", "committed-already");
            }
        }
        // Somebody else's, and in another campaign, they are others.
        post(as("OFFICER", QNG), ofMember(campaign, QNG_02.member())).then().statusCode(201);
        post(as("OFFICER", QNG), ofUnit(campaign, QNG_02)).then().statusCode(201);
        post(as("OFFICER", QNG), ofUnit(launched(QNG, QNG), QNG_01)).then().statusCode(201);
    }

    @Test
    void an_equal_creation_repeated_changes_nothing_and_another_one_is_refused() {
        String campaign = launched(QNG, QNG);
        UUID id = UUID.randomUUID();
        Map<String, Object> form = ofMember(campaign, QNG_01.member());
        Response first = put(as("OFFICER", QNG), id, form);
        first.then().statusCode(201).header("ETag", "\"0-worded\"");
        put(as("OFFICER", QNG), id, form).then().statusCode(200).body(equalTo(first.asString()));
        form.put("text", "Khác");
        Refusal.of(put(as("OFFICER", QNG), id, form), 412, "already-exists");
        as("OFFICER", QNG).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.size()", equalTo(1));
        var blind = as("OFFICER", QNG).contentType("application/json").body(form);
        Refusal.of(blind.put(COMMITMENTS + "/" + UUID.randomUUID()), 428, "precondition-required");
    }

    @Test
    void a_commitment_repeated_under_its_key_is_answered_as_the_first_one_was() {
        String campaign = launched(QNG, QNG);
        String key = UUID.randomUUID().toString();
        Map<String, Object> form = ofMember(campaign, QNG_01.member());
        Response first = post(as("OFFICER", QNG).header("Idempotency-Key", key), form);
        first.then().statusCode(201);
        post(as("OFFICER", QNG).header("Idempotency-Key", key), form)
                .then()
                .statusCode(201)
                .header("Location", equalTo(first.header("Location")))
                .header("ETag", equalTo(first.header("ETag")))
                .body(equalTo(first.asString()));
        as("OFFICER", QNG).get(COMMITMENTS + "?campaign=" + campaign).then().body("items.size()", equalTo(1));
        form.put("text", "Khác");
        Refusal.of(
                post(as("OFFICER", QNG).header("Idempotency-Key", key), form),
                422,
                "rule-broken",
                "Idempotency-Key",
                "key-of-another-request");
    }

    @Test
    void a_commitment_stands_in_the_audit_trail_without_values() {
        String campaign = launched(QNG, QNG);
        String id =
                post(as("OFFICER", QNG), ofMember(campaign, QNG_01.member())).path("id");
        Map<String, Object> form = ofMember(campaign, QNG_01.member());
        form.put("text", "Học tập");
        String own = post(as("MEMBER", QNG_01), form).path("id");
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .body("items.action", contains("create"))
                .body("items[0].resourceType", equalTo("commitment"))
                .body("items[0].assignmentId", equalTo(assignment("OFFICER@QNG")));
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + own)
                .then()
                .body("items[0].actor.subject", equalTo("MEMBER@QNG_01"))
                .body("items[0].assignmentId", nullValue());
    }

    private static String assignment(String held) {
        return UUID.nameUUIDFromBytes(held.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
