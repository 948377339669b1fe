package vn.congdoan.vks.welfare.sheet;

import java.util.List;

/// A row that is not empty.
///
/// @param line its number in the file, from 1
public record SheetRow(int line, List<Cell> cells) {

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /// @param column from 0
    public Cell at(int column) {
        return column < cells.size() ? cells.get(column) : Cell.Text.EMPTY;
    }

    boolean isEmpty() {
        return cells.stream().allMatch(Cell::isEmpty);
    }
}
