package vn.congdoan.vks.welfare.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.layout.LayoutColumns;
import vn.congdoan.vks.welfare.layout.LayoutNotation;
import vn.congdoan.vks.welfare.sheet.Cell;
import vn.congdoan.vks.welfare.sheet.RawWorkbooks;
import vn.congdoan.vks.welfare.sheet.WorkbookFile;

/// A number of a few letters would be one of a billion zeros if it were written out: nobody does.
class NumberBombsTest {

    private static final LayoutColumns COLUMNS = new LayoutColumns("Ngày", "Ghi có", null, null, null, null, "Ghi chú");

    private static final String HEADER = "<row>%s%s%s</row>".formatted(text("Ngày"), text("Ghi có"), text("Ghi chú"));

    @ParameterizedTest
    @ValueSource(strings = {"1E9999", "1E-9999", "-1E9999"})
    void one_in_a_column_that_is_read_is_a_fault_of_its_row(String number) {
        List<ReadRow> read = read(
                HEADER,
                "<row>%s%s%s</row>".formatted(number(number), number("5"), text("a")),
                "<row>%s%s%s</row>".formatted(text("20/10/2023"), number(number), text("a")),
                "<row>%s%s%s</row>".formatted(text("20/10/2023"), number("5"), number(number)),
                "<row>%s%s%s</row>".formatted(text("20/10/2023"), number("5"), text("a")));
        assertEquals(
                List.of(
                        List.of(new Fault(ImportField.DATE, "unreadable-day")),
                        List.of(new Fault(ImportField.AMOUNT, "broken-cell")),
                        List.of(new Fault(ImportField.NOTE, "broken-cell")),
                        List.of()),
                read.stream().map(ReadRow::faults).toList());
        assertNull(read.getFirst().date());
        assertNull(read.get(1).amount());
        assertTrue(read.getFirst().dateText().length() < 20);
    }

    @Test
    void one_above_the_headers_is_no_header() {
        List<ReadRow> read = read(
                "<row>%s</row>".formatted(number("1E9999")),
                HEADER,
                "<row>%s%s%s</row>".formatted(text("20/10/2023"), number("5"), text("a")));
        assertEquals(List.of(5L), read.stream().map(ReadRow::amount).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-1E999999999", "1E-999999999", "0E999999999"})
    void none_goes_beyond_the_file(String number) {
        assertThrows(IllegalArgumentException.class, () -> new Cell.Figure(new BigDecimal(number)));
    }

    private static List<ReadRow> read(String... rows) {
        LayoutNotation notation = new LayoutNotation("dd/MM/yyyy", null, null, null, null, null);
        return new ReadingRows(WorkbookFile.read(RawWorkbooks.workbook(String.join("", rows)), null), COLUMNS, notation)
                .read();
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(text);
    }

    private static String number(String number) {
        return "<c><v>%s</v></c>".formatted(number);
    }
}
