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

    @Test
    void a_double_that_was_left_out_is_shown_again_before_it_is_booked() {
        String one = movement();
        Response made = gifts.uploaded(one, one);
        Response left = correct(as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 3, "skip", true)));
        Response given = correct(as("ACCOUNTANT", QNG), left, List.of(from(3, gifts.binh)));
        given.then().statusCode(200).body("accepted.rows", equalTo(1));
        rows(as("ACCOUNTANT", QNG), given, "&status=DUPLICATE")
                .then()
                .body("items[0].line", equalTo(3))
                .body("items[0].faults[0].code", equalTo("imported-already"));
        confirm(as("ACCOUNTANT", QNG), given).then().statusCode(200);
        assertEquals(100, balance(QNG, gifts.fund));
        Response anyway =
                correct(as("ACCOUNTANT", QNG), get(as("ACCOUNTANT", QNG), given), List.of(from(3, gifts.binh)));
        anyway.then().body("accepted.rows", equalTo(2));
        confirm(as("ACCOUNTANT", QNG), anyway).then().statusCode(200);
        assertEquals(200, balance(QNG, gifts.fund));
    }

    @Test
    void a_double_whose_name_could_not_be_read_is_one_all_the_same() {
        String one = movement();
        Response made = gifts.uploaded(one, one.replace(";Trần Thị Bình Kê;", ";NguyÔn V¨n An;"));
        assertEquals(
                List.of("MATCHED", "INVALID"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
        Response given = correct(as("ACCOUNTANT", QNG), made, List.of(from(3, gifts.an)));
        assertEquals(
                List.of("MATCHED", "DUPLICATE"),
                rows(as("ACCOUNTANT", QNG), given, "").path("items.status"));
        confirm(as("ACCOUNTANT", QNG), given).then().statusCode(200);
        assertEquals(100, balance(QNG, gifts.fund));
    }

    @Test
    void of_two_equal_rows_that_are_given_donors_at_once_the_second_is_a_double() {
        String one = movement();
        Response made = gifts.uploaded(one, one);
        Response left = correct(
                as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 2, "skip", true), Map.of("line", 3, "skip", true)));
        Response given = correct(as("ACCOUNTANT", QNG), left, List.of(from(3, gifts.binh), from(2, gifts.binh)));
        assertEquals(
                List.of("MATCHED", "DUPLICATE"),
                rows(as("ACCOUNTANT", QNG), given, "").path("items.status"));
    }

    @Test
    void another_donor_makes_no_double_of_a_row() {
        Response made = gifts.uploaded(movement());
        correct(as("ACCOUNTANT", QNG), made, List.of(from(2, gifts.an)))
                .then()
                .statusCode(200)
                .body("totals.status", equalTo(List.of("MATCHED")));
    }

    private static String movement() {
        return "26/02/2026;FT-%s;100;;Trần Thị Bình Kê;\n".formatted(UUID.randomUUID());
    }

    private static Map<String, Object> from(int line, UUID member) {
        return Map.of("line", line, "donor", Map.of("kind", "MEMBER", "memberId", member));
    }
}
