package vn.congdoan.vks.membership.statistics;

/// Where the facts of a unit count besides in its own direct tally: in that of a unit above it (or its own with all
/// below), as long as it stood there.
record Line(Tally tally, int from, int to) {

    boolean covers(int day) {
        return from <= day && day < to;
    }

    /// Who is there comes and goes with the unit; what happened on a day stays where the unit was then.
    void carry(int day, int cell, int delta, Postings to) {
        if (Cell.isFlow(cell)) {
            if (covers(day)) {
                to.add(tally, day, cell, delta);
            }
        } else if (day < this.to) {
            to.add(tally, Math.max(day, from), cell, delta);
            if (this.to != Day.NEVER) {
                to.add(tally, this.to, cell, -delta);
            }
        }
    }

    /// Whether a fact counts as of a day.
    boolean counts(int day, int cell, int asOf) {
        return day <= asOf && covers(Cell.isFlow(cell) ? day : asOf);
    }
}
