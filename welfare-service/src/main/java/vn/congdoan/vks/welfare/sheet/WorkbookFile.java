package vn.congdoan.vks.welfare.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.DomainException;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Reads one sheet of a workbook (xlsx). Of formulas what they came to when the file was saved.
public final class WorkbookFile {

    /// A value that cannot be read spoils its cell, and not the file.
    private static final ReadingOptions OPTIONS = new ReadingOptions(false, true);

    private WorkbookFile() {}

    /// 422 where it is no workbook, or has no such sheet.
    ///
    /// @param sheet its name; null: the first one
    public static Sheet read(byte[] file, @Nullable String sheet) {
        WorkbookGuard.inspect(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file), OPTIONS)) {
            Optional<org.dhatim.fastexcel.reader.Sheet> found =
                    sheet == null ? Optional.of(workbook.getFirstSheet()) : workbook.findSheet(sheet);
            org.dhatim.fastexcel.reader.Sheet wanted = found.orElseThrow(() -> new Unprocessable("", "no-such-sheet"));
            Sheet.Collected collected = new Sheet.Collected();
            try (Stream<Row> rows = wanted.openStream()) {
                rows.forEach(row -> collected.take(row.getRowNum(), cells(row)));
            }
            return collected.sheet(workbook.isDate1904());
        } catch (DomainException refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // Whatever the reader stumbles over, it is the file's fault.
            throw new Unprocessable("", "not-a-workbook");
        }
    }

    private static List<Cell> cells(Row row) {
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        for (int column = 0; column < row.getCellCount(); column++) {
            cells.add(row.hasCell(column) ? cell(row.getCell(column)) : Cell.Text.EMPTY);
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return Cell.Text.EMPTY;
        }
        // Text without any is a string that the workbook does not have.
        boolean isLost = cell.getValue() == null && cell.getType() == CellType.STRING;
        if (isLost || cell.getType() == CellType.ERROR) {
            return broken(cell);
        }
        return switch (cell.getValue()) {
            case null -> Cell.Text.EMPTY;
            case BigDecimal number when Cell.Figure.isOne(number) -> new Cell.Figure(number);
            case String text -> new Cell.Text(text);
            default -> new Cell.Broken(cell.getValue().toString());
        };
    }

    private static Cell broken(org.dhatim.fastexcel.reader.Cell cell) {
        return new Cell.Broken(cell.getRawValue() == null ? "" : cell.getRawValue());
    }
}
