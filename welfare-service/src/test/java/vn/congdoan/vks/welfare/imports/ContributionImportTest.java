package vn.congdoan.vks.welfare.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.IMPORTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.WORKBOOK;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
import static vn.congdoan.vks.welfare.imports.ImportRequests.step;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// A bank's statement becomes contributions: each row once, and only what somebody has looked over.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionImportTest {

    @Inject
    Sql sql;

    @Inject
    ForgettingImports forgetting;

    private String fund = "";
    private String layout = "";
    private UUID an = new UUID(0, 0);
    private UUID an2 = new UUID(0, 0);
    private UUID binh = new UUID(0, 0);
    private int number;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        fund = fund(QNG);
        layout = kept(QNG);
        an = person(QNG_01, "Nguyễn Văn Ân Kê");
        an2 = person(QNG_02, "Nguyễn Văn An Kê");
        binh = person(QNG_02, "Trần Thị Bình Kê");
    }

    @AfterEach
    void they_go_again() {
        sql.change("delete from directory_member where full_name like '% Kê'");
    }

    @Test
    void members_are_found_by_id_by_code_and_by_name() {
        Response made = uploaded(
                row("100.000", "", "", binh.toString()),
                row("200.000", "", "", binh.toString().replace("-", "").toUpperCase(Locale.ROOT)),
                row("300.000", "ck " + code(binh).toLowerCase(Locale.ROOT) + " ung ho", "", ""),
                row("400.000", "UNG HO " + an, "Nguyễn Văn An Kê", ""),
                row("500.000", "", "TRAN THI BINH KE", ""),
                row("600.000", "", "trần  thị bình kê", ""),
                row("700.000", "", "Nguyễn Văn Ân Kê", ""),
                row("800.000", "", "Nguyễn Văn An Kê", ""));
        made.then()
                .body("status", equalTo("OPEN"))
                .body("rows", equalTo(8))
                .body("accepted.rows", equalTo(8))
                .body("accepted.amount", equalTo(3_600_000))
                .body("totals", hasSize(1))
                .body("totals[0].status", equalTo("MATCHED"));
        assertEquals(
                List.of(binh, binh, binh, an, binh, binh, an, an2).stream()
                        .map(UUID::toString)
                        .toList(),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.donor.memberId"));
    }

    @Test
    void the_codes_of_members_are_listed_for_those_who_record_their_gifts() {
        as("ACCOUNTANT", QNG)
                .get(IMPORTS + "/references?limit=200&unit=" + QNG_02.id())
                .then()
                .statusCode(200)
                .body("items.find { it.memberId == '%s' }.reference".formatted(binh), equalTo(code(binh)))
                .body("items.find { it.memberId == '%s' }.name".formatted(binh), equalTo("Trần Thị Bình Kê"))
                .body("items.memberId", not(hasItem(an.toString())));
        as("ACCOUNTANT", NAN)
                .get(IMPORTS + "/references?limit=200")
                .then()
                .statusCode(200)
                .body("items.memberId", not(hasItem(binh.toString())));
        as("CHAIR", QNG).get(IMPORTS + "/references").then().statusCode(403);
    }

    @Test
    void who_may_be_meant_is_proposed_and_not_believed() {
        Response made = uploaded(
                row("100.000", "", "NGUYEN VAN AN KE", ""),
                row("200.000", "", "Nguyễn Văn Án Kê", ""),
                row("300.000", "thay mat Tran Thi Binh Ke, gui", "", ""),
                row("400.000", an + " " + binh, "", ""),
                row("500.000", "khong ro ai", "Lê Không Có Kê", ""),
                row("600.000", "", "", "DV0000000000"),
                row("700.000", "", "", ""));
        made.then().body("accepted.rows", equalTo(0));
        rows(as("ACCOUNTANT", QNG), made, "")
                .then()
                .statusCode(200)
                .body(
                        "items.status",
                        equalTo(List.of(
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "AMBIGUOUS",
                                "UNMATCHED",
                                "UNMATCHED",
                                "UNMATCHED")))
                .body("items[0].candidates.memberId", containsInAnyOrder(an.toString(), an2.toString()))
                .body("items[1].candidates.memberId", containsInAnyOrder(an.toString(), an2.toString()))
                .body("items[2].candidates.name", equalTo(List.of("Trần Thị Bình Kê")))
                .body("items[2].candidates[0].unitId", equalTo(QNG_02.id().toString()))
                .body("items[3].candidates", hasSize(2))
                .body("items[5].faults[0].code", equalTo("unknown-member"))
                .body("items[5].faults[0].column", equalTo("Mã"))
                .body("items[0]", not(hasKey("donor")))
                .body("items[0]", not(hasKey("contributionId")));
    }

    @Test
    void only_members_of_the_day_in_the_funds_unit_and_below_are_found_by_name() {
        String section = fund(QNG_02);
        String its = kept(QNG_02);
        person(QNG_01, "Lê Nơi Khác Kê");
        UUID neighbour = person(NAN_01, "Lê Láng Giềng Kê");
        member(UUID.randomUUID(), QNG_02, "Lê Đã Nghỉ Kê", "2010-01-01", "2026-02-01");
        Response made = upload(
                as("ACCOUNTANT", QNG_02),
                section,
                its,
                HEADERS
                        + row("1", "", "Lê Nơi Khác Kê", "")
                        + row("2", "", "Lê Láng Giềng Kê", "")
                        + row("3", neighbour.toString(), "", "")
                        + row("4", "", "Lê Đã Nghỉ Kê", "")
                        + row("5", "", "Trần Thị Bình Kê", "")
                        + row("6", "", "", an.toString()));
        made.then().statusCode(201);
        assertEquals(
                List.of("UNMATCHED", "UNMATCHED", "UNMATCHED", "UNMATCHED", "MATCHED", "MATCHED"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
    }

    @Test
    void a_row_against_a_rule_says_which_and_in_which_column() {
        String tomorrow =
                LocalDate.now(BusinessTime.ZONE).plusDays(1).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        UUID former = UUID.randomUUID();
        member(former, QNG_02, "Lê Đã Nghỉ Kê", "2010-01-01", "2026-02-01");
        Response made = uploaded(
                "31/02/2026;A1;100;;;\n",
                tomorrow + ";A2;100;;;\n",
                "01/01/2021;A3;100;;;\n",
                "26/02/2026;A4;1,5;;;\n",
                "26/02/2026;A5;-100;;;\n",
                "26/02/2026;A6;;phí;;\n",
                "26/02/2026;A7;100;;NguyÔn V¨n An;\n",
                "26/02/2026;A8;100;;;" + former + "\n",
                "31/02/2026;A9;x;;;\n");
        Response shown =
                as("ACCOUNTANT", QNG).header("Accept-Language", "en").get(IMPORTS + "/" + made.path("id") + "/rows");
        assertEquals(
                List.of(
                        "INVALID",
                        "INVALID",
                        "INVALID",
                        "INVALID",
                        "SKIPPED",
                        "SKIPPED",
                        "INVALID",
                        "UNMATCHED",
                        "INVALID"),
                shown.path("items.status"));
        assertEquals(
                List.of(
                        List.of("unreadable-day"),
                        List.of("in-the-future"),
                        List.of("fund-not-open"),
                        List.of("unreadable-amount"),
                        List.of("not-incoming"),
                        List.of("not-incoming"),
                        List.of("legacy-encoding"),
                        List.of("member-not-active"),
                        List.of("unreadable-amount", "unreadable-day")),
                shown.path("items.faults.code"));
        shown.then()
                .body("items[0].faults[0].field", equalTo("DATE"))
                .body("items[0].faults[0].column", equalTo("Ngày"))
                .body("items[0].faults[0].detail", equalTo("Not a day as the layout says."))
                .body("items[0].dateText", equalTo("31/02/2026"))
                .body("items[3].amountText", equalTo("1,5"));
        rows(as("ACCOUNTANT", QNG), made, "&status=SKIPPED")
                .then()
                .body("items", hasSize(2))
                .body("items.line", equalTo(List.of(6, 7)));
    }

    @Test
    void rows_come_page_by_page_in_the_order_of_the_file() {
        Response made = uploaded(row("1", "", "", ""), row("2", "", "", ""), row("3", "", "", ""));
        String path = IMPORTS + "/" + made.path("id") + "/rows?limit=2";
        Response first = as("ACCOUNTANT", QNG).get(path);
        assertEquals(List.of(1, 2), first.path("items.amount"));
        Response second = as("ACCOUNTANT", QNG)
                .queryParam("cursor", first.<String>path("next"))
                .get(path);
        assertEquals(List.of(3), second.path("items.amount"));
        second.then().body("next", equalTo(null));
        Refusal.of(as("ACCOUNTANT", QNG).get(path + "&cursor=x"), 400, "invalid-request", "?cursor", "invalid-cursor");
    }

    @Test
    void what_is_clear_is_booked_each_row_as_a_contribution_of_its_donor() {
        Response made = uploaded(
                row("100.000", "", "Trần Thị Bình Kê", ""),
                row("200.000", "", "", an.toString()),
                row("400.000", "khong ro", "", ""));
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        booked.then()
                .statusCode(200)
                .body("accepted.rows", equalTo(2))
                .body("totals.find { it.status == 'BOOKED' }.rows", equalTo(2))
                .body("totals.find { it.status == 'BOOKED' }.amount", equalTo(300_000))
                .body("totals.find { it.status == 'UNMATCHED' }.rows", equalTo(1));
        assertEquals(300_000, balance(QNG, fund));
        String contribution =
                rows(as("ACCOUNTANT", QNG), booked, "&status=BOOKED").path("items[1].contributionId");
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "/" + contribution)
                .then()
                .statusCode(200)
                .body("amount", equalTo(200_000))
                .body("donor", equalTo(Map.of("kind", "MEMBER", "memberId", an.toString())))
                .body("method", equalTo("BANK"))
                .body("date", equalTo("2026-02-26"))
                .body("fundId", equalTo(fund));
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + contribution)
                .then()
                .body("items.action", equalTo(List.of("record")));
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + fund).then().body("items", hasSize(2));
    }

    @Test
    void whoever_looks_says_who_gave_and_it_is_confirmed_later_as_well() {
        Response made = uploaded(
                row("1.000", "", "Trần Thị Bình Kê", ""),
                row("2.000", "", "NGUYEN VAN AN KE", ""),
                row("4.000", "", "Công ty Minh Họa", ""),
                row("8.000", "", "", ""),
                row("16.000", "", "", ""),
                row("32.000", "", "", ""));
        Response first = confirm(as("ACCOUNTANT", QNG), made);
        assertEquals(1_000, balance(QNG, fund));
        Response corrected = correct(
                as("ACCOUNTANT", QNG),
                first,
                List.of(
                        Map.of("line", 3, "donor", Map.of("kind", "MEMBER", "memberId", an2)),
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
        assertEquals(31_000, balance(QNG, fund));
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
                layout,
                HEADERS + row("1", "", "", "") + row("2", "", "", "") + "x;B;4;;;\n");
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

    @Test
    void the_same_movement_of_money_is_imported_once() {
        String one = "26/02/2026;FT-%s;100;Trần Thị Bình Kê;Trần Thị Bình Kê;\n".formatted(UUID.randomUUID());
        Response made = uploaded(one, one, one.replace("26/02", "27/02"));
        assertEquals(
                List.of("MATCHED", "DUPLICATE", "MATCHED"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
        Response before = uploaded(one);
        before.then().body("accepted.rows", equalTo(1));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        uploaded(one).then().body("totals.status", equalTo(List.of("DUPLICATE")));
        upload(as("ACCOUNTANT", QNG), fund(QNG), layout, HEADERS + one)
                .then()
                .body("totals.status", equalTo(List.of("DUPLICATE")));
        Refusal.of(confirm(as("ACCOUNTANT", QNG), before), 409, "import-changed");
        Response found = get(as("ACCOUNTANT", QNG), before);
        found.then().body("totals.status", equalTo(List.of("DUPLICATE")));
        assertEquals(200, balance(QNG, fund));
        Response anyway = correct(
                as("ACCOUNTANT", QNG),
                found,
                List.of(Map.of("line", 2, "donor", Map.of("kind", "MEMBER", "memberId", binh))));
        confirm(as("ACCOUNTANT", QNG), anyway).then().statusCode(200);
        assertEquals(300, balance(QNG, fund));
    }

    @Test
    void rows_without_a_number_of_the_bank_are_told_apart_by_all_that_they_say() {
        Response made = uploaded(
                "26/02/2026;;100;a;Trần Thị Bình Kê;\n",
                "26/02/2026;;100;b;Trần Thị Bình Kê;\n",
                "26/02/2026;;100;a;Trần Thị Bình Kê;\n");
        assertEquals(
                List.of("MATCHED", "MATCHED", "DUPLICATE"),
                rows(as("ACCOUNTANT", QNG), made, "").path("items.status"));
    }

    @Test
    void only_what_was_seen_is_confirmed() {
        Response made = uploaded(row("1.000", "", "Trần Thị Bình Kê", ""));
        for (Map<String, Integer> seen :
                List.of(Map.of("rows", 1, "amount", 1_001), Map.of("rows", 2, "amount", 1_000))) {
            Refusal.of(confirm(as("ACCOUNTANT", QNG), made, seen), 409, "import-changed");
        }
        assertEquals(0, balance(QNG, fund));
        sql.change("delete from directory_member where member_id = ?", binh);
        Refusal.of(confirm(as("ACCOUNTANT", QNG), made), 409, "import-changed");
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .body("accepted.rows", equalTo(0))
                .body("totals.status", equalTo(List.of("INVALID")));
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void confirmed_again_nothing_more_is_booked() {
        Response made = uploaded(row("1.000", "", "Trần Thị Bình Kê", ""));
        String key = UUID.randomUUID().toString();
        Object seen = made.path("accepted");
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(200);
        step(as("ACCOUNTANT", QNG), key, made, "confirm", seen).then().statusCode(200);
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        assertEquals(1_000, balance(QNG, fund));
        Refusal.of(
                step(as("ACCOUNTANT", QNG), key, made, "confirm", Map.of("rows", 7, "amount", 7)),
                422,
                "rule-broken",
                "Idempotency-Key",
                "key-of-another-request");
    }

    @Test
    void undone_all_of_it_is_taken_back_and_the_statement_may_be_imported_again() {
        String file = HEADERS + row("1.000", "", "Trần Thị Bình Kê", "") + row("2.000", "", "", an.toString());
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, file);
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        assertEquals(3_000, balance(QNG, fund));
        String one = rows(as("ACCOUNTANT", QNG), made, "").path("items[0].contributionId");
        String entry = as("CHAIR", QNG).get(CONTRIBUTIONS + "/" + one).path("transferId");
        reverse(as("ACCOUNTANT", QNG), fund, entry, Map.of("text", "Nhầm"))
                .then()
                .statusCode(201);
        Response undone = undo(as("ACCOUNTANT", QNG), booked);
        undone.then()
                .statusCode(200)
                .body("status", equalTo("UNDONE"))
                .body("totals.status", equalTo(List.of("UNDONE")));
        assertEquals(0, balance(QNG, fund));
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + fund).then().body("items.reversedBy", hasSize(2));
        undo(as("ACCOUNTANT", QNG), booked).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, fund));
        Refusal.of(confirm(as("ACCOUNTANT", QNG), booked), 409, "import-not-in-that-state");
        Response again = upload(as("ACCOUNTANT", QNG), fund, layout, file);
        again.then().body("accepted.rows", equalTo(2));
        confirm(as("ACCOUNTANT", QNG), again).then().statusCode(200);
        assertEquals(3_000, balance(QNG, fund));
    }

    @Test
    void one_of_which_nothing_is_booked_is_given_up() {
        Response made = uploaded(row("1.000", "", "Trần Thị Bình Kê", ""));
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
        Response made = uploaded(row("1.000", "", "Trần Thị Bình Kê", ""));
        Response booked = confirm(as("ACCOUNTANT", QNG), made);
        Map<String, Object> spent = Map.copyOf(with("date", "2026-02-27", entry("EXPENSE", 600, "BANK", "HARDSHIP")));
        post(as("ACCOUNTANT", QNG), fund, spent).then().statusCode(201);
        Refusal.of(undo(as("ACCOUNTANT", QNG), booked), 409, "insufficient-funds");
        get(as("ACCOUNTANT", QNG), made).then().body("status", equalTo("OPEN"));
        assertEquals(400, balance(QNG, fund));
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

    @Test
    void the_same_upload_again_is_the_same_import_and_another_one_is_refused() {
        UUID id = UUID.randomUUID();
        byte[] file = (HEADERS + row("1.000", "", "Trần Thị Bình Kê", "")).getBytes(UTF_8);
        Response made = upload(as("ACCOUNTANT", QNG), id, fund, layout, "text/csv", file);
        made.then().statusCode(201).header("Location", notNullValue()).body("id", equalTo(id.toString()));
        upload(as("ACCOUNTANT", QNG), id, fund, layout, "text/csv", file)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("$", equalTo(made.jsonPath().getMap("$")));
        Refusal.of(upload(as("ACCOUNTANT", QNG), id, fund(QNG), layout, "text/csv", file), 412, "already-exists");
        file[file.length - 2] = 'x';
        Refusal.of(upload(as("ACCOUNTANT", QNG), id, fund, layout, "text/csv", file), 412, "already-exists");
    }

    @Test
    void a_workbook_is_read_as_well() {
        byte[] file = Workbooks.of(
                "Tháng 2",
                List.of(
                        Arrays.asList("Công đoàn VKSND tỉnh", null, null),
                        Arrays.asList("Ngày", "Số CT", "Ghi có", "Nội dung", "Họ tên", "Mã"),
                        Arrays.asList(LocalDate.of(2026, 2, 26), null, 350_000, null, "Trần Thị Bình Kê", null),
                        Arrays.asList("27/02/2026", null, "1.500.000", "góp", null, an.toString())));
        Response made = upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), fund, layout, WORKBOOK, file);
        made.then().statusCode(201).body("accepted.rows", equalTo(2)).body("accepted.amount", equalTo(1_850_000));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        assertEquals(1_850_000, balance(QNG, fund));
    }

    @Test
    void what_cannot_be_read_at_all_is_refused_with_the_reason() {
        refusedFile("text/csv", "Ngày".getBytes(StandardCharsets.ISO_8859_1), "not-utf-8");
        refusedFile("text/csv", "a;b\n".getBytes(UTF_8), "headers-not-found");
        refusedFile(WORKBOOK, "PK".getBytes(UTF_8), "not-a-workbook");
        Refusal.of(
                upload(
                        as("ACCOUNTANT", QNG),
                        UUID.randomUUID(),
                        fund,
                        layout,
                        "application/json",
                        "{}".getBytes(UTF_8)),
                415,
                "unsupported-media-type");
        // The gateway says in problem details what the server of the service only says by its number.
        upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), fund, layout, "text/csv", new byte[3_000_000])
                .then()
                .statusCode(413);
        Refusal.of(
                upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), fund, layout, "text/csv", new byte[0]),
                400,
                "invalid-request",
                "",
                "required");
    }

    @ParameterizedTest
    @CsvSource({"fund", "layout"})
    void the_fund_and_the_layout_must_be_said_and_be_in_scope(String parameter) {
        String path = IMPORTS + "/" + UUID.randomUUID();
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .config(ImportRequests.OCTETS)
                        .contentType("text/csv")
                        .header("If-None-Match", "*")
                        .queryParam(
                                parameter.equals("fund") ? "layout" : "fund",
                                UUID.randomUUID().toString())
                        .body("a".getBytes(UTF_8))
                        .put(path),
                400,
                "invalid-request",
                "?" + parameter,
                "required");
        String theirs = parameter.equals("fund") ? fund(NAN) : kept(NAN);
        for (String other : List.of(theirs, UUID.randomUUID().toString())) {
            Refusal.of(
                    upload(
                            as("ACCOUNTANT", QNG),
                            parameter.equals("fund") ? other : fund,
                            parameter.equals("layout") ? other : layout,
                            HEADERS + row("1", "", "", "")),
                    403,
                    "forbidden",
                    "?" + parameter,
                    "unit-out-of-scope");
        }
    }

    @Test
    void for_others_there_is_no_import() {
        Response made = uploaded(row("1.000", "", "Trần Thị Bình Kê", ""));
        String path = IMPORTS + "/" + made.path("id");
        for (Organization other : List.of(NAN, VKSTC, QNG_01)) {
            as("ACCOUNTANT", other).get(path).then().statusCode(404);
            as("ACCOUNTANT", other).get(path + "/rows").then().statusCode(404);
            Refusal.of(
                    correct(as("ACCOUNTANT", other), made, List.of(Map.of("line", 2, "skip", true))), 404, "not-found");
            Refusal.of(confirm(as("ACCOUNTANT", other), made), 404, "not-found");
            Refusal.of(undo(as("ACCOUNTANT", other), made), 404, "not-found");
            as("ACCOUNTANT", other)
                    .get(IMPORTS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(made.<String>path("id"))));
        }
        for (String role : List.of("CHAIR", "CASHIER", "INSPECTOR", "OFFICER", "ADMIN", "INTEGRATOR")) {
            as(role, QNG).get(path).then().statusCode(404);
            as(role, QNG).get(IMPORTS).then().statusCode(403);
            Refusal.of(
                    upload(as(role, QNG), fund, layout, HEADERS + row("1", "", "", "")),
                    403,
                    "forbidden",
                    "?fund",
                    "unit-out-of-scope");
        }
        as("ACCOUNTANT", QNG)
                .get(IMPORTS + "?fund=" + fund)
                .then()
                .body("items", hasSize(1))
                .body("items[0].accepted.rows", equalTo(1));
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void what_is_personal_is_forgotten_after_ninety_days_and_the_statement_is_known_all_the_same() {
        String one = row("1.000", "ung ho", "Trần Thị Bình Kê", "");
        Response made = uploaded(one, row("2.000", "ai do", "Người Lạ", ""));
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
        uploaded(one).then().body("totals.status", equalTo(List.of("DUPLICATE")));
        undo(as("ACCOUNTANT", QNG), old).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, fund));
    }

    @Test
    void whoever_is_not_known_here_yet_is_asked_for() {
        sql.change("delete from directory_member where member_id = ?", QNG_02.member());
        Response made = uploaded(row("1", "", "", ""));
        correct(
                        as("ACCOUNTANT", QNG),
                        made,
                        List.of(Map.of("line", 2, "donor", Map.of("kind", "MEMBER", "memberId", QNG_02.member()))))
                .then()
                .statusCode(200)
                .body("accepted.rows", equalTo(1));
    }

    @Test
    void imports_come_page_by_page_the_latest_first() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            made.addFirst(uploaded(row("1", "", "", "")).path("id"));
        }
        String path = IMPORTS + "?limit=2&fund=" + fund;
        Response first = as("ACCOUNTANT", QNG).get(path);
        assertEquals(made.subList(0, 2), first.path("items.id"));
        as("ACCOUNTANT", QNG)
                .queryParam("cursor", first.<String>path("next"))
                .get(path)
                .then()
                .body("items.id", equalTo(made.subList(2, 3)))
                .body("next", equalTo(null));
        Refusal.of(as("ACCOUNTANT", QNG).get(path + "&cursor=x"), 400, "invalid-request", "?cursor", "invalid-cursor");
    }

    @Test
    void two_contributions_of_one_import_have_ids_of_their_own() {
        Response made = uploaded(row("1", "", "Trần Thị Bình Kê", ""), row("2", "", "Trần Thị Bình Kê", ""));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        List<String> ids = rows(as("ACCOUNTANT", QNG), made, "").path("items.contributionId");
        assertNotEquals(ids.getFirst(), ids.getLast());
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balance", equalTo(3));
    }

    private void refusedFile(String type, byte[] file, String rule) {
        Refusal.of(
                upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), fund, layout, type, file),
                422,
                "rule-broken",
                "",
                rule);
    }

    private Response uploaded(String... rows) {
        Response made = upload(as("ACCOUNTANT", QNG), fund, layout, HEADERS + String.join("", rows));
        made.then().statusCode(201);
        return made;
    }

    /// A row of a day in February 2026, of a movement of its own.
    private String row(String amount, String description, String name, String member) {
        number++;
        return "26/02/2026;FT%s-%d;%s;%s;%s;%s\n".formatted(fund, number, amount, description, name, member);
    }

    private UUID person(Organization unit, String name) {
        UUID id = UUID.randomUUID();
        member(id, unit, name, "2010-01-01", null);
        return id;
    }

    private void member(UUID id, Organization unit, String name, String from, @Nullable String to) {
        Organization union = unit.name().startsWith("NAN") ? NAN : QNG;
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                values (?, 1, 1, ?, ?, ?, 'ACTIVE', jsonb_build_object('placements', jsonb_build_array(
                    jsonb_strip_nulls(jsonb_build_object('unitId', ?::text, 'validFrom', ?::text, 'validTo', ?::text)))))
                """, id, union.id(), unit.id(), name, unit.id().toString(), from, to);
    }

    private static String code(UUID member) {
        return ContributionReference.of(new MemberId(member));
    }

    private static Map<String, Object> with(String field, Object value, Map<String, ?> form) {
        Map<String, Object> changed = new LinkedHashMap<>();
        form.forEach((name, old) -> changed.put(name, requireNonNull(old)));
        changed.put(field, value);
        return changed;
    }
}
