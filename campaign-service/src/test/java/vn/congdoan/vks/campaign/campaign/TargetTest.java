package vn.congdoan.vks.campaign.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {

    @ParameterizedTest
    @CsvSource({"10.000, 10", "10, 10", "99.50, 99.5", "0.001, 0.001", "1e2, 100", "1100000000, 1100000000"})
    void a_value_is_shown_in_its_shortest_form_without_an_exponent(String given, String shown) {
        assertEquals(shown, Target.plain(new BigDecimal(given)).toString());
    }

    @Test
    void a_number_of_a_billion_digits_is_not_written_out() {
        BigDecimal endless = new BigDecimal("1e999999999");
        assertEquals(endless, Target.plain(endless));
        assertEquals(new BigDecimal("1e2147483647"), Target.plain(new BigDecimal("1e2147483647")));
    }

    @Test
    void two_forms_that_say_the_same_are_equal() {
        assertEquals(form("10"), form("10.0"));
        assertNotEquals(form("10"), form("10.1"));
    }

    @Test
    void each_target_gets_an_id_of_its_own_and_keeps_its_place() {
        List<Target> targets = Target.of(List.of(form("1"), form("2")));
        assertEquals(
                List.of(new BigDecimal(1), new BigDecimal(2)),
                targets.stream().map(Target::value).toList());
        assertEquals(2, targets.stream().map(Target::id).distinct().count());
        assertEquals(List.of(), Target.of(null));
    }

    private static NewTarget form(String value) {
        return new NewTarget("Đăng ký", "%", new BigDecimal(value), Direction.AT_LEAST);
    }
}
