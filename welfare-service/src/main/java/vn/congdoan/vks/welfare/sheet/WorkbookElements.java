package vn.congdoan.vks.welfare.sheet;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Counts what the parts of a workbook are made of, in the order in which the reader meets it: whatever that keeps in
/// memory, for each element or for each row, has a bound here. Elements may stand where none is expected, for the
/// reader does not mind.
final class WorkbookElements {

    private static final int MAX_ELEMENTS = 2_000_000;
    private static final int MAX_DEPTH = 100;
    private static final int MAX_CELLS = 500_000;
    private static final int MAX_LINKS = 100_000;
    private static final int MAX_FORMULAS = 100_000;
    private static final int MAX_ARRAYS = 100;
    private static final int MAX_FORMULA = 1_000;
    /// Programs write seventeen digits; whoever reads a million takes minutes.
    private static final int MAX_NUMBER = 64;
    /// As many letters as a spreadsheet allows in a cell.
    private static final int MAX_TEXT = 32_767;

    private int elements;
    private int sheets;
    private int links;
    private int cells;
    private int formulas;
    private int arrays;

    private int depth;
    /// At which depth the outermost row is; 0: it is over.
    private int row;
    private int cellsOfRow;
    private boolean isInCell;
    private boolean isNumber;
    /// At which depth the value or formula is whose text is measured; 0: none.
    private int measured;
    private int length;
    private int longest;

    void beginPart() {
        depth = 0;
        row = 0;
        isInCell = false;
        measured = 0;
    }

    void begin(XMLStreamReader element) {
        depth++;
        elements++;
        requireAtMost(MAX_ELEMENTS, elements);
        requireAtMost(MAX_DEPTH, depth);
        switch (element.getLocalName()) {
            case "sheet" -> requireAtMost(WorkbookGuard.MAX_ENTRIES, ++sheets);
            case "Relationship" -> requireAtMost(MAX_LINKS, ++links);
            case "row" -> beginRow();
            case "c" -> beginCell(element);
            case "v" -> measure(isNumber ? MAX_NUMBER : MAX_TEXT);
            case "f" -> beginFormula(element);
            default -> {}
        }
    }

    void end(String name) {
        if (depth == row) {
            row = 0;
        }
        if (depth == measured) {
            measured = 0;
        }
        if (name.equals("c")) {
            isInCell = false;
            isNumber = false;
        }
        depth--;
    }

    void text(XMLStreamReader text) {
        if (measured > 0) {
            length += text.getTextLength();
            requireAtMost(longest, length);
        }
    }

    private void beginRow() {
        if (row == 0) {
            row = depth;
            cellsOfRow = 0;
        }
    }

    private void beginCell(XMLStreamReader cell) {
        @Nullable String address = cell.getAttributeValue(null, "r");
        if (address != null && column(address) > Sheet.MAX_COLUMNS) {
            throw new Unprocessable("", "too-many-columns");
        }
        if (row == 0) {
            // Not of a sheet: other parts name cells as well.
            return;
        }
        if (isInCell) {
            throw new Unprocessable("", "not-a-workbook");
        }
        @Nullable String type = cell.getAttributeValue(null, "t");
        isInCell = true;
        isNumber = type == null || type.equals("n");
        cellsOfRow++;
        if (cellsOfRow > Sheet.MAX_COLUMNS) {
            throw new Unprocessable("", "too-many-columns");
        }
        requireAtMost(MAX_CELLS, ++cells);
    }

    private void beginFormula(XMLStreamReader formula) {
        measure(MAX_FORMULA);
        requireAtMost(MAX_FORMULAS, ++formulas);
        if ("array".equals(formula.getAttributeValue(null, "t"))) {
            requireAtMost(MAX_ARRAYS, ++arrays);
        }
    }

    private void measure(int most) {
        if (measured == 0) {
            measured = depth;
            longest = most;
            length = 0;
        }
    }

    /// The column of `AB12`, from 1; far to the right if it is longer than any.
    private static int column(String address) {
        int column = 0;
        for (int place = 0; place < address.length() && Character.isLetter(address.charAt(place)); place++) {
            if (place == 3) {
                return Integer.MAX_VALUE;
            }
            column = column * 26 + Character.toUpperCase(address.charAt(place)) - 'A' + 1;
        }
        return column;
    }

    private static void requireAtMost(int most, int found) {
        if (found > most) {
            throw WorkbookGuard.tooMuch();
        }
    }
}
