package vn.congdoan.vks.welfare.support;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.come;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.comesBack;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.payment;
import static vn.congdoan.vks.welfare.PaymentsFromElsewhere.reversal;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.payment;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// A database that was restored to a moment between the approval and the payment takes the payment back from where it
/// was told.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class RestoredPaymentTest {

    @Inject
    @Any
    Instance<Replica> replicas;

    @Test
    void what_was_paid_since_the_backup_is_not_paid_again() {
        String fund = fund(QNG);
        fill(QNG, fund, "CASH", 1_000);
        Response approved = approved(QNG, fund, 300);
        String payment = comesBack(replicas, QNG, fund, approved.path("id"), "CASH", 300, "2023-11-21");
        assertEquals(700, balance(QNG, fund));
        step(as("CASHIER", QNG), approved, "pay", payment("CASH"))
                .then()
                .statusCode(200)
                .body("status", equalTo("PAID"))
                .body("entryId", equalTo(payment))
                .body("paidOn", equalTo("2023-11-21"));
        assertEquals(700, balance(QNG, fund));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(0));
    }

    @Test
    void a_payment_that_came_back_and_was_paid_again_keeps_nothing_back_in_whichever_batch_they_come() {
        String fund = fund(QNG);
        fill(QNG, fund, "CASH", 1_000);
        String promise = approved(QNG, fund, 300).path("id");
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        come(
                replicas,
                payment(first, QNG, fund, promise, "CASH", 300, "2023-11-21"),
                reversal(QNG, fund, first, "CASH", 300, "2023-11-22"),
                payment(second, QNG, fund, promise, "CASH", 300, "2023-11-23"));
        assertEquals(700, balance(QNG, fund));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(0));
        come(replicas, reversal(QNG, fund, second, "CASH", 300, "2023-11-24"));
        as("ACCOUNTANT", QNG).get("/api/v1/funds/" + fund).then().body("balances.promised", equalTo(300));
    }
}
