package vn.congdoan.vks.welfare.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.layout.DayPattern;
import vn.congdoan.vks.welfare.layout.ImportField;
import vn.congdoan.vks.welfare.layout.Layout;
import vn.congdoan.vks.welfare.layout.LayoutColumns;
import vn.congdoan.vks.welfare.layout.LayoutNotation;
import vn.congdoan.vks.welfare.sheet.Cell;
import vn.congdoan.vks.welfare.sheet.CsvFile;
import vn.congdoan.vks.welfare.sheet.Sheet;
import vn.congdoan.vks.welfare.sheet.SheetRow;
import vn.congdoan.vks.welfare.sheet.WorkbookFile;

/// Reads the rows of a table by a layout. Nothing is guessed: what cannot be read is shown, with the column and the
/// rule.
public final class ReadingRows {

    /// Banks put some lines above the table, and not thousands.
    private static final int PREAMBLE = 1_000;

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1_000;

    private final Sheet sheet;
    private final Map<ImportField, String> names;
    private final @Nullable Integer headerRow;
    private final Days days;
    private final Amounts amounts;

    ReadingRows(Sheet sheet, LayoutColumns columns, LayoutNotation notation) {
        this.sheet = sheet;
        this.names = columns.named();
        this.headerRow = notation.headerRow();
        this.days = new Days(new DayPattern(notation.datePattern()), sheet.countsDaysFrom1904());
        this.amounts = new Amounts(notation);
    }

    /// The rows of a file: of a workbook, or of CSV by the delimiter that the layout tells, or else by the
    /// first with which a line has all headers.
    public static List<ReadRow> of(byte[] file, boolean isWorkbook, Layout by) {
        return isWorkbook
                ? table(WorkbookFile.read(file, by.notation().sheet()), by).read()
                : ofCsv(file, by);
    }

    private static List<ReadRow> ofCsv(byte[] file, Layout by) {
        Unprocessable refusal = new Unprocessable("", "headers-not-found");
        for (char delimiter : by.notation().delimiters()) {
            try {
                ReadingRows table = table(CsvFile.read(file, delimiter), by);
                if (table.hasHeaders()) {
                    return table.read();
                }
            } catch (Unprocessable unreadable) {
                refusal = unreadable;
            }
        }
        throw refusal;
    }

    private static ReadingRows table(Sheet sheet, Layout by) {
        return new ReadingRows(sheet, by.columns(), by.notation());
    }

    /// Whether a row has all headers of the layout.
    private boolean hasHeaders() {
        return header().isPresent();
    }

    /// 422 where the table has no such columns.
    List<ReadRow> read() {
        int header = header().orElseThrow(() -> new Unprocessable("", "headers-not-found"));
        Map<ImportField, Integer> places = places(header);
        List<ReadRow> read = new ArrayList<>();
        for (SheetRow row : sheet.rows().subList(header + 1, sheet.rows().size())) {
            if (places.values().stream().anyMatch(place -> !row.at(place).isEmpty())) {
                read.add(read(row, places));
            }
        }
        if (read.isEmpty()) {
            throw new Unprocessable("", "empty-file");
        }
        return read;
    }

    /// The place of the row of headers among the rows; -1 where all columns are told by their numbers.
    private OptionalInt header() {
        List<String> wanted = names.values().stream()
                .filter(each -> number(each).isEmpty())
                .map(VietnameseText::searchable)
                .toList();
        if (headerRow == null && wanted.isEmpty()) {
            return OptionalInt.of(-1);
        }
        int last = headerRow == null
                ? Math.min(PREAMBLE, sheet.rows().size())
                : sheet.rows().size();
        return IntStream.range(0, last)
                .filter(each -> headerRow == null || sheet.rows().get(each).line() == headerRow)
                .filter(each -> headers(sheet.rows().get(each)).containsAll(wanted))
                .findFirst();
    }

    private static List<String> headers(SheetRow row) {
        return row.cells().stream().map(Cell::shown).map(ReadingRows::header).toList();
    }

    private static String header(String shown) {
        return shown.length() > LONGEST_TEXT ? "" : VietnameseText.searchable(shown);
    }

    private Map<ImportField, Integer> places(int header) {
        List<String> headers = header < 0 ? List.of() : headers(sheet.rows().get(header));
        Map<ImportField, Integer> places = new EnumMap<>(ImportField.class);
        names.forEach((field, name) -> places.put(field, number(name).orElseGet(() -> place(name, headers))));
        return places;
    }

    private static int place(String name, List<String> headers) {
        String wanted = VietnameseText.searchable(name);
        int first = headers.indexOf(wanted);
        if (first < 0) {
            throw new Unprocessable("", "headers-not-found");
        }
        if (headers.lastIndexOf(wanted) != first) {
            throw new Unprocessable("", "header-doubled");
        }
        return first;
    }

    /// The place that a column's number names; empty for a header's text.
    private static Optional<Integer> number(String name) {
        return name.matches("[1-9][0-9]?|100") ? Optional.of(Integer.parseInt(name) - 1) : Optional.empty();
    }

    private ReadRow read(SheetRow row, Map<ImportField, Integer> places) {
        List<Fault> faults = new ArrayList<>();
        Cell dateCell = cell(row, places, ImportField.DATE);
        Cell amountCell = cell(row, places, ImportField.AMOUNT);
        Amounts.Read amount = amounts.read(amountCell);
        Optional<LocalDate> date = days.read(dateCell);
        Long dong = amount.dong();
        boolean isIncoming = dong == null || dong > 0;
        if (isIncoming) {
            if (dong == null) {
                faults.add(new Fault(ImportField.AMOUNT, String.valueOf(amount.rule())));
            }
            if (date.isEmpty()) {
                faults.add(new Fault(ImportField.DATE, dateCell.isEmpty() ? "required" : "unreadable-day"));
            }
        }
        return new ReadRow(
                row.line(),
                isIncoming,
                date.orElse(null),
                dong == null || dong <= 0 ? null : dong,
                shortened(dateCell.shown(), LONGEST_NAME),
                shortened(amountCell.shown(), LONGEST_NAME),
                text(row, places, ImportField.REFERENCE, faults),
                text(row, places, ImportField.DESCRIPTION, faults),
                text(row, places, ImportField.MEMBER, faults),
                text(row, places, ImportField.NAME, faults),
                text(row, places, ImportField.NOTE, faults),
                isIncoming ? faults : List.of());
    }

    private static Cell cell(SheetRow row, Map<ImportField, Integer> places, ImportField field) {
        Integer place = places.get(field);
        return place == null ? Cell.Text.EMPTY : row.at(place);
    }

    private static @Nullable String text(
            SheetRow row, Map<ImportField, Integer> places, ImportField field, List<Fault> faults) {
        Cell cell = cell(row, places, field);
        if (cell.isEmpty()) {
            return null;
        }
        String shown = cell.shown();
        int longest =
                switch (field) {
                    case NAME, REFERENCE, MEMBER -> LONGEST_NAME;
                    default -> LONGEST_TEXT;
                };
        if (cell instanceof Cell.Broken) {
            faults.add(new Fault(field, "broken-cell"));
        } else if (shown.length() > longest) {
            faults.add(new Fault(field, "text-too-long"));
        } else if (field != ImportField.NOTE && LegacyText.isIn(VietnameseText.normalized(shown))) {
            faults.add(new Fault(field, "legacy-encoding"));
        } else if (!VietnameseText.isClean(shown)) {
            faults.add(new Fault(field, "unclean-text"));
        }
        return shortened(shown, longest);
    }

    /// Fit to be stored and shown, whatever it is.
    private static String shortened(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) : text;
        StringBuilder clean = new StringBuilder();
        cut.codePoints()
                .map(each -> Character.isWhitespace(each) || VietnameseText.isClean(Character.toString(each))
                        ? each
                        : '\ufffd')
                .forEach(clean::appendCodePoint);
        return VietnameseText.singleLine(clean.toString());
    }
}
