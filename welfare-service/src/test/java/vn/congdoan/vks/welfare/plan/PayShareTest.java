package vn.congdoan.vks.welfare.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares of the pay, in whole đồng.
class PayShareTest {

    @ParameterizedTest
    @CsvSource({
        "1, 100, 7700000, 77000",
        "1, 200, 7700000, 38500",
        "1, 22, 7700000, 350000",
        "1, 22, 7700010, 350000",
        "1, 22, 7700011, 350001",
        "1, 26, 1, 0",
        "1, 1, 1000000000000, 1000000000000",
        "10000, 10000, 1000000000000, 1000000000000",
        "2, 3, 100, 67",
        "1, 3, 100, 33"
    })
    void a_share_is_rounded_to_whole_dong_and_halves_upwards(int of, int per, long pay, long share) {
        assertEquals(share, new PayShare(of, per).ofPay(pay));
    }
}
