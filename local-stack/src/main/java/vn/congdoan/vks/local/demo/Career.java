package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// The dates of an invented working life as of the end of 2022: nobody of pension age, nobody who joined as a minor.
///
/// @param party null for who is not in the Party
record Career(LocalDate born, LocalDate joined, MemberForm.@Nullable Party party) {
    /// The record ends with 2022; so that no demo membership begins near that end, nobody joined later than this year.
    private static final int LAST_YEAR_OF_JOINING = 2020;

    private static final int HEADS_BORN_UNTIL = 1976;
    private static final int BORN_UNTIL = 1996;
    // At the end of 2022 men retired at 60 years and 6 months, women at 55 years and 8 months.
    private static final int MEN_BORN_FROM = 1964;
    private static final int WOMEN_BORN_FROM = 1968;

    /// @param heads whether the person leads the office
    static Career invent(DemoUnion union, Gender gender, boolean heads, Random random) {
        int from = gender == Gender.FEMALE ? WOMEN_BORN_FROM : MEN_BORN_FROM;
        int until = heads ? HEADS_BORN_UNTIL : BORN_UNTIL;
        int year = from + random.nextInt(until - from + 1);
        LocalDate born = day(year, random);
        int joining = Math.clamp(year + 22 + random.nextInt(6), union.firstDay().getYear() + 1, LAST_YEAR_OF_JOINING);
        LocalDate joined = day(joining, random);
        boolean inParty = heads || random.nextInt(100) < 78;
        return new Career(born, joined, inParty ? party(joined, random) : null);
    }

    private static MemberForm.@Nullable Party party(LocalDate joined, Random random) {
        LocalDate probationary = joined.plusDays(300L + random.nextInt(1500));
        LocalDate official = probationary.plusYears(1);
        return official.getYear() > 2022 ? null : new MemberForm.Party(probationary, official);
    }

    private static LocalDate day(int year, Random random) {
        return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
    }

    /// Years of service at the end of 2022.
    int service() {
        return 2022 - joined.getYear();
    }
}
