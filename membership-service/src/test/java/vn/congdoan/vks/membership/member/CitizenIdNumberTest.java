package vn.congdoan.vks.membership.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.problem.Violation;

class CitizenIdNumberTest {

    private static final Set<String> PROVINCES = Set.of("01", "51", "62", "96");

    @ParameterizedTest
    @CsvSource({
        "051185001234, 1985, FEMALE",
        "001099000001, 1999, MALE",
        "096300000001, 2000, FEMALE",
        "062203000001, 2003, MALE",
        "131085000001, 1985, MALE"
    })
    void one_that_fits_place_century_sex_and_year_agrees(String digits, int year, Gender gender) {
        assertEquals(List.of(), codes(digits, year, gender));
    }

    @ParameterizedTest
    @ValueSource(strings = {"003085000001", "000085000001", "097085000001"})
    void a_province_that_never_was_is_pointed_out(String digits) {
        assertEquals(List.of("citizen-id-unknown-place"), codes(digits, 1985, Gender.MALE));
    }

    @ParameterizedTest
    @CsvSource({
        "051185001234, 1985, MALE, citizen-id-other-sex",
        "051185001234, 1986, FEMALE, citizen-id-other-birth-year",
        "051385001234, 1985, FEMALE, citizen-id-other-birth-year",
        "051985001234, 1985, FEMALE, citizen-id-other-birth-year"
    })
    void what_disagrees_with_the_person_is_pointed_out(String digits, int year, Gender gender, String code) {
        assertEquals(List.of(code), codes(digits, year, gender));
    }

    private static List<String> codes(String digits, int year, Gender gender) {
        return new CitizenIdNumber(digits)
                .disagreements(year, gender, PROVINCES).stream()
                        .map(Violation::code)
                        .toList();
    }
}
