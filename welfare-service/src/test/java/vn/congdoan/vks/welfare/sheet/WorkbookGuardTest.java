package vn.congdoan.vks.welfare.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.welfare.sheet.RawWorkbooks.parts;
import static vn.congdoan.vks.welfare.sheet.RawWorkbooks.workbook;
import static vn.congdoan.vks.welfare.sheet.RawWorkbooks.zip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.imports.Workbooks;

/// A file of two megabytes stays one, whatever is packed into it.
class WorkbookGuardTest {

    private static final String CELL = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    @Test
    void a_plain_workbook_is_read() {
        assertEquals(1, WorkbookFile.read(workbook(CELL), null).rows().size());
    }

    @Test
    void more_than_sixty_four_megabytes_are_not_unpacked() {
        byte[] bomb = workbook(CELL + " ".repeat((int) WorkbookGuard.MAX_UNPACKED));
        refused("too-much-inside", bomb);
    }

    @Test
    void what_is_packed_into_a_part_that_is_no_xml_counts_as_well() {
        Map<String, String> parts = parts(CELL);
        parts.put("xl/media/image1.png", " ".repeat((int) WorkbookGuard.MAX_UNPACKED));
        refused("too-much-inside", zip(parts));
    }

    @Test
    void more_than_two_hundred_parts_are_not_looked_at() {
        Map<String, String> parts = parts(CELL);
        for (int part = 0; part <= WorkbookGuard.MAX_ENTRIES; part++) {
            parts.put("xl/part" + part + ".xml", "<a/>");
        }
        refused("too-much-inside", zip(parts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CW1", "XFD1", "ZZZZZZ1", "zzzzzz1", "AAAAAAAAAAAAAAAAA1"})
    void a_cell_far_to_the_right_is_refused_before_room_is_made_for_it(String address) {
        refused("too-many-columns", workbook("<row r=\"1\"><c r=\"%s\"><v>1</v></c></row>".formatted(address)));
    }

    @Test
    void the_hundredth_column_is_read() {
        assertEquals(
                1,
                WorkbookFile.read(workbook("<row r=\"1\"><c r=\"CV1\"><v>1</v></c></row>"), null)
                        .rows()
                        .size());
    }

    @Test
    void cells_without_an_address_are_counted_before_they_are_read() {
        guarded("too-many-columns", "<row>" + "<c/>".repeat(101) + "</row>");
        String within = "<c><f><row></row></f></c>";
        guarded("too-many-columns", "<row>" + ("<c/>".repeat(60) + within).repeat(2) + "</row>");
        assertDoesNotThrow(() -> WorkbookGuard.inspect(workbook(("<row>" + "<c/>".repeat(100) + "</row>").repeat(2))));
    }

    @Test
    void no_more_cells_and_elements_are_read_than_a_statement_has() {
        guarded("too-much-inside", ("<row>" + "<c/>".repeat(100) + "</row>").repeat(5_001));
        Map<String, String> parts = parts(CELL);
        parts.put("xl/sharedStrings.xml", "<sst>" + "<si/>".repeat(2_000_001) + "</sst>");
        refused("too-much-inside", zip(parts));
    }

    @Test
    void what_stands_in_a_cell_has_a_length() {
        guarded("too-much-inside", "<row><c><v>" + "1".repeat(65) + "</v></c></row>");
        guarded("too-much-inside", "<row><c><v>" + "1".repeat(40) + "<x/>" + "1".repeat(40) + "</v></c></row>");
        guarded("too-much-inside", "<row><c t=\"str\"><v>" + "a".repeat(32_768) + "</v></c></row>");
        guarded("not-a-workbook", "<row><c><c t=\"str\"><v>" + "1".repeat(65) + "</v></c></c></row>");
        guarded("too-much-inside", "<a>".repeat(101) + "</a>".repeat(101));
    }

    @Test
    void an_element_in_a_formula_hides_nothing_from_the_guard() {
        guarded("too-many-columns", "<row r=\"1\"><c r=\"A1\"><f><x/></f></c><c r=\"ZZZZ1\"/></row>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E9999", "-1E9999", "1E-9999", "0E9999", "1E41", "1E-41"})
    void a_number_with_more_places_than_anybody_counts_with_is_broken(String number) {
        Sheet sheet = WorkbookFile.read(workbook("<row><c><v>%s</v></c></row>".formatted(number)), null);
        Cell.Broken cell =
                assertInstanceOf(Cell.Broken.class, sheet.rows().getFirst().at(0));
        assertTrue(cell.shown().length() < 20, cell.shown());
    }

    @Test
    void twenty_thousand_rows_are_read_and_no_more() {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= Sheet.MAX_ROWS; row++) {
            rows.append("<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c></row>".formatted(row));
        }
        assertEquals(
                Sheet.MAX_ROWS,
                WorkbookFile.read(workbook(rows.toString()), null).rows().size());
        refused("too-many-rows", workbook(rows + "<row r=\"20001\"><c r=\"A20001\"><v>1</v></c></row>"));
    }

    @Test
    void formulas_that_grow_with_each_other_are_refused() {
        StringBuilder arrays = new StringBuilder();
        for (int row = 1; row <= 101; row++) {
            arrays.append("<row r=\"%1$d\"><c r=\"A%1$d\"><f t=\"array\" ref=\"A%1$d:B%1$d\">1</f><v>1</v></c></row>"
                    .formatted(row));
        }
        refused("too-much-inside", workbook(arrays.toString()));
        refused(
                "too-much-inside",
                workbook("<row r=\"1\"><c r=\"A1\"><f>%s</f><v>1</v></c></row>".formatted("A".repeat(1_001))));
    }

    @Test
    void the_value_of_a_formula_is_what_it_came_to() {
        Sheet sheet = WorkbookFile.read(
                workbook("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f><v>350000</v></c>"
                        + "<c r=\"B1\" t=\"e\"><v>#REF!</v></c></row>"),
                null);
        assertEquals("350000", sheet.rows().getFirst().at(0).shown());
        assertEquals(new Cell.Broken("#REF!"), sheet.rows().getFirst().at(1));
    }

    @Test
    void a_text_that_the_workbook_does_not_have_is_no_empty_cell() {
        Sheet sheet = WorkbookFile.read(workbook("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"), null);
        assertEquals(new Cell.Broken(""), sheet.rows().getFirst().at(0));
    }

    @Test
    void nothing_is_declared_in_a_part() {
        String lol = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]>";
        Map<String, String> parts = parts(CELL);
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (_, xml) -> lol + xml);
        refused("not-a-workbook", zip(parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "PK", "Ngày,Ghi có", "\u00d0\u00cf\u0011\u00e0 an old workbook", "PK\u0003\u0004broken"})
    void what_is_no_workbook_is_refused(String content) {
        refused("not-a-workbook", content.getBytes(UTF_8));
    }

    @Test
    void a_workbook_without_its_parts_is_refused() {
        refused("not-a-workbook", zip(new LinkedHashMap<>(Map.of("a.xml", "<a/>"))));
        refused("not-a-workbook", workbook("<row r=\"1\"><c r=\"A1\" t=\"x\"><v>7</v></c></row>"));
        refused("not-a-workbook", workbook("<row r=\"1\"><c r=\"A1\"><v>7</v>"));
    }

    @Test
    void every_octet_that_is_missing_or_wrong_is_survived() {
        byte[] whole = Workbooks.of("Sheet", List.of(Arrays.<@Nullable Object>asList("Ngày", 1, null, "Trần")));
        List<Throwable> strange = new ArrayList<>();
        for (int place = 0; place < whole.length; place += 7) {
            byte[] cut = Arrays.copyOf(whole, place);
            byte[] wrong = whole.clone();
            wrong[place] ^= (byte) 0xff;
            for (byte[] each : List.of(cut, wrong)) {
                try {
                    WorkbookFile.read(each, null);
                } catch (Unprocessable refused) {
                    // As it should be.
                } catch (RuntimeException other) {
                    strange.add(other);
                }
            }
        }
        assertEquals(List.of(), strange);
    }

    private static void guarded(String rule, String rows) {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> WorkbookGuard.inspect(workbook(rows)));
        assertEquals(rule, refused.violations().getFirst().code());
    }

    private static void refused(String rule, byte[] file) {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> WorkbookFile.read(file, null));
        assertEquals(rule, refused.violations().getFirst().code());
    }
}
