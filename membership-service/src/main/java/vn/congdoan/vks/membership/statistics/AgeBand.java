package vn.congdoan.vks.membership.statistics;

/// How old somebody is: the year of the day less the year of birth, since of some only that is known.
enum AgeBand {
    UNDER_30(Integer.MIN_VALUE, 30),
    FROM_30_TO_39(30, 40),
    FROM_40_TO_49(40, 50),
    FROM_50_TO_59(50, 60),
    FROM_60(60, Integer.MAX_VALUE);

    private final int from;
    private final int to;

    AgeBand(int from, int to) {
        this.from = from;
        this.to = to;
    }

    private boolean includes(int age) {
        return from <= age && age < to;
    }

    int of(Counts counts, int year) {
        int members = 0;
        for (int born = Cell.FIRST_YEAR; born <= Cell.LAST_YEAR; born++) {
            if (includes(year - born)) {
                members += counts.of(Cell.born(born));
            }
        }
        return members;
    }
}
