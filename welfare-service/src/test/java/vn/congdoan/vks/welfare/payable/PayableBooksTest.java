package vn.congdoan.vks.welfare.payable;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.payable.PayableRequests.claimed;
import static vn.congdoan.vks.welfare.payable.PayableRequests.done;
import static vn.congdoan.vks.welfare.payable.PayableRequests.fund;
import static vn.congdoan.vks.welfare.payable.PayableRequests.money;
import static vn.congdoan.vks.welfare.payable.PayableRequests.paid;
import static vn.congdoan.vks.welfare.payable.PayableRequests.recognised;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// What is owed is no money: statements, overviews and disclosures count what moved.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PayableBooksTest {

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund_with_money() {
        fund = fund(QNG, 1_000);
    }

    @Test
    void a_statement_shows_what_was_paid_and_not_what_is_owed() {
        recognised(QNG, fund);
        paid(QNG, fund);
        as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/statement?to=2023-12-31")
                .then()
                .statusCode(200)
                .body("items.kind", contains("INCOME", "SETTLEMENT"))
                .body("items[1].amountOut", equalTo(300))
                .body("closingBalance", equalTo(700));
    }

    @Test
    void the_year_of_the_payment_spent_it_and_the_year_in_which_it_came_back_spent_less() {
        done("CASHIER", QNG, claimed(QNG, fund), "recover", money(100));
        JsonPath paid = disclosed("PUBLIC", 2023);
        assertEquals(List.of("SEVERAL"), paid.getList("spending.code"));
        assertEquals(300, paid.getLong("totalSpending"));
        assertEquals(700, paid.getLong("closingBalance"));
        JsonPath back = disclosed("PUBLIC", 2024);
        assertEquals(-100, back.getLong("totalSpending"));
        assertEquals(800, back.getLong("closingBalance"));
        inBalance(paid);
        inBalance(back);
    }

    @Test
    void what_is_owed_and_not_paid_was_not_spent() {
        recognised(QNG, fund);
        JsonPath told = disclosed("PUBLIC", 2023);
        assertEquals(0, told.getLong("totalSpending"));
        assertEquals(List.of(), told.getList("spending"));
        inBalance(told);
    }

    @Test
    void the_union_sees_what_is_owed_beside_what_it_is_spent_on() {
        recognised(QNG, fund);
        JsonPath told = disclosed("UNION", 2023);
        assertEquals(List.of("OTHER", "PAYABLE/OTHER"), told.getList("spending.code"));
        assertEquals(List.of(300, -300), told.getList("spending.amount"));
        assertTrue(told.getString("spending[1].entries").contains("account=PAYABLE&code=OTHER"));
        inBalance(told);
        as("CHAIR", QNG)
                .get(told.getString("spending[1].entries"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("PAYABLE"));
    }

    @ParameterizedTest
    @CsvSource({
        "PAYABLE, PAYABLE/OTHER, EXPENSE/OTHER, 0, 0",
        "PAYABLE, EXPENSE/OTHER, PAYABLE/HARDSHIP, 0, 0",
        "PAYABLE, EXPENSE/OTHER, BANK, 0, 5",
        "SETTLEMENT, BANK, PAYABLE/OTHER, 5, 0",
        "SETTLEMENT, EXPENSE/OTHER, BANK, 0, 5",
        "SETTLEMENT, PAYABLE/OTHER, BANK, 0, 5",
        "RECEIVABLE, EXPENSE/OTHER, RECEIVABLE/OTHER, 0, 0",
        "RECOVERY, BANK, RECEIVABLE/OTHER, 5, 0",
        "RECOVERY, BANK, EXPENSE/OTHER, 5, 0",
        "WRITE_OFF, EXPENSE/OTHER, RECEIVABLE/OTHER, 0, 0",
        "EXPENSE, PAYABLE/OTHER, BANK, 0, 5"
    })
    void the_database_books_nothing_else(String kind, String debit, String credit, long in, long out) {
        assertThrows(PersistenceException.class, () -> book(kind, debit, credit, in, out));
    }

    @Test
    void the_database_books_what_is_right() {
        book("PAYABLE", "EXPENSE/OTHER", "PAYABLE/OTHER", 0, 0);
        book("SETTLEMENT", "PAYABLE/OTHER", "BANK", 0, 5);
        book("RECEIVABLE", "RECEIVABLE/OTHER", "EXPENSE/OTHER", 0, 0);
        book("WRITE_OFF", "EXPENSE/OTHER", "RECEIVABLE/OTHER", 0, 0);
    }

    private void book(String kind, String debit, String credit, long in, long out) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.change("""
                with head as (
                    insert into transfer (transfer_id, fund_id, value_date, booked_at, kind, purpose, actor, money_in, money_out)
                    values (gen_random_uuid(), ?, '2023-12-01', now(), ?, 'OTHER', 'test', ?, ?) returning transfer_id, fund_id
                )
                insert into posting (transfer_id, line, account_id, amount)
                select transfer_id, line, account_id, amount
                from head cross join (values (1, ?, 5), (2, ?, -5)) as side (line, name, amount)
                join account using (fund_id, name)
                """, UUID.fromString(fund), kind, in, out, debit, credit));
    }

    private JsonPath disclosed(String audience, int year) {
        return as("ACCOUNTANT", QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=" + audience + "&from=" + year + "-01-01&to=" + year
                        + "-12-31")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void inBalance(JsonPath told) {
        assertEquals(
                told.getLong("closingBalance"),
                told.getLong("openingBalance") + told.getLong("totalIncome") - told.getLong("totalSpending"));
    }
}
