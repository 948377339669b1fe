package vn.congdoan.vks.welfare.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How amounts are read on vouchers.
class AmountInWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0, Không đồng",
        "1, Một đồng",
        "4, Bốn đồng",
        "5, Năm đồng",
        "10, Mười đồng",
        "11, Mười một đồng",
        "14, Mười bốn đồng",
        "15, Mười lăm đồng",
        "20, Hai mươi đồng",
        "21, Hai mươi mốt đồng",
        "24, Hai mươi tư đồng",
        "25, Hai mươi lăm đồng",
        "31, Ba mươi mốt đồng",
        "44, Bốn mươi tư đồng",
        "55, Năm mươi lăm đồng",
        "99, Chín mươi chín đồng",
        "100, Một trăm đồng",
        "101, Một trăm linh một đồng",
        "104, Một trăm linh bốn đồng",
        "105, Một trăm linh năm đồng",
        "110, Một trăm mười đồng",
        "111, Một trăm mười một đồng",
        "115, Một trăm mười lăm đồng",
        "221, Hai trăm hai mươi mốt đồng",
        "999, Chín trăm chín mươi chín đồng",
        "1000, Một nghìn đồng",
        "1005, Một nghìn không trăm linh năm đồng",
        "1015, Một nghìn không trăm mười lăm đồng",
        "10100, Mười nghìn một trăm đồng",
        "21024, Hai mươi mốt nghìn không trăm hai mươi tư đồng",
        "151000000, Một trăm năm mươi mốt triệu đồng",
        "2000000, Hai triệu đồng",
        "1000005, Một triệu không trăm linh năm đồng",
        "1050000, Một triệu không trăm năm mươi nghìn đồng",
        "38400000, Ba mươi tám triệu bốn trăm nghìn đồng",
        "1000000000, Một tỷ đồng",
        "1100000001, Một tỷ một trăm triệu không trăm linh một đồng",
        "1000000000000, Một nghìn tỷ đồng",
        "1005000000000, Một nghìn không trăm linh năm tỷ đồng",
        "1000000000000000, Một triệu tỷ đồng",
        "1000000000000004, Một triệu tỷ không trăm linh bốn đồng",
        "24021000051000, Hai mươi tư nghìn không trăm hai mươi mốt tỷ không trăm năm mươi mốt nghìn đồng"
    })
    void an_amount_is_read_as_on_a_voucher(long amount, String words) {
        assertEquals(words, AmountInWords.of(amount));
    }

    @Test
    void nobody_pays_less_than_nothing() {
        assertThrows(IllegalArgumentException.class, () -> AmountInWords.of(-1));
    }
}
