package vn.congdoan.vks.welfare.drive;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.drive.DriveRequests.DRIVES;
import static vn.congdoan.vks.welfare.drive.DriveRequests.drive;
import static vn.congdoan.vks.welfare.drive.DriveRequests.extend;
import static vn.congdoan.vks.welfare.drive.DriveRequests.open;
import static vn.congdoan.vks.welfare.drive.DriveRequests.pledge;
import static vn.congdoan.vks.welfare.drive.DriveRequests.pledges;
import static vn.congdoan.vks.welfare.drive.DriveRequests.show;
import static vn.congdoan.vks.welfare.drive.DriveRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What was given for an occasion, beside its goal and what was pledged.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class DriveTest {

    private static final Map<String, Object> COMPANY = Map.of("kind", "OUTSIDE", "name", "Công ty TNHH Minh Họa");

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void a_drive_tells_its_goal_what_was_given_and_what_is_still_pledged() {
        Response opened = open(as("ACCOUNTANT", QNG), drive(QNG, fund));
        opened.then()
                .statusCode(201)
                .body("goal", equalTo(800_000_000))
                .body("givenAmount", equalTo(0))
                .body("contributions", equalTo(0))
                .body("outstandingPledges", equalTo(0));
        Response pledged = pledge(opened, COMPANY, 1_000);
        pledged.then().statusCode(200).body("pledgedAmount", equalTo(1_000)).body("outstandingPledges", equalTo(1_000));
        String pledge = pledges(opened).path("items[0].id");
        given(opened, COMPANY, 300, pledge).then().statusCode(201).body("pledgeId", equalTo(pledge));
        given(opened, Map.of("kind", "ANONYMOUS"), 50, null)
                .then()
                .statusCode(201)
                .body("driveId", equalTo(opened.path("id")));
        show(opened)
                .then()
                .body("givenAmount", equalTo(350))
                .body("contributions", equalTo(2))
                .body("outstandingPledges", equalTo(700));
        Response more = given(opened, COMPANY, 900, pledge);
        pledges(opened).then().body("items[0].state", equalTo("KEPT")).body("items[0].received", equalTo(1_200));
        show(opened).then().body("givenAmount", equalTo(1_250)).body("outstandingPledges", equalTo(0));
        reverse(as("ACCOUNTANT", QNG), fund, more.path("transferId"), Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
        show(opened).then().body("givenAmount", equalTo(350)).body("outstandingPledges", equalTo(700));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "?drive=" + opened.path("id"))
                .then()
                .body("items", hasSize(3));
    }

    @Test
    void more_than_was_pledged_by_one_does_not_stand_for_another() {
        Response first = pledge(open(as("ACCOUNTANT", QNG), drive(QNG, fund)), COMPANY, 100);
        Response both = pledge(first, Map.of("kind", "OUTSIDE", "name", "Công ty Hai"), 100);
        given(both, COMPANY, 500, pledges(both).path("items[0].id")).then().statusCode(201);
        show(both).then().body("outstandingPledges", equalTo(100)).body("givenAmount", equalTo(500));
    }

    @Test
    void a_pledge_that_is_withdrawn_is_waited_for_no_more() {
        Response pledged = pledge(open(as("ACCOUNTANT", QNG), drive(QNG, fund)), COMPANY, 100);
        String pledge = pledges(pledged).path("items[0].id");
        given(pledged, COMPANY, 40, pledge).then().statusCode(201);
        Response withdrawn = step(as("ACCOUNTANT", QNG), pledged, "pledges/" + pledge + "/withdraw", null);
        withdrawn
                .then()
                .statusCode(200)
                .body("pledgedAmount", equalTo(0))
                .body("outstandingPledges", equalTo(0))
                .body("givenAmount", equalTo(40));
        pledges(pledged).then().body("items.state", contains("WITHDRAWN"));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), withdrawn, "pledges/" + pledge + "/withdraw", null),
                409,
                "pledge-withdrawn");
        Refusal.of(given(pledged, COMPANY, 1, pledge), 422, "rule-broken", "/pledgeId", "pledge-withdrawn");
        step(as("ACCOUNTANT", QNG), withdrawn, "pledges/" + UUID.randomUUID() + "/withdraw", null)
                .then()
                .statusCode(404);
    }

    @Test
    void a_contribution_counts_only_for_a_drive_of_its_fund_on_its_days_and_a_pledge_of_its_donor() {
        Response pledged = pledge(open(as("ACCOUNTANT", QNG), drive(QNG, fund)), COMPANY, 100);
        String pledge = pledges(pledged).path("items[0].id");
        Refusal.of(
                given(fund(QNG), pledged, COMPANY, "2023-10-20", null),
                422,
                "rule-broken",
                "/driveId",
                "not-of-the-fund");
        Refusal.of(given(fund, pledged, COMPANY, "2024-01-01", null), 422, "rule-broken", "/date", "outside-the-drive");
        Refusal.of(given(fund, pledged, COMPANY, "2023-09-30", null), 422, "rule-broken", "/date", "outside-the-drive");
        given(fund, pledged, COMPANY, "2023-12-31", pledge).then().statusCode(201);
        Refusal.of(
                given(pledged, Map.of("kind", "OUTSIDE", "name", "Công ty Khác"), 1, pledge),
                422,
                "rule-broken",
                "/pledgeId",
                "of-another-donor");
        given(pledged, Map.of("kind", "OUTSIDE", "name", " Công ty  TNHH Minh Họa "), 1, pledge)
                .then()
                .statusCode(201);
        Response beside = open(as("ACCOUNTANT", QNG), drive(QNG, fund));
        Refusal.of(given(beside, COMPANY, 1, pledge), 422, "rule-broken", "/pledgeId", "not-of-the-drive");
        Map<String, @Nullable Object> form = contribution(fund, COMPANY, 1);
        form.put("pledgeId", pledge);
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 400, "invalid-request", "/driveId", "required");
        form.put("driveId", pledged.path("id"));
        form.put("planId", UUID.randomUUID());
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 400, "invalid-request", "/driveId", "not-with-a-plan");
    }

    @Test
    void a_drive_is_extended_or_cut_short_but_not_before_what_was_given() {
        Response opened = open(as("ACCOUNTANT", QNG), drive(QNG, fund));
        given(opened, COMPANY, 1, null).then().statusCode(201);
        Refusal.of(extend(opened, "2023-10-19"), 422, "rule-broken", "/closesOn", "given-later");
        Refusal.of(extend(opened, "2023-09-30"), 422, "rule-broken", "/closesOn", "ends-before-start");
        Response shorter = extend(opened, "2023-10-20");
        shorter.then().statusCode(200).body("closesOn", equalTo("2023-10-20"));
        Refusal.of(extend(opened, "2023-11-20"), 412, "stale");
        extend(shorter, "2024-02-01").then().statusCode(200);
        given(fund, opened, COMPANY, "2024-02-01", null).then().statusCode(201);
    }

    @Test
    void a_pledge_is_made_on_a_day_that_has_come_and_before_the_drive_ends() {
        Response opened = open(as("ACCOUNTANT", QNG), drive(QNG, fund));
        Map<String, Object> form = Map.of("donor", COMPANY, "amount", 1, "date", "2024-01-01");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), opened, "pledges", form), 422, "rule-broken", "/date", "outside-the-drive");
        Map<String, Object> later = Map.of(
                "donor",
                COMPANY,
                "amount",
                1,
                "date",
                LocalDate.now(BusinessTime.ZONE).plusDays(1).toString());
        Refusal.of(step(as("ACCOUNTANT", QNG), opened, "pledges", later), 422, "rule-broken", "/date", "in-the-future");
        Map<String, Object> stranger =
                Map.of("donor", Map.of("kind", "MEMBER", "memberId", NAN.member()), "amount", 1, "date", "2023-10-20");
        Refusal.of(
                step(as("ACCOUNTANT", QNG), opened, "pledges", stranger),
                422,
                "rule-broken",
                "/donor/memberId",
                "unknown-member");
        pledges(opened).then().body("items", hasSize(0));
    }

    @Test
    void who_pledged_is_known_inside_the_union_only() {
        Response pledged = pledge(open(as("ACCOUNTANT", QNG), drive(QNG, fund)), COMPANY, 100);
        String path = DRIVES + "/" + pledged.path("id");
        as("CHAIR", VKSTC).get(path).then().statusCode(200).body("pledgedAmount", equalTo(100));
        as("CHAIR", VKSTC).get(path + "/pledges").then().statusCode(403);
        pledges(pledged).then().body("items[0].donor.name", equalTo("Công ty TNHH Minh Họa"));
        for (String address : List.of(path, path + "/pledges")) {
            as("CHAIR", NAN).get(address).then().statusCode(404);
            as("OFFICER", QNG).get(address).then().statusCode(404);
        }
        for (String role : List.of("CHAIR", "CASHIER", "OFFICER")) {
            open(as(role, QNG), drive(QNG, fund)).then().statusCode(403);
        }
        Refusal.of(
                open(as("ACCOUNTANT", QNG), drive(QNG, fund(NAN))), 403, "forbidden", "/fundId", "unit-out-of-scope");
    }

    @Test
    void the_drives_that_are_open_on_a_day_are_found() {
        Response opened = open(as("ACCOUNTANT", QNG), drive(QNG, fund));
        String path = DRIVES + "?limit=200&unit=" + QNG.id() + "&on=";
        for (String day : List.of("2023-10-01", "2023-12-31")) {
            as("CHAIR", QNG)
                    .get(path + day)
                    .then()
                    .body("items.count { it.id == '%s' }".formatted((String) opened.path("id")), equalTo(1));
        }
        for (String day : List.of("2023-09-30", "2024-01-01")) {
            as("CHAIR", QNG)
                    .get(path + day)
                    .then()
                    .body("items.count { it.id == '%s' }".formatted((String) opened.path("id")), equalTo(0));
        }
    }

    @Test
    void an_equal_drive_under_the_same_id_is_opened_once() {
        String path = DRIVES + "/" + UUID.randomUUID();
        Map<String, @Nullable Object> form = drive(QNG, fund);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(200);
        form.put("goal", null);
        Refusal.of(put(as("ACCOUNTANT", QNG), path, form), 412, "already-exists");
        Map<String, @Nullable Object> backwards = drive(QNG, fund);
        backwards.put("closesOn", "2023-09-30");
        Refusal.of(open(as("ACCOUNTANT", QNG), backwards), 422, "rule-broken", "/closesOn", "ends-before-start");
    }

    private Response given(Response drive, Map<String, ?> donor, long amount, @Nullable String pledge) {
        Map<String, @Nullable Object> form = contribution(fund, donor, amount);
        form.put("driveId", drive.path("id"));
        form.put("pledgeId", pledge);
        return give(as("ACCOUNTANT", QNG), form);
    }

    private static Response given(
            String fund, Response drive, Map<String, ?> donor, String day, @Nullable String pledge) {
        Map<String, @Nullable Object> form = contribution(fund, donor, 1);
        form.put("driveId", drive.path("id"));
        form.put("pledgeId", pledge);
        form.put("date", day);
        return give(as("ACCOUNTANT", QNG), form);
    }
}
