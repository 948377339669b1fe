package vn.congdoan.vks.welfare.sheet;

import java.math.BigDecimal;

/// What stands in one place of a table.
public sealed interface Cell {

    /// Text, as it was typed.
    record Text(String text) implements Cell {

        public static final Text EMPTY = new Text("");
    }

    /// A number of a workbook, also one that is shown as a day.
    record Figure(BigDecimal value) implements Cell {}

    /// A formula that came to nothing (`#REF!`), or a value that is none.
    record Broken(String shown) implements Cell {}

    default boolean isEmpty() {
        return this instanceof Text(String text) && text.isBlank();
    }

    /// What somebody sees who opens the file, as far as that can be said without its formats.
    default String shown() {
        return switch (this) {
            case Text(String text) -> text;
            case Figure(BigDecimal value) -> value.stripTrailingZeros().toPlainString();
            case Broken(String shown) -> shown;
        };
    }
}
