package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.step;

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

/// What is clear is booked, each row once, and only what somebody has seen.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportConfirmationTest {

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
    void what_is_clear_is_booked_each_row_as_a_contribution_of_its_donor() {
        Response made = gifts.uploaded(
                gifts.row("100.000", "", "Trần Thị Bình Kê", ""),
                gifts.row("200.000", "", "", gifts.an.toString()),
                gifts.row("400.000", "khong ro", "", ""));
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        booked.then()
                .statusCode(200)
                .body("accepted.rows", equalTo(2))
                .body("totals.find { it.status == 'BOOKED' }.rows", equalTo(2))
                .body("totals.find { it.status == 'BOOKED' }.amount", equalTo(300_000))
                .body("totals.find { it.status == 'UNMATCHED' }.rows", equalTo(1));
        assertEquals(300_000, balance(QNG, gifts.fund));
        String contribution =
                rows(as("ACCOUNTANT", QNG), booked, "&status=BOOKED").path("items[1].contributionId");
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "/" + contribution)
                .then()
                .statusCode(200)
                .body("amount", equalTo(200_000))
                .body("donor", equalTo(Map.of("kind", "MEMBER", "memberId", gifts.an.toString())))
                .body("method", equalTo("BANK"))
                .body("date", equalTo("2026-02-26"))
                .body("fundId", equalTo(gifts.fund));
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + contribution)
                .then()
                .body("items.action", equalTo(List.of("record")));
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + gifts.fund).then().body("items", hasSize(2));
    }

    @Test
    void only_what_was_seen_is_confirmed() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        for (Map<String, Integer> seen :
                List.of(Map.of("rows", 1, "amount", 1_001), Map.of("rows", 2, "amount", 1_000))) {
            Refusal.of(confirm(as("ACCOUNTANT", QNG), made, seen), 409, "import-changed");
        }
        assertEquals(0, balance(QNG, gifts.fund));
        sql.change("delete from directory_member where member_id = ?", gifts.binh);
        Refusal.of(confirm(as("ACCOUNTANT", QNG), made), 409, "import-changed");
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .body("accepted.rows", equalTo(0))
                .body("totals.status", equalTo(List.of("INVALID")));
        assertEquals(0, balance(QNG, gifts.fund));
    }

    @Test
    void confirmed_again_nothing_more_is_booked() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        String key = UUID.randomUUID().toString();
        Object seen = made.path("accepted");
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(200);
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(200);
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        assertEquals(1_000, balance(QNG, gifts.fund));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), key, made, "confirm", Map.of("rows", 7, "amount", 7)),
                422,
                "rule-broken",
                "Idempotency-Key",
                "key-of-another-request");
    }

    @Test
    void two_contributions_of_one_import_have_ids_of_their_own() {
        Response made =
                gifts.uploaded(gifts.row("1", "", "Trần Thị Bình Kê", ""), gifts.row("2", "", "Trần Thị Bình Kê", ""));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        List<String> ids = rows(as("ACCOUNTANT", QNG), made, "").path("items.contributionId");
        assertNotEquals(ids.getFirst(), ids.getLast());
        as("CHAIR", QNG).get(FUNDS + "/" + gifts.fund).then().body("balance", equalTo(3));
    }

    @Test
    void the_key_of_a_confirmation_that_found_something_else_may_be_used_again() {
        Response made = gifts.uploaded(
                gifts.row("1.000", "", "Trần Thị Bình Kê", ""), gifts.row("2.000", "", "", gifts.an.toString()));
        sql.change("delete from directory_member where member_id = ?", gifts.binh);
        String key = UUID.randomUUID().toString();
        Refusal.of(step(as("ACCOUNTANT", QNG), key, made, "confirm", made.path("accepted")), 409, "import-changed");
        Response seen = get(as("ACCOUNTANT", QNG), made);
        seen.then().body("accepted.rows", equalTo(1));
        step(as("ACCOUNTANT", QNG), key, seen, "confirm", seen.path("accepted"))
                .then()
                .statusCode(200);
        assertEquals(2_000, balance(QNG, gifts.fund));
    }
}
