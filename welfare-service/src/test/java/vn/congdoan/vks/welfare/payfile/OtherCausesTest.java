package vn.congdoan.vks.welfare.payfile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.drawn;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.exported;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.give;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.lines;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.paid;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.result;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.step;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.tell;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.care.CareRequests;
import vn.congdoan.vks.welfare.proposal.ProposalRequests;

/// Care that goes on, and what a superior has granted, are paid through a bank as well.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class OtherCausesTest {

    @Test
    void due_days_of_care_are_paid_by_a_file_and_kept_back_from_its_approval_on() {
        String fund = CareRequests.fund(QNG, 1);
        fill(QNG, fund, "BANK", 1_000);
        Response care = CareRequests.approved(QNG, CareRequests.care(QNG, fund));
        give(QNG, "CARE_COMMITMENT", List.of((String) care.path("id")));
        Response drawn = drawn(QNG, fund, List.of(paid("CARE_COMMITMENT", care.path("id"))));
        drawn.then().body("lines", equalTo(2)).body("amount", equalTo(200));
        lines(as("CHAIR", QNG), drawn, "").then().body("items.dueOn", contains("2023-12-31", "2024-01-31"));
        Refusal.of(
                CareRequests.step(
                        as("OFFICER", QNG),
                        care,
                        "leave-out",
                        Map.of("dueOn", "2024-01-31", "reason", "Đã có nơi khác")),
                409,
                "in-a-payment-file");
        Response approved = step(as("CHAIR", QNG), drawn, "approve", null);
        approved.then().statusCode(200);
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(200));
        Response exported = step(as("CASHIER", QNG), approved, "export", null);
        Refusal.of(
                CareRequests.step(as("CASHIER", QNG), care, "pay", CareRequests.payment("2023-12-31", "2024-01-02")),
                409,
                "in-a-payment-file");
        List<String> references = lines(as("CASHIER", QNG), exported, "").path("items.reference");
        Response told = tell(
                as("CASHIER", QNG), exported, result(references.get(0), "PAID"), result(references.get(1), "FAILED"));
        Response reconciled = step(as("CASHIER", QNG), told, "reconcile", null);
        reconciled.then().statusCode(200).body("status", equalTo("RECONCILED"));
        assertEquals(901, balance(QNG, fund));
        CareRequests.days(QNG, care)
                .then()
                .body("items.find { it.dueOn == '2023-12-31' }.state", equalTo("PAID"))
                .body("items.find { it.dueOn == '2023-12-31' }.method", equalTo("BANK"))
                .body("items.find { it.dueOn == '2024-01-31' }.state", equalTo("MISSED"));
        Response returned = tell(as("CASHIER", QNG), reconciled, result(references.get(0), "RETURNED"));
        step(as("CASHIER", QNG), returned, "reconcile", null).then().statusCode(200);
        assertEquals(1_001, balance(QNG, fund));
        drawn(QNG, fund, List.of(paid("CARE_COMMITMENT", care.path("id"))))
                .then()
                .body("lines", equalTo(2));
    }

    @Test
    void what_was_granted_is_paid_on_by_a_file_as_far_as_it_was_received() {
        String above = fund(VKSTC);
        fill(VKSTC, above, "BANK", 100);
        String own = fund(QNG);
        Response granted = ProposalRequests.answered(
                QNG, above, List.of(ProposalRequests.named("Bà A", 60), ProposalRequests.named("Bà B", 40)), 60, 40);
        List<String> people = ProposalRequests.lines(granted);
        give(QNG, "PROPOSAL_LINE", people);
        Response sent = ProposalRequests.done(as("CASHIER", VKSTC), granted, "pay", ProposalRequests.payment());
        Response some =
                ProposalRequests.done(as("ACCOUNTANT", QNG), sent, "receive", ProposalRequests.receipt(own, 70));
        Response file = exported(QNG, own, List.of(paid("PROPOSAL", granted.path("id"))));
        file.then().body("lines", equalTo(1)).body("amount", equalTo(60));
        Refusal.of(
                ProposalRequests.step(as("CASHIER", QNG), some, "pay-on", ProposalRequests.payingOn(people.getFirst())),
                409,
                "in-a-payment-file");
        ProposalRequests.done(as("ACCOUNTANT", QNG), some, "receive", ProposalRequests.receipt(own, 30));
        drawn(QNG, own, List.of(paid("PROPOSAL", granted.path("id"))))
                .then()
                .body("lines", equalTo(1))
                .body("amount", equalTo(40));
        String reference = lines(as("CASHIER", QNG), file, "").path("items[0].reference");
        Response told = tell(as("CASHIER", QNG), file, result(reference, "PAID"));
        step(as("CASHIER", QNG), told, "reconcile", null).then().statusCode(200).body("status", equalTo("RECONCILED"));
        assertEquals(40, balance(QNG, own));
        as("CHAIR", QNG)
                .get(ProposalRequests.PROPOSALS + "/" + granted.path("id"))
                .then()
                .body("lines.find { it.id == '%s' }.paidOn".formatted(people.getFirst()), equalTo("2024-02-02"));
    }
}
