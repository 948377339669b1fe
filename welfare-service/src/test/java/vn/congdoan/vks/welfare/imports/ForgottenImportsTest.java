package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// Imports are forgotten, and what they booked is not.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ForgottenImportsTest {

    @Inject
    Sql sql;

    @Inject
    ForgettingImports forgetting;

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
    void what_is_personal_is_forgotten_after_ninety_days_and_the_statement_is_known_all_the_same() {
        String one = gifts.row("1.000", "ung ho", "Trần Thị Bình Kê", "");
        Response made = gifts.uploaded(one, gifts.row("2.000", "ai do", "Người Lạ", ""));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        forgetting.forget();
        get(as("ACCOUNTANT", QNG), made).then().body("", not(hasKey("forgottenAt")));
        sql.change(
                "update contribution_import set touched_at = now() - interval '91 days' where import_id = ?",
                UUID.fromString(made.path("id")));
        while (forgetting.forget() > 0) {
            // As the background does.
        }
        Response old = get(as("ACCOUNTANT", QNG), made);
        old.then()
                .body("", hasKey("forgottenAt"))
                .body("totals.status", equalTo(List.of("BOOKED")))
                .header("ETag", not(equalTo(made.header("ETag"))));
        rows(as("ACCOUNTANT", QNG), made, "")
                .then()
                .body("items", hasSize(1))
                .body("items[0]", not(hasKey("name")))
                .body("items[0]", not(hasKey("description")))
                .body("items[0]", not(hasKey("donor")));
        gifts.uploaded(one).then().body("totals.status", equalTo(List.of("DUPLICATE")));
        undo(as("ACCOUNTANT", QNG), old).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, gifts.fund));
    }
}
