package vn.congdoan.vks.welfare.sheet;

import java.util.ArrayList;
import java.util.List;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// One table of a file: the rows that are not empty.
///
/// @param countsDaysFrom1904 whether numbers that are days count from 1904, as workbooks of old Macs do
public record Sheet(List<SheetRow> rows, boolean countsDaysFrom1904) {

    public static final int MAX_ROWS = 20_000;
    public static final int MAX_COLUMNS = 100;

    public Sheet {
        rows = List.copyOf(rows);
    }

    /// Takes rows as they are read, and no more than allowed.
    static final class Collected {

        private final List<SheetRow> rows = new ArrayList<>();

        void take(int line, List<Cell> cells) {
            SheetRow row = new SheetRow(line, cells);
            if (row.isEmpty()) {
                return;
            }
            if (cells.size() > MAX_COLUMNS) {
                throw new Unprocessable("", "too-many-columns");
            }
            if (rows.size() == MAX_ROWS) {
                throw new Unprocessable("", "too-many-rows");
            }
            rows.add(row);
        }

        Sheet sheet(boolean countsDaysFrom1904) {
            if (rows.isEmpty()) {
                throw new Unprocessable("", "empty-file");
            }
            return new Sheet(rows, countsDaysFrom1904);
        }
    }
}
