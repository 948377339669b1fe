package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.PeopleOfUnits;
import vn.congdoan.vks.welfare.plan.PlanRequests;

/// A bank's statement of what members gave towards a plan.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportTowardsPlanTest {

    private static final String FAMILY = "Sao Kê Kế Hoạch";
    private static final String HEAD = "Ngày;Số CT;Ghi có;Nội dung;Họ tên;Mã\n";

    @Inject
    Sql sql;

    private String fund = "";
    private String layout = "";
    private List<UUID> people = List.of();
    private Response plan;

    @BeforeEach
    void a_plan_for_two_of_three_members() {
        fund = fund(QNG);
        layout = kept(QNG);
        people = PeopleOfUnits.join(sql, QNG_01, QNG, FAMILY, 3);
        Response made = PlanRequests.make(as("ACCOUNTANT", QNG), PlanRequests.listed(QNG_01, fund));
        plan = PlanRequests.step(
                as("ACCOUNTANT", QNG),
                made,
                "expect",
                Map.of(
                        "members",
                        people.subList(0, 2).stream()
                                .map(each -> Map.of("memberId", each, "amount", 100))
                                .toList()));
        plan.then().statusCode(200);
    }

    @AfterEach
    void they_go_again() {
        PeopleOfUnits.leave(sql, FAMILY);
    }

    @Test
    void each_row_counts_towards_the_plan_and_who_is_not_on_its_list_is_told() {
        Response made =
                upload(as("ACCOUNTANT", QNG).queryParam("plan", (String) plan.path("id")), fund, layout, statement());
        made.then()
                .statusCode(201)
                .body("planId", equalTo(plan.path("id")))
                .body("accepted.rows", equalTo(2))
                .body("accepted.amount", equalTo(160));
        rows(as("ACCOUNTANT", QNG), made, "&status=INVALID")
                .then()
                .body("items[0].faults[0].code", equalTo("not-on-the-list"))
                .body("items[0].line", equalTo(4));
        confirm(as("ACCOUNTANT", QNG), made)
                .then()
                .statusCode(200)
                .body("totals.find { it.status == 'BOOKED' }.rows", equalTo(2));
        as("CHAIR", QNG)
                .get(PlanRequests.PLANS + "/" + plan.path("id"))
                .then()
                .body("receivedAmount", equalTo(160))
                .body("outstandingAmount", equalTo(40));
    }

    @Test
    void a_plan_that_is_closed_meanwhile_takes_nothing_of_it() {
        Response made =
                upload(as("ACCOUNTANT", QNG).queryParam("plan", (String) plan.path("id")), fund, layout, statement());
        PlanRequests.step(as("ACCOUNTANT", QNG), plan, "close", null).then().statusCode(200);
        Refusal.of(confirm(as("ACCOUNTANT", QNG), made), 409, "import-changed");
        as("CHAIR", QNG).get(PlanRequests.PLANS + "/" + plan.path("id")).then().body("receivedAmount", equalTo(0));
    }

    @Test
    void the_plan_is_an_open_one_of_the_fund() {
        String elsewhere = fund(QNG);
        Refusal.of(
                upload(
                        as("ACCOUNTANT", QNG).queryParam("plan", (String) plan.path("id")),
                        elsewhere,
                        layout,
                        statement()),
                422,
                "rule-broken",
                "?plan",
                "not-of-the-fund");
        PlanRequests.step(as("ACCOUNTANT", QNG), plan, "close", null).then().statusCode(200);
        Refusal.of(
                upload(as("ACCOUNTANT", QNG).queryParam("plan", (String) plan.path("id")), fund, layout, statement()),
                422,
                "rule-broken",
                "?plan",
                "plan-closed");
        Refusal.of(
                upload(
                        as("ACCOUNTANT", QNG)
                                .queryParam("plan", (String) plan.path("id"))
                                .queryParam("drive", UUID.randomUUID()),
                        fund,
                        layout,
                        statement()),
                400,
                "invalid-request",
                "?drive",
                "not-with-a-plan");
    }

    private String statement() {
        return HEAD
                + "20/10/2023;FT1-%s;100;;;%s\n".formatted(fund, people.get(0))
                + "20/10/2023;FT2-%s;60;;;%s\n".formatted(fund, people.get(1))
                + "20/10/2023;FT3-%s;100;;;%s\n".formatted(fund, people.get(2));
    }
}
