package vn.congdoan.vks.membership.statistics;

/// What is counted, by its number: the database writes facts with these (see `cells_of_member` there). Constants of an
/// enumeration have consecutive numbers in their order.
final class Cell {

    static final int MEMBERS = 0;
    static final int WOMEN = 1;
    static final int IN_PARTY = 2;
    static final int KINH = 3;
    static final int OTHER_ETHNICITY = 4;
    static final int CATEGORY = 11;
    static final int EDUCATION = 21;
    static final int JUDICIAL_TITLE = 31;

    /// Who came, as what.
    static final int ARRIVAL = 51;

    /// Who went, as what: counted downwards and on the last day there: the unit may end with it.
    static final int DEPARTURE = 61;

    /// Born in the first year; the years after it follow.
    static final int BORN = 100;

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;

    /// How many there may be.
    static final int NUMBER = BORN + LAST_YEAR - FIRST_YEAR + 1;

    private Cell() {}

    @SuppressWarnings("EnumOrdinal") // the database counts in the same order, which a test compares
    static int of(int first, Enum<?> constant) {
        return first + constant.ordinal();
    }

    static int born(int year) {
        return BORN + year - FIRST_YEAR;
    }

    /// Whether the cell tells what happened, and so stays with the units of that day; the others tell who is there.
    static boolean isFlow(int cell) {
        return cell >= ARRIVAL && cell < BORN;
    }
}
