package vn.congdoan.vks.welfare;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// What a member sees of the own contributions, support and insurance, without any role.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class MyWelfareTest {

    private static final String MINE = "/api/v1/my";

    @Test
    void a_member_sees_the_own_contributions_and_nobody_elses() {
        String fund = fund(QNG);
        String own = give(as("ACCOUNTANT", QNG), contribution(fund, QNG, 1_234)).path("id");
        as("MEMBER", QNG)
                .get(MINE + "/contributions?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(own))
                .body("items.donor.memberId", everyItem(equalTo(QNG.member().toString())));
        as("MEMBER", NAN).get(MINE + "/contributions?limit=200").then().body("items.id", not(hasItem(own)));
        String page = as("MEMBER", QNG).get(MINE + "/contributions?limit=1").path("next");
        if (page != null) {
            as("MEMBER", QNG)
                    .get(MINE + "/contributions?limit=1&cursor=" + page)
                    .then()
                    .body("items", hasSize(1));
        }
    }

    @Test
    void a_member_sees_the_own_support_without_who_decided() {
        Response asked = request(as("OFFICER", QNG), forMember(QNG, "ILLNESS"));
        asked.then().statusCode(201);
        String id = asked.path("id");
        as("MEMBER", QNG)
                .get(MINE + "/support?limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '%s' }.status".formatted(id), equalTo("REQUESTED"))
                .body("items.find { it.id == '%s' }.source".formatted(id), equalTo("CASE"))
                .body("items.find { it.id == '%s' }".formatted(id), not(hasKey("requestedBy")));
        as("MEMBER", NAN).get(MINE + "/support?limit=200").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void an_account_without_a_member_has_nothing_of_its_own() {
        for (String list : List.of("contributions", "support", "insurance")) {
            as("ACCOUNTANT", QNG).get(MINE + "/" + list).then().statusCode(200).body("items", hasSize(0));
            Refusal.of(as("ACCOUNTANT", QNG).get(MINE + "/" + list + "?cursor=x"), 400, "invalid-request");
        }
    }

    @Test
    void lists_are_paged_as_all_others() {
        Refusal.of(as("MEMBER", QNG).get(MINE + "/support?limit=0"), 400, "invalid-request");
        Refusal.of(as("MEMBER", QNG).get(MINE + "/support?cursor=x"), 400, "invalid-request");
        request(as("OFFICER", QNG), forMember(QNG, "ILLNESS")).then().statusCode(201);
        request(as("OFFICER", QNG), forMember(QNG, "ILLNESS")).then().statusCode(201);
        Response first = as("MEMBER", QNG).get(MINE + "/support?limit=1");
        String id = first.path("items[0].id");
        as("MEMBER", QNG)
                .get(MINE + "/support?limit=1&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.id", not(contains(id)));
    }
}
