package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// Whoever looks over an import says who gave, by the rules of contributions.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportCorrectionTest {

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
    void whoever_looks_says_who_gave_and_it_is_confirmed_later_as_well() {
        Response made = gifts.uploaded(
                gifts.row("1.000", "", "Trần Thị Bình Kê", ""),
                gifts.row("2.000", "", "NGUYEN VAN AN KE", ""),
                gifts.row("4.000", "", "Công ty Minh Họa", ""),
                gifts.row("8.000", "", "", ""),
                gifts.row("16.000", "", "", ""),
                gifts.row("32.000", "", "", ""));
        Response first = confirm(as("ACCOUNTANT", QNG), made);
        assertEquals(1_000, balance(QNG, gifts.fund));
        Response corrected = correct(
                as("ACCOUNTANT", QNG),
                first,
                List.of(
                        Map.of("line", 3, "donor", Map.of("kind", "MEMBER", "memberId", gifts.an2)),
                        Map.of("line", 4, "donor", Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa")),
                        Map.of("line", 5, "donor", Map.of("kind", "ANONYMOUS")),
                        Map.of("line", 6, "donor", Map.of("kind", "UNIT", "unitId", QNG_02.id())),
                        Map.of("line", 7, "skip", true)));
        corrected
                .then()
                .statusCode(200)
                .body("accepted.rows", equalTo(5))
                .body("accepted.amount", equalTo(31_000))
                .body("totals.find { it.status == 'SKIPPED' }.rows", equalTo(1));
        confirm(as("ACCOUNTANT", QNG), corrected).then().statusCode(200);
        assertEquals(31_000, balance(QNG, gifts.fund));
        assertEquals(
                List.of("MEMBER", "MEMBER", "OUTSIDE", "ANONYMOUS", "UNIT"),
                rows(as("ACCOUNTANT", QNG), made, "&status=BOOKED").path("items.donor.kind"));
    }

    @Test
    void a_correction_follows_the_rules_of_contributions_and_is_made_whole_or_not_at_all() {
        String ours = fund(QNG, "takesOutsideDonors", false);
        Response made = upload(
                as("ACCOUNTANT", QNG),
                ours,
                gifts.layout,
                HEADERS + gifts.row("1", "", "", "") + gifts.row("2", "", "", "") + "x;B;4;;;\n");
        Response refused = correct(
                as("ACCOUNTANT", QNG),
                made,
                List.of(
                        Map.of("line", 2, "donor", Map.of("kind", "OUTSIDE", "name", "Ai đó")),
                        Map.of("line", 3, "donor", Map.of("kind", "MEMBER", "memberId", NAN.member())),
                        Map.of("line", 4, "donor", Map.of("kind", "ANONYMOUS")),
                        Map.of("line", 9, "skip", true)));
        Refusal.of(refused, 422, "rule-broken", "/rows/0/donor/kind", "no-outside-donors");
        Refusal.of(refused, 422, "rule-broken", "/rows/1/donor/memberId", "unknown-member");
        Refusal.of(refused, 422, "rule-broken", "/rows/2/line", "row-not-readable");
        Refusal.of(refused, 422, "rule-broken", "/rows/3/line", "unknown-reference");
        Refusal.of(
                correct(as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 2))),
                400,
                "invalid-request",
                "/rows/0",
                "donor-or-skip");
        Refusal.of(
                correct(
                        as("ACCOUNTANT", QNG),
                        made,
                        List.of(Map.of("line", 2, "skip", true), Map.of("line", 2, "skip", true))),
                400,
                "invalid-request",
                "/rows/1/line",
                "repeated");
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .header("ETag", equalTo(made.header("ETag")))
                .body("totals.find { it.status == 'UNMATCHED' }.rows", equalTo(2));
        Response once = correct(as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 2, "skip", true)));
        once.then().statusCode(200);
        Refusal.of(correct(as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 3, "skip", true))), 412, "stale");
        Response clear =
                correct(as("ACCOUNTANT", QNG), once, List.of(Map.of("line", 3, "donor", Map.of("kind", "ANONYMOUS"))));
        Response booked = confirm(as("ACCOUNTANT", QNG), clear);
        Refusal.of(
                correct(as("ACCOUNTANT", QNG), booked, List.of(Map.of("line", 3, "skip", true))),
                422,
                "rule-broken",
                "/rows/0/line",
                "booked-already");
    }
}
