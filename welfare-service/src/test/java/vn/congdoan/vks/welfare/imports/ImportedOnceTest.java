package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
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

/// The same movement of money is imported once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportedOnceTest {

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
    void the_same_movement_of_money_is_imported_once() {
        String one = "26/02/2026;FT-%s;100;Trần Thị Bình Kê;Trần Thị Bình Kê;\n".formatted(UUID.randomUUID());
        Response made = gifts.uploaded(one, one, one.replace("26/02", "27/02"));
        assertEquals(
                List.of("MATCHED", "DUPLICATE", "MATCHED"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
        Response before = gifts.uploaded(one);
        before.then().body("accepted.rows", equalTo(1));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        gifts.uploaded(one).then().body("totals.status", equalTo(List.of("DUPLICATE")));
        upload(as("ACCOUNTANT", QNG), fund(QNG), gifts.layout, HEADERS + one)
                .then()
                .body("totals.status", equalTo(List.of("DUPLICATE")));
        Refusal.of(confirm(as("ACCOUNTANT", QNG), before), 409, "import-changed");
        Response found = get(as("ACCOUNTANT", QNG), before);
        found.then().body("totals.status", equalTo(List.of("DUPLICATE")));
        assertEquals(200, balance(QNG, gifts.fund));
        Response anyway = correct(
                as("ACCOUNTANT", QNG),
                found,
                List.of(Map.of("line", 2, "donor", Map.of("kind", "MEMBER", "memberId", gifts.binh))));
        confirm(as("ACCOUNTANT", QNG), anyway).then().statusCode(200);
        assertEquals(300, balance(QNG, gifts.fund));
    }

    @Test
    void rows_without_a_number_of_the_bank_are_told_apart_by_all_that_they_say() {
        Response made = gifts.uploaded(
                "26/02/2026;;100;a;Trần Thị Bình Kê;\n",
                "26/02/2026;;100;b;Trần Thị Bình Kê;\n",
                "26/02/2026;;100;a;Trần Thị Bình Kê;\n");
        assertEquals(
                List.of("MATCHED", "MATCHED", "DUPLICATE"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
    }
}
