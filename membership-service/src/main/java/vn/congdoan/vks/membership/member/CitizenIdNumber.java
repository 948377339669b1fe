package vn.congdoan.vks.membership.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.congdoan.vks.platform.problem.Violation;

/// What the twelve digits of a citizen id (số căn cước công dân; circular 59/2021/TT-BCA, article 5) say of the person:
/// where the birth was registered (0 and the code of a province as of before July 2025, or a country), century of birth
/// and sex, year of birth. There is no check digit. Records have mistakes, so what disagrees is only pointed out,
/// without the digits.
final class CitizenIdNumber {

    private static final String POINTER = "/citizenId";
    private static final int FIRST_CENTURY = 19;

    private final String digits;

    CitizenIdNumber(String digits) {
        this.digits = digits;
    }

    /// @param provinces the codes that stand or stood for a province
    List<Violation> disagreements(int birthYear, Gender gender, Set<String> provinces) {
        List<Violation> found = new ArrayList<>();
        if (digits.startsWith("0") && !provinces.contains(digits.substring(1, 3))) {
            found.add(new Violation(POINTER, "citizen-id-unknown-place"));
        }
        int centuryAndSex = Character.digit(digits.charAt(3), 10);
        if (centuryAndSex % 2 != (gender == Gender.FEMALE ? 1 : 0)) {
            found.add(new Violation(POINTER, "citizen-id-other-sex"));
        }
        int year = (FIRST_CENTURY + centuryAndSex / 2) * 100 + Integer.parseInt(digits.substring(4, 6));
        if (year != birthYear) {
            found.add(new Violation(POINTER, "citizen-id-other-birth-year"));
        }
        return found;
    }
}
