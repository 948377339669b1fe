package vn.congdoan.vks.welfare.imports;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.layout.LayoutColumns;
import vn.congdoan.vks.welfare.layout.LayoutNotation;
import vn.congdoan.vks.welfare.sheet.CsvFile;
import vn.congdoan.vks.welfare.sheet.WorkbookFile;

/// What is read is what stands there, or it is said why not.
class ReadingRowsTest {

    private static final LayoutColumns COLUMNS =
            new LayoutColumns("Ngày", "Ghi có", "Số CT", "Nội dung", null, "Họ tên", "Ghi chú");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // text | group | decimal | đồng
                "1500000|-|-|1500000",
                "1.500.000|.|-|1500000",
                "1,500,000|,|-|1500000",
                "1 500 000|' '|-|1500000",
                "1\u00a0500\u00a0000|' '|-|1500000",
                "1500000|.|-|1500000",
                "1.500.000,00|.|,|1500000",
                "1,500,000.00|,|.|1500000",
                "1500000.0|-|.|1500000",
                "+1.500.000|.|-|1500000",
                "1.500.000 đ|.|-|1500000",
                "1.500.000VND|.|-|1500000",
                "1.500.000 VNĐ|.|-|1500000",
                "0001500|-|-|1500",
                "1000000000000000|-|-|1000000000000000",
            })
    void an_amount_is_read_as_the_layout_says(
            String text, @Nullable String group, @Nullable String decimal, long dong) {
        ReadRow row = one("20/10/2023", text, notation("dd/MM/yyyy", group, decimal));
        assertEquals(List.of(), row.faults());
        assertEquals(dong, row.amount());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1.500.000|,|-|unreadable-amount",
                "1,500,000|.|-|unreadable-amount",
                "1.50.000|.|-|unreadable-amount",
                "15.00|.|-|unreadable-amount",
                "1.5000|.|-|unreadable-amount",
                ".500|.|-|unreadable-amount",
                "1.500.000,50|.|,|not-whole-dong",
                "1500000.5|-|.|not-whole-dong",
                "1000000000000001|-|-|amount-too-large",
                "99999999999999999999999999999|-|-|amount-too-large",
                "1e6|-|-|unreadable-amount",
                "một triệu|-|-|unreadable-amount",
                "٣٠٠|-|-|unreadable-amount",
                "#REF!|-|-|unreadable-amount",
                "500.000|,|.|unreadable-amount",
                "500.000|-|.|unreadable-amount",
                "500,000|.|,|unreadable-amount",
                "1.500.000,000|.|,|unreadable-amount",
            })
    void what_is_no_amount_is_shown_as_none(
            String text, @Nullable String group, @Nullable String decimal, String rule) {
        ReadRow row = one("20/10/2023", text, notation("dd/MM/yyyy", group, decimal));
        assertEquals(List.of(new Fault(ImportField.AMOUNT, rule)), row.faults());
        assertNull(row.amount());
        assertEquals(text, row.amountText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1.500.000", "(1.500.000)", "1.500.000-", "0,00", "", "-0"})
    void where_nothing_came_in_there_is_no_contribution(String text) {
        ReadRow row = one("20/10/2023", text, notation("dd/MM/yyyy", ".", ","));
        assertFalse(row.isIncoming());
        assertNull(row.amount());
        assertEquals(List.of(), row.faults());
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy,20/10/2023,2023-10-20",
        "dd/MM/yyyy,1/9/2023,2023-09-01",
        "d/M/yyyy,01/09/2023,2023-09-01",
        "dd-MM-yyyy,20-10-2023,2023-10-20",
        "dd.MM.yy,20.10.23,2023-10-20",
        "yyyy-MM-dd,2023-10-20,2023-10-20",
        "MM/dd/yyyy,10/20/2023,2023-10-20",
        "ddMMyyyy,20102023,2023-10-20",
        "yyyyMMdd,20231020,2023-10-20",
        "dd/MM/yyyy HH:mm:ss,20/10/2023 09:05:59,2023-10-20",
        "dd/MM/yyyy HH:mm,20/10/2023 9:05,2023-10-20",
        "dd/MM/yyyy,29/02/2024,2024-02-29",
    })
    void a_day_is_read_as_the_layout_says(String pattern, String text, LocalDate day) {
        ReadRow row = one(text, "1", notation(pattern, null, null));
        assertEquals(List.of(), row.faults());
        assertEquals(day, row.date());
    }

    @ParameterizedTest
    @CsvSource({
        "dd/MM/yyyy,29/02/2023",
        "dd/MM/yyyy,10/20/2023",
        "dd/MM/yyyy,20-10-2023",
        "dd/MM/yyyy,20/10/23",
        "dd/MM/yyyy,20/10/2023 09:05",
        "dd/MM/yyyy,20/10/1899",
        "dd/MM/yyyy,45219",
        "ddMMyyyy,1102023",
    })
    void what_is_no_day_is_shown_as_none(String pattern, String text) {
        ReadRow row = one(text, "1", notation(pattern, null, null));
        assertEquals(List.of(new Fault(ImportField.DATE, "unreadable-day")), row.faults());
        assertEquals(text, row.dateText());
        assertNull(row.date());
    }

    @Test
    void cells_of_a_workbook_that_are_days_and_numbers_need_no_notation() {
        LocalDate day = LocalDate.of(2023, 10, 20);
        List<ReadRow> read = workbook(
                notation("dd/MM/yyyy", ".", null),
                List.of(
                        Arrays.asList(day, 1_500_000, "FT1", null, "Nguyễn Văn An"),
                        Arrays.asList(45_219.75, 2_500_000.0, 123_456_789_012L, null, "Nguyễn Văn An"),
                        Arrays.asList("20/10/2023", "1.500.000", "000123", null, "Nguyễn Văn An")));
        assertEquals(List.of(day, day, day), read.stream().map(ReadRow::date).toList());
        assertEquals(
                List.of(1_500_000L, 2_500_000L, 1_500_000L),
                read.stream().map(ReadRow::amount).toList());
        assertEquals(
                List.of("FT1", "123456789012", "000123"),
                read.stream().map(ReadRow::reference).toList());
        assertEquals(List.of(2, 3, 4), read.stream().map(ReadRow::line).toList());
        assertTrue(read.stream().allMatch(row -> row.faults().isEmpty()));
    }

    @Test
    void a_zero_that_a_workbook_dropped_is_put_back_where_days_are_written_without_gaps() {
        List<ReadRow> read = workbook(
                notation("ddMMyyyy", null, null),
                List.of(
                        Arrays.asList(1_102_023, 1, null, null, "A"),
                        Arrays.asList(20_102_023, 1, null, null, "A"),
                        Arrays.asList(45_219, 1, null, null, "A")));
        assertEquals(
                List.of(LocalDate.of(2023, 10, 1), LocalDate.of(2023, 10, 20), LocalDate.of(2023, 10, 20)),
                read.stream().map(ReadRow::date).toList());
    }

    @Test
    void numbers_of_a_workbook_that_are_no_amounts_and_days_are_shown_as_none() {
        List<ReadRow> read = workbook(
                notation("dd/MM/yyyy", null, null),
                List.of(
                        Arrays.asList(45_219, 1.5, null, null, "A"),
                        Arrays.asList(45_219, new BigDecimal("1000000000000001"), null, null, "A"),
                        Arrays.asList(99_999_999, 1, null, null, "A"),
                        Arrays.asList(45_219, -5, null, null, "A")));
        assertEquals(
                List.of("not-whole-dong", "amount-too-large", "unreadable-day"),
                read.stream()
                        .flatMap(row -> row.faults().stream())
                        .map(Fault::rule)
                        .toList());
        assertFalse(read.getLast().isIncoming());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NguyÔn V¨n An",
                "TrÇn ThÞ B×nh",
                "§inh Hµ",
                "Lª Minh §øc",
                "Ph¹m Quèc C­êng",
                "®ãng gãp quü",
                "Nguyeãn Vaên An",
                "Traàn Thò Bình",
                "Phaïm Quoác Cöôøng",
                "Ñinh Haø",
            })
    void text_of_older_encodings_is_shown_and_not_converted(String name) {
        ReadRow row = rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,,%s,\n".formatted(name))
                .getFirst();
        assertEquals(List.of(new Fault(ImportField.NAME, "legacy-encoding")), row.faults());
        assertEquals(1L, row.amount());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn An",
                "NGUYỄN VĂN AN",
                "NGUYEN VAN AN",
                "Trần Thị Bình",
                "Phạm Quốc Cường",
                "Đinh Hoà",
                "Đinh Hòa",
                "Quý Thuỷ Yến",
                "Ý Oanh Âu",
                "K’ Brêu",
                "Y Ê Ban",
                "Lê Khoa",
                "Toàn Oánh Uy Úy",
                "Quỹ «Nghĩa tình» 25°",
                "Nguyễn Hoãn",
            })
    void vietnamese_text_is_taken_for_what_it_is(String name) {
        ReadRow row = rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,,%s,\n".formatted(name))
                .getFirst();
        assertEquals(List.of(), row.faults());
        assertEquals(name, row.name());
    }

    @Test
    void text_is_composed_and_on_one_line() {
        String decomposed = Normalizer.normalize("Nguyễn  Văn\u00a0An ", Normalizer.Form.NFD);
        ReadRow row = rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,\"a\nb\",%s,\n"
                        .formatted(decomposed))
                .getFirst();
        assertEquals("Nguyễn Văn An", row.name());
        assertEquals("a b", row.description());
    }

    @Test
    void invisible_characters_are_shown_and_refused() {
        ReadRow row = rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,,An\u200bBình,\n")
                .getFirst();
        assertEquals(List.of(new Fault(ImportField.NAME, "unclean-text")), row.faults());
        assertEquals("An\ufffdBình", row.name());
    }

    @Test
    void what_is_too_long_is_shown_in_part() {
        ReadRow row = rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,,%s,\n".formatted("A".repeat(201)))
                .getFirst();
        assertEquals(List.of(new Fault(ImportField.NAME, "text-too-long")), row.faults());
        assertEquals("A".repeat(200), row.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1258", "windows-1252", "UTF-16", "ISO-8859-1"})
    void a_file_that_is_not_in_utf_8_is_refused_whole(String charset) {
        String text = "Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,,,Âu,\n";
        refused("not-utf-8", () -> CsvFile.read(text.getBytes(Charset.forName(charset)), ','));
    }

    @Test
    void what_is_no_csv_is_refused_whole() {
        refused("not-csv", () -> CsvFile.read("a,b\n\"c".getBytes(UTF_8), ','));
        refused("not-csv", () -> CsvFile.read("a,b\n\"c\"d,e".getBytes(UTF_8), ','));
        refused("not-csv", () -> CsvFile.read("ab".getBytes(UTF_16LE), ','));
        refused("empty-file", () -> CsvFile.read("\n\n , \n".getBytes(UTF_8), ','));
    }

    @Test
    void the_headers_are_found_below_what_a_bank_puts_above_them() {
        List<ReadRow> read = rows("""
                NGÂN HÀNG MINH HỌA,,,,,
                Tài khoản: 0011001234567,,,,,

                NGAY,GHI CO,so ct,Nội  Dung,Họ Tên,GHI CHÚ
                20/10/2023,1,FT1,,,
                """);
        assertEquals(List.of(5), read.stream().map(ReadRow::line).toList());
        assertEquals("FT1", read.getFirst().reference());
    }

    @Test
    void without_one_line_with_all_headers_nothing_is_read() {
        refused("headers-not-found", () -> rows("Ngày,Ghi có,Số CT\n20/10/2023,1,FT1\n"));
        refused(
                "header-doubled",
                () -> rows("Ngày,Ghi có,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n20/10/2023,1,2,FT1,,,\n"));
        refused("empty-file", () -> rows("Ngày,Ghi có,Số CT,Nội dung,Họ tên,Ghi chú\n"));
    }

    @Test
    void columns_may_be_numbers_and_the_header_a_line() {
        LayoutColumns numbers = new LayoutColumns("3", "2", null, null, null, "1", null);
        LayoutNotation plain = notation("dd/MM/yyyy", null, null);
        assertEquals(
                List.of("An"),
                new ReadingRows(CsvFile.read("An;5;20/10/2023".getBytes(UTF_8), ';'), numbers, plain)
                        .read().stream().map(ReadRow::name).toList());
        LayoutNotation second = new LayoutNotation("dd/MM/yyyy", null, null, ";", 2, null);
        assertEquals(
                List.of("Bình"),
                new ReadingRows(
                                CsvFile.read("x;;\nHọ tên;Tiền;Ngày\nBình;5;20/10/2023".getBytes(UTF_8), ';'),
                                numbers,
                                second)
                        .read().stream().map(ReadRow::name).toList());
    }

    @Test
    void the_sheet_that_the_layout_says_is_read_and_no_other() {
        byte[] file = Workbooks.of("Sao kê", List.of(Arrays.asList("a")));
        assertEquals(1, WorkbookFile.read(file, "Sao kê").rows().size());
        assertEquals(1, WorkbookFile.read(file, null).rows().size());
        refused("no-such-sheet", () -> WorkbookFile.read(file, "Tháng 2"));
    }

    private static void refused(String rule, Runnable reading) {
        Unprocessable refused = assertThrows(Unprocessable.class, reading::run);
        assertEquals(rule, refused.violations().getFirst().code());
    }

    private static LayoutNotation notation(String pattern, @Nullable String group, @Nullable String decimal) {
        return new LayoutNotation(pattern, group, decimal, null, null, null);
    }

    private static ReadRow one(String date, String amount, LayoutNotation notation) {
        String file = "Ngày;Ghi có;Số CT;Nội dung;Họ tên;Ghi chú\n%s;%s;FT1;;;\n".formatted(date, amount);
        List<ReadRow> read = new ReadingRows(CsvFile.read(file.getBytes(UTF_8), ';'), COLUMNS, notation).read();
        assertEquals(1, read.size());
        return read.getFirst();
    }

    private static List<ReadRow> rows(String file) {
        return new ReadingRows(CsvFile.read(file.getBytes(UTF_8), ','), COLUMNS, notation("dd/MM/yyyy", ".", null))
                .read();
    }

    private static List<ReadRow> workbook(LayoutNotation notation, List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> all = new ArrayList<>();
        all.add(Arrays.asList("Ngày", "Ghi có", "Số CT", "Nội dung", "Họ tên", "Ghi chú"));
        all.addAll(rows);
        return new ReadingRows(WorkbookFile.read(Workbooks.of("Sao kê", all), null), COLUMNS, notation).read();
    }
}
