package vn.congdoan.vks.welfare.sheet;

import java.math.BigDecimal;

/// What stands in one place of a table.
public sealed interface Cell {

    /// Text, as it was typed.
    record Text(String text) implements Cell {

        public static final Text EMPTY = new Text("");
    }

    /// A number of a workbook, also one that is shown as a day.
    record Figure(BigDecimal value) implements Cell {

        private static final int MAX_PLACES = 40;

        public Figure {
            if (!isOne(value)) {
                throw new IllegalArgumentException("More places than anybody counts with");
            }
        }

        /// Whether it may be written out. A number of a few letters, such as `1E999999999`, has a billion places.
        static boolean isOne(BigDecimal value) {
            return (long) value.precision() - value.scale() <= MAX_PLACES && value.scale() <= MAX_PLACES;
        }
    }

    /// A formula that came to nothing (`#REF!`), or a value that is none or of more places than anybody counts with.
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
