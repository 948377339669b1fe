package vn.congdoan.vks.welfare.disclosure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.entry;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.post;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What is disclosed of a fund, for everybody and for those who read its books.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class DisclosureTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String YEAR = "from=2023-01-01&to=2023-12-31";

    private String fund = "";

    @BeforeEach
    void a_fund_with_a_year() {
        fund = fund(QNG);
        gives(Map.of("kind", "MEMBER", "memberId", QNG.member()), 20, "2022-12-31");
        for (int each = 0; each < 6; each++) {
            gives(Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa " + each), 100, "2023-02-01");
            gives(Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa " + each), 100, "2023-02-02");
        }
        gives(Map.of("kind", "MEMBER", "memberId", QNG.member()), 7, "2023-03-01");
        gives(Map.of("kind", "MEMBER", "memberId", QNG_01.member()), 8, "2023-03-01");
        gives(Map.of("kind", "UNIT", "unitId", QNG_01.id()), 30, "2023-04-01");
        posts(entry("INCOME", 1_000, "BANK", null), "2023-05-01");
        for (int each = 0; each < 5; each++) {
            posts(entry("EXPENSE", 10, "CASH", "HARDSHIP"), "2023-06-01");
        }
        posts(entry("EXPENSE", 11, "CASH", "ILLNESS"), "2023-06-02");
        String mistaken = posts(entry("EXPENSE", 12, "CASH", "ILLNESS"), "2023-06-03");
        reverse(as("ACCOUNTANT", QNG), fund, mistaken, Map.of("text", "Nhầm", "date", "2023-06-04"))
                .then()
                .statusCode(201);
        gives(Map.of("kind", "ANONYMOUS"), 99, "2024-01-01");
    }

    @Test
    void one_donor_whose_name_is_written_in_many_ways_is_one() {
        String other = fund(QNG);
        List<String> ways = List.of(
                "Công ty Hoà Bình",
                "CÔNG TY HOÀ BÌNH",
                "công ty hoà bình",
                Normalizer.normalize("Công ty Hoà Bình", Normalizer.Form.NFD),
                "Công Ty Hoà Bình",
                "Công ty hoà Bình");
        ways.forEach(each -> gives(other, each, "2022-05-01"));
        as("OFFICER", QNG)
                .get("/api/v1/disclosures/" + other + "?from=2022-01-01&to=2022-12-31")
                .then()
                .statusCode(200)
                .body("income.code", contains("SEVERAL"))
                .body("income.amount", contains(60));
    }

    @Test
    void the_unions_own_people_see_each_source_and_purpose_as_it_is() {
        JsonPath told = get("ACCOUNTANT", "UNION");
        assertEquals(20, told.getLong("openingBalance"));
        assertEquals(List.of("MEMBER", "UNIT", "OUTSIDE", "OTHER"), told.getList("income.code"));
        assertEquals(List.of(15, 30, 1_200, 1_000), told.getList("income.amount"));
        assertEquals(2_245, told.getLong("totalIncome"));
        assertEquals(List.of("ILLNESS", "HARDSHIP"), told.getList("spending.code"));
        assertEquals(List.of(11, 50), told.getList("spending.amount"));
        assertEquals(20 + 2_245 - 61, told.getLong("closingBalance"));
    }

    @Test
    void each_line_leads_to_the_entries_that_it_is_the_sum_of() {
        JsonPath told = get("ACCOUNTANT", "UNION");
        List<Map<String, Object>> lines = new ArrayList<>(told.getList("income"));
        lines.addAll(told.getList("spending"));
        for (Map<String, Object> line : lines) {
            long sum = 0;
            @Nullable String page = (String) line.get("entries") + "&limit=5";
            while (page != null) {
                JsonPath entries = as("INSPECTOR", QNG)
                        .get(page)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                for (int each = 0; each < entries.getList("items").size(); each++) {
                    String at = "items[" + each + "].";
                    sum += (entries.getString(at + "reverses") == null ? 1 : -1) * entries.getLong(at + "amount");
                }
                String next = entries.getString("next");
                page = next == null ? null : line.get("entries") + "&limit=5&cursor=" + next;
            }
            assertEquals(((Number) Objects.requireNonNull(line.get("amount"))).longValue(), sum, String.valueOf(line));
        }
    }

    @Test
    void for_everybody_the_lines_of_fewer_than_five_people_are_put_together() {
        as("OFFICER", QNG)
                .get("/api/v1/disclosures/" + fund + "?" + YEAR)
                .then()
                .statusCode(200)
                .body("audience", equalTo("PUBLIC"))
                .body("income.code", containsInAnyOrder("UNIT", "SEVERAL"))
                .body("income.find { it.code == 'SEVERAL' }.amount", equalTo(2_215))
                .body("income", everyItem(not(hasKey("entries"))))
                .body("spending.code", contains("SEVERAL"))
                .body("totalSpending", equalTo(61))
                .body("closingBalance", equalTo(20 + 2_245 - 61));
    }

    @ParameterizedTest
    @CsvSource({
        "from=2023-01-02&to=2023-12-31, from, not-a-whole-year",
        "from=2023-01-01&to=2023-12-30, to, not-a-year-that-is-over",
        "from=1989-01-01&to=2023-12-31, from, not-a-whole-year"
    })
    void what_is_public_is_of_whole_years_so_that_no_two_of_them_tell_a_single_payment(
            String days, String parameter, String rule) {
        Refusal.of(
                as("CHAIR", QNG).get("/api/v1/disclosures/" + fund + "?" + days),
                400,
                "invalid-request",
                "?" + parameter,
                rule);
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION&from=2023-01-02&to=2023-12-30")
                .then()
                .statusCode(200);
    }

    @Test
    void what_is_public_of_a_year_that_is_not_over_is_nothing() {
        int year = Year.now(BusinessTime.ZONE).getValue();
        Refusal.of(
                as("CHAIR", QNG).get("/api/v1/disclosures/%s?from=%d-01-01&to=%d-12-31".formatted(fund, year, year)),
                400,
                "invalid-request",
                "?to",
                "not-a-year-that-is-over");
    }

    @Test
    void few_of_each_year_are_not_told_together_with_those_of_another_year() {
        String other = fund(QNG);
        for (int each = 0; each < 8; each++) {
            Map<String, @Nullable Object> form =
                    contribution(other, Map.of("kind", "OUTSIDE", "name", "Công ty " + each), 10);
            form.put("date", each < 4 ? "2022-05-01" : "2023-05-01");
            give(as("ACCOUNTANT", QNG), form).then().statusCode(201);
        }
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + other + "?from=2022-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("income.code", contains("SEVERAL"))
                .body("totalIncome", equalTo(80))
                .body("closingBalance", equalTo(80));
        gives(other, "Công ty 9", "2022-05-01");
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + other + "?from=2022-01-01&to=2023-12-31")
                .then()
                .body("income.code", contains("OUTSIDE", "SEVERAL"))
                .body("income.amount", contains(50, 40));
        String taken = gives(other, "Công ty 10", "2023-05-01");
        reverse(as("ACCOUNTANT", QNG), other, taken, Map.of("text", "Nhầm", "date", "2023-06-01"))
                .then()
                .statusCode(201);
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + other + "?from=2022-01-01&to=2023-12-31")
                .then()
                .body("income.amount", contains(50, 40));
    }

    @Test
    void what_is_taken_back_of_the_opening_in_a_later_year_is_a_line_of_that_year() {
        String begun = fund(QNG, Map.of("opensOn", "2022-03-01"));
        Map<String, @Nullable Object> form = entry("OPENING", 500, "BANK", null);
        form.put("date", "2022-03-01");
        String opening = post(as("ACCOUNTANT", QNG), begun, form).path("id");
        reverse(as("ACCOUNTANT", QNG), begun, opening, Map.of("text", "Nhầm", "date", "2023-02-01"))
                .then()
                .statusCode(201);
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + begun + "?audience=UNION&" + YEAR)
                .then()
                .body("openingBalance", equalTo(500))
                .body("income.code", contains("OPENING"))
                .body("income.amount", contains(-500))
                .body("closingBalance", equalTo(0));
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + begun + "?from=2022-01-01&to=2022-12-31")
                .then()
                .body("openingBalance", equalTo(500))
                .body("closingBalance", equalTo(500));
    }

    private static String gives(String to, String name, String day) {
        Map<String, @Nullable Object> form = contribution(to, Map.of("kind", "OUTSIDE", "name", name), 10);
        form.put("date", day);
        return give(as("ACCOUNTANT", QNG), form).path("transferId");
    }

    @Test
    void what_a_fund_brought_with_it_when_its_books_began_is_its_opening() {
        String begun = fund(QNG, Map.of("opensOn", "2023-03-01"));
        Map<String, @Nullable Object> form = entry("OPENING", 500, "BANK", null);
        form.put("date", "2023-03-01");
        post(as("ACCOUNTANT", QNG), begun, form).then().statusCode(201);
        as("CHAIR", QNG)
                .get("/api/v1/disclosures/" + begun + "?" + YEAR)
                .then()
                .body("openingBalance", equalTo(500))
                .body("totalIncome", equalTo(0))
                .body("closingBalance", equalTo(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "OFFICER"})
    void who_does_not_read_the_books_sees_what_is_public_alone(String role) {
        as(role, QNG).get("/api/v1/disclosures/" + fund).then().statusCode(200);
        Refusal.of(as(role, QNG).get("/api/v1/disclosures/" + fund + "?audience=UNION"), 403, "forbidden");
    }

    @Test
    void all_staff_read_what_is_public_and_those_above_the_lines() {
        as("OFFICER", NAN).get("/api/v1/disclosures/" + fund).then().statusCode(200);
        as("OFFICER", QNG_01).get("/api/v1/disclosures/" + fund).then().statusCode(200);
        as("CHAIR", NAN)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION")
                .then()
                .statusCode(403);
        as("CHAIR", VKSTC)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION")
                .then()
                .statusCode(200);
        as("CHAIR", NAN).get("/api/v1/disclosures/" + UUID.randomUUID()).then().statusCode(404);
        as("CHAIR", NAN).get("/api/v1/funds/" + fund + "/entries").then().statusCode(404);
        as("CHAIR", VKSTC).get("/api/v1/disclosures/" + fund).then().statusCode(200);
    }

    @Test
    void the_days_are_asked_in_order() {
        Refusal.of(
                as("CHAIR", QNG).get("/api/v1/disclosures/" + fund + "?from=2023-02-01&to=2023-01-01"),
                400,
                "invalid-request");
    }

    @Test
    void on_paper_it_says_the_same_in_vietnamese() throws IOException {
        byte[] paper = as("OFFICER", QNG)
                .accept("application/pdf")
                .get("/api/v1/disclosures/" + fund + "?" + YEAR)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(paper)) {
            String text = new PDFTextStripper().getText(document);
            for (String line : List.of(
                    "Công khai thu, chi quỹ",
                    "Từ ngày 01/01/2023 đến ngày 31/12/2023",
                    "Số dư đầu kỳ: 20 đ",
                    "Thu trong kỳ: 2.245 đ",
                    "Đơn vị đóng góp: 30 đ",
                    "Các khoản chi còn lại: 61 đ",
                    "Số dư cuối kỳ: 2.204 đ")) {
                assertTrue(text.contains(line), () -> line + " is not in " + text);
            }
            assertFalse(text.contains("Minh Họa"), text);
        }
    }

    @Test
    void as_a_workbook_it_has_the_amounts_as_numbers() throws IOException {
        byte[] answered = as("ACCOUNTANT", QNG)
                .accept(XLSX)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION&" + YEAR)
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answered))) {
            Map<String, Long> amounts = book.getFirstSheet().read().stream()
                    .filter(row -> row.getCellCount() > 1)
                    .collect(Collectors.toMap(
                            row -> row.getCellText(0),
                            row -> row.getCellAsNumber(1).orElseThrow().longValueExact()));
            assertEquals(
                    Map.of(
                            "Số dư đầu kỳ", 20L,
                            "Thu trong kỳ", 2_245L,
                            "Đoàn viên đóng góp", 15L,
                            "Đơn vị đóng góp", 30L,
                            "Cá nhân, tổ chức ngoài công đoàn đóng góp", 1_200L,
                            "Thu khác", 1_000L,
                            "Chi trong kỳ", 61L,
                            "Thăm hỏi đoàn viên ốm đau", 11L,
                            "Hỗ trợ hoàn cảnh khó khăn", 50L,
                            "Số dư cuối kỳ", 2_204L),
                    amounts);
        }
    }

    @Test
    void entries_are_listed_page_by_page_in_the_order_of_their_days() {
        JsonPath first = as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/entries?account=EXPENSE&limit=5")
                .then()
                .statusCode(200)
                .body("items", hasSize(5))
                .body("items.purpose", everyItem(equalTo("HARDSHIP")))
                .extract()
                .jsonPath();
        as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/entries?account=EXPENSE&limit=5&cursor=" + first.getString("next"))
                .then()
                .body("items.purpose", contains("ILLNESS", "ILLNESS", "ILLNESS"))
                .body("items.date", contains("2023-06-02", "2023-06-03", "2023-06-04"))
                .body("next", equalTo(null));
        as("CHAIR", QNG)
                .get("/api/v1/funds/" + fund + "/entries?to=2022-12-31")
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("CONTRIBUTION"));
        Refusal.of(as("CHAIR", QNG).get("/api/v1/funds/" + fund + "/entries?code=OTHER"), 400, "invalid-request");
    }

    private JsonPath get(String role, String audience) {
        return as(role, QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=" + audience + "&" + YEAR)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void gives(Map<String, ?> donor, long amount, String day) {
        Map<String, @Nullable Object> form = contribution(fund, donor, amount);
        form.put("date", day);
        give(as("ACCOUNTANT", QNG), form).then().statusCode(201);
    }

    private String posts(Map<String, @Nullable Object> form, String day) {
        form.put("date", day);
        return post(as("ACCOUNTANT", QNG), fund, form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
