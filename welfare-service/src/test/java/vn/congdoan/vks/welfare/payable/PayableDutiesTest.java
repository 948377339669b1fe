package vn.congdoan.vks.welfare.payable;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.payable.PayableRequests.PAYABLES;
import static vn.congdoan.vks.welfare.payable.PayableRequests.because;
import static vn.congdoan.vks.welfare.payable.PayableRequests.claimed;
import static vn.congdoan.vks.welfare.payable.PayableRequests.done;
import static vn.congdoan.vks.welfare.payable.PayableRequests.enter;
import static vn.congdoan.vks.welfare.payable.PayableRequests.entered;
import static vn.congdoan.vks.welfare.payable.PayableRequests.fund;
import static vn.congdoan.vks.welfare.payable.PayableRequests.money;
import static vn.congdoan.vks.welfare.payable.PayableRequests.paid;
import static vn.congdoan.vks.welfare.payable.PayableRequests.payable;
import static vn.congdoan.vks.welfare.payable.PayableRequests.payment;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognised;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognition;
import static vn.congdoan.vks.welfare.payable.PayableRequests.revocation;
import static vn.congdoan.vks.welfare.payable.PayableRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;

/// Who may do what with a payable.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PayableDutiesTest {

    private static final String ALL =
            account("OFFICER") + "," + account("ACCOUNTANT") + "," + account("CASHIER") + "," + account("CHAIR");

    @Test
    void whoever_wrote_it_down_neither_recognises_nor_pays_it() {
        String fund = fund(QNG, 1_000);
        Response entered = enter(by(ALL), payable(QNG));
        entered.then().statusCode(201);
        Refusal.of(step(by(ALL), entered, "recognise", recognition(fund)), 403, "duties-not-separate");
        Response recognised = done("ACCOUNTANT", QNG, entered, "recognise", recognition(fund));
        Refusal.of(step(by(ALL), recognised, "pay", payment()), 403, "duties-not-separate");
        assertEquals(1_000, balance(QNG, fund));
    }

    @Test
    void whoever_recognised_it_neither_pays_it_nor_takes_the_payment_back() {
        String fund = fund(QNG, 1_000);
        Response recognised = step(by(ALL), entered(QNG), "recognise", recognition(fund));
        recognised.then().statusCode(200);
        Refusal.of(step(by(ALL), recognised, "pay", payment()), 403, "duties-not-separate");
        Response paid = done("CASHIER", QNG, recognised, "pay", payment());
        Refusal.of(step(by(ALL), paid, "return", because("2023-11-22")), 403, "duties-not-separate");
    }

    @Test
    void whoever_paid_it_does_not_claim_it_and_whoever_claimed_it_neither_takes_it_in_nor_gives_it_up() {
        String fund = fund(QNG, 1_000);
        Response paid = step(by(ALL), recognised(QNG, fund), "pay", payment());
        paid.then().statusCode(200);
        Response revoked = done("OFFICER", QNG, paid, "revoke", revocation());
        Refusal.of(step(by(ALL), revoked, "claim", because("2024-02-01")), 403, "duties-not-separate");

        Response other = done("OFFICER", QNG, paid(QNG, fund), "revoke", revocation());
        Response claimed = step(by(ALL), other, "claim", because("2024-02-01"));
        claimed.then().statusCode(200);
        Refusal.of(step(by(ALL), claimed, "recover", money(300)), 403, "duties-not-separate");
        Map<String, Object> decision = Map.of("decision", Map.of("number", "40/NQ", "date", "2024-04-01"));
        Refusal.of(step(by(ALL), claimed, "write-off", decision), 403, "duties-not-separate");
    }

    @Test
    void each_step_is_for_its_role() {
        String fund = fund(QNG, 1_000);
        Refusal.of(enter(as("ACCOUNTANT", QNG), payable(QNG)), 403, "forbidden");
        Refusal.of(step(as("OFFICER", QNG), entered(QNG), "recognise", recognition(fund)), 403, "forbidden");
        Refusal.of(step(as("ACCOUNTANT", QNG), recognised(QNG, fund), "pay", payment()), 403, "forbidden");
        Refusal.of(step(as("CASHIER", QNG), recognised(QNG, fund), "release", because("2023-11-16")), 403, "forbidden");
        Refusal.of(step(as("ACCOUNTANT", QNG), claimed(QNG, fund), "recover", money(1)), 403, "forbidden");
    }

    @Test
    void nobody_outside_the_scope_knows_of_it() {
        Response entered = entered(QNG);
        String path = PAYABLES + "/" + entered.path("id");
        for (RequestSpecification caller :
                new RequestSpecification[] {as("CHAIR", NAN), as("CHAIR", VKSTC), as("CHAIR", QNG_01)}) {
            Refusal.of(caller.get(path), 404, "not-found");
        }
        as("INSPECTOR", QNG).get(path).then().statusCode(200);
        as("INSPECTOR", NAN).get(PAYABLES + "?unit=" + NAN.id()).then().body("items", hasSize(0));
        Refusal.of(step(as("ACCOUNTANT", NAN), entered, "recognise", recognition(fund(NAN, 300))), 404, "not-found");
    }

    @Test
    void a_fund_of_another_union_owes_nothing_of_ours() {
        Refusal.of(
                step(as("ACCOUNTANT", QNG), entered(QNG), "recognise", recognition(fund(NAN, 300))),
                403,
                "forbidden",
                "/fundId",
                "unit-out-of-scope");
    }

    @Test
    void a_step_needs_the_state_that_was_read() {
        String fund = fund(QNG, 1_000);
        Response entered = entered(QNG);
        done("ACCOUNTANT", QNG, entered, "recognise", recognition(fund));
        Refusal.of(step(as("ACCOUNTANT", QNG), entered, "recognise", recognition(fund)), 412, "stale");
        given().auth()
                .oauth2(Tokens.of(account("OFFICER")))
                .post(PAYABLES + "/" + entered.path("id") + "/cancel")
                .then()
                .statusCode(428);
    }

    private static String account(String role) {
        return QNG.account(role);
    }

    private static RequestSpecification by(String account) {
        return given().auth().oauth2(Tokens.of(account));
    }
}
