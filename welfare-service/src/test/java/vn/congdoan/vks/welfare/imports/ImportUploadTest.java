package vn.congdoan.vks.welfare.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.IMPORTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.WORKBOOK;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.keep;
import static vn.congdoan.vks.welfare.imports.ImportRequests.layout;
import static vn.congdoan.vks.welfare.imports.ImportRequests.rows;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// A file is read row by row, once, or it is said why not.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportUploadTest {

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
    void a_row_against_a_rule_says_which_and_in_which_column() {
        String tomorrow =
                LocalDate.now(BusinessTime.ZONE).plusDays(1).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        UUID former = UUID.randomUUID();
        gifts.member(former, QNG_02, "Lê Đã Nghỉ Kê", "2010-01-01", "2026-02-01");
        Response made = gifts.uploaded(
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
    void the_same_upload_again_is_the_same_import_and_another_one_is_refused() {
        UUID id = UUID.randomUUID();
        byte[] file = (HEADERS + gifts.row("1.000", "", "Trần Thị Bình Kê", "")).getBytes(UTF_8);
        Response made = upload(as("ACCOUNTANT", QNG), id, gifts.fund, gifts.layout, "text/csv", file);
        made.then().statusCode(201).header("Location", notNullValue()).body("id", equalTo(id.toString()));
        upload(as("ACCOUNTANT", QNG), id, gifts.fund, gifts.layout, "text/csv", file)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("$", equalTo(made.jsonPath().getMap("$")));
        Refusal.of(upload(as("ACCOUNTANT", QNG), id, fund(QNG), gifts.layout, "text/csv", file), 412, "already-exists");
        file[file.length - 2] = 'x';
        Refusal.of(
                upload(as("ACCOUNTANT", QNG), id, gifts.fund, gifts.layout, "text/csv", file), 412, "already-exists");
    }

    /// The delimiter is not told; commas, semicolons and bars in the text are not one.
    @ParameterizedTest
    @ValueSource(strings = {",", ";", "|", "\t"})
    void the_delimiter_of_csv_is_the_one_with_which_a_line_has_all_headers(String delimiter) {
        Map<String, @Nullable Object> form = layout(QNG);
        form.put("notation", Map.of("datePattern", "dd/MM/yyyy"));
        String layout = keep(as("ACCOUNTANT", QNG), form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String csv = "Sao kê, từ 26/02; \"một | ngày\"\n"
                + String.join(delimiter, "Ngày", "Số CT", "Ghi có", "Nội dung", "Họ tên", "Mã")
                + "\n"
                + String.join(delimiter, "26/02/2026", "", "350000", "\"góp, một; hai | ba\"", "Trần Thị Bình Kê", "");
        upload(as("ACCOUNTANT", QNG), gifts.fund, layout, csv)
                .then()
                .statusCode(201)
                .body("accepted.rows", equalTo(1))
                .body("accepted.amount", equalTo(350_000));
    }

    @Test
    void a_workbook_is_read_as_well() {
        byte[] file = Workbooks.of(
                "Tháng 2",
                List.of(
                        Arrays.asList("Công đoàn VKSND tỉnh", null, null),
                        Arrays.asList("Ngày", "Số CT", "Ghi có", "Nội dung", "Họ tên", "Mã"),
                        Arrays.asList(LocalDate.of(2026, 2, 26), null, 350_000, null, "Trần Thị Bình Kê", null),
                        Arrays.asList("27/02/2026", null, "1.500.000", "góp", null, gifts.an.toString())));
        Response made = upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), gifts.fund, gifts.layout, WORKBOOK, file);
        made.then().statusCode(201).body("accepted.rows", equalTo(2)).body("accepted.amount", equalTo(1_850_000));
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        assertEquals(1_850_000, balance(QNG, gifts.fund));
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
                        gifts.fund,
                        gifts.layout,
                        "application/json",
                        "{}".getBytes(UTF_8)),
                415,
                "unsupported-media-type");
        // The gateway says in problem details what the server of the service only says by its number.
        upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), gifts.fund, gifts.layout, "text/csv", new byte[3_000_000])
                .then()
                .statusCode(413);
        Refusal.of(
                upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), gifts.fund, gifts.layout, "text/csv", new byte[0]),
                400,
                "invalid-request",
                "",
                "required");
    }

    private void refusedFile(String type, byte[] file, String rule) {
        Refusal.of(
                upload(as("ACCOUNTANT", QNG), UUID.randomUUID(), gifts.fund, gifts.layout, type, file),
                422,
                "rule-broken",
                "",
                rule);
    }

    @Test
    void rows_come_page_by_page_in_the_order_of_the_file() {
        Response made =
                gifts.uploaded(gifts.row("1", "", "", ""), gifts.row("2", "", "", ""), gifts.row("3", "", "", ""));
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
    void imports_come_page_by_page_the_latest_first() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            made.addFirst(gifts.uploaded(gifts.row("1", "", "", "")).path("id"));
        }
        String path = IMPORTS + "?limit=2&fund=" + gifts.fund;
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
}
