package vn.congdoan.vks.membership.statistics;

/// How far below a unit its tally reaches.
enum Scope {
    /// The unit itself.
    DIRECT(0),
    /// With everything below it inside its union.
    OWN(1),
    /// With the unions below, too.
    SECTOR(2);

    private final int number;

    Scope(int number) {
        this.number = number;
    }

    /// As the database names it.
    int number() {
        return number;
    }

    static Scope numbered(int number) {
        return switch (number) {
            case 0 -> DIRECT;
            case 1 -> OWN;
            case 2 -> SECTOR;
            default -> throw new IllegalArgumentException("No scope " + number);
        };
    }
}
