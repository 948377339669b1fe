package vn.congdoan.vks.welfare.imports;

import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.step;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
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

/// What was booked of an import is taken back as a whole.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportUndoingTest {

    @Inject
    Sql sql;

    private ImportedGifts gifts;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        gifts = new ImportedGifts(sql);
    }

    @AfterEach
    void they_go_again() {
        gifts.leave();
    }

    @Test
    void undone_all_of_it_is_taken_back_and_the_statement_may_be_imported_again() {
        String file = HEADERS
                + gifts.row("1.000", "", "Trần Thị Bình Kê", "")
                + gifts.row("2.000", "", "", gifts.an.toString());
        Response made = upload(as("ACCOUNTANT", QNG), gifts.fund, gifts.layout, file);
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        assertEquals(3_000, balance(QNG, gifts.fund));
        String one = rows(as("ACCOUNTANT", QNG), made, "").path("items[0].contributionId");
        String entry = as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + one).path("transferId");
        reverse(as("ACCOUNTANT", QNG), gifts.fund, entry, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
        Response undone = undo(as("ACCOUNTANT", QNG), booked);
        undone.then()
                .statusCode(200)
                .body("status", equalTo("UNDONE"))
                .body("totals.status", equalTo(List.of("UNDONE")));
        assertEquals(0, balance(QNG, gifts.fund));
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + gifts.fund).then().body("items.reversedBy", hasSize(2));
        undo(as("ACCOUNTANT", QNG), booked).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, gifts.fund));
        Refusal.of(confirm(as("ACCOUNTANT", QNG), booked), 409, "import-not-in-that-state");
        Response again = upload(as("ACCOUNTANT", QNG), gifts.fund, gifts.layout, file);
        again.then().body("accepted.rows", equalTo(2));
        confirm(as("ACCOUNTANT", QNG), again).then().statusCode(200);
        assertEquals(3_000, balance(QNG, gifts.fund));
    }

    @Test
    void one_of_which_nothing_is_booked_is_given_up() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        undo(as("ACCOUNTANT", QNG), made).then().statusCode(200).body("status", equalTo("UNDONE"));
        Refusal.of(confirm(as("ACCOUNTANT", QNG), made), 409, "import-not-in-that-state");
        Refusal.of(
                correct(
                        as("ACCOUNTANT", QNG),
                        get(as("ACCOUNTANT", QNG), made),
                        List.of(Map.of("line", 2, "skip", true))),
                409,
                "import-not-in-that-state");
    }

    @Test
    void money_that_was_spent_is_not_taken_back() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        Map<String, Object> spent = Map.copyOf(with("date", "2026-02-27", entry("EXPENSE", 600, "BANK", "HARDSHIP")));
        post(as("ACCOUNTANT", QNG), gifts.fund, spent).then().statusCode(201);
        Refusal.of(undo(as("ACCOUNTANT", QNG), booked), 409, "insufficient-funds");
        get(as("ACCOUNTANT", QNG), made).then().body("status", equalTo("OPEN"));
        assertEquals(400, balance(QNG, gifts.fund));
        Refusal.of(
                step(
                        as("ACCOUNTANT", QNG),
                        UUID.randomUUID().toString(),
                        booked,
                        "undo",
                        Map.of("text", "Nhầm", "date", "2026-02-25")),
                422,
                "rule-broken",
                "/date",
                "before-the-entry");
    }

    private static Map<String, Object> with(String field, Object value, Map<String, ?> form) {
        Map<String, Object> changed = new LinkedHashMap<>();
        form.forEach((name, old) -> changed.put(name, requireNonNull(old)));
        changed.put(field, value);
        return changed;
    }
}
