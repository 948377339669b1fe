package vn.congdoan.vks.welfare.payfile;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.welfare.payee.PayeeAccount;
import vn.congdoan.vks.welfare.sheet.Cell;
import vn.congdoan.vks.welfare.sheet.SheetRow;
import vn.congdoan.vks.welfare.sheet.WorkbookFile;

class BankSheetTest {

    private static final List<BankSheet.Payment> PAYMENTS = List.of(
            payment(1, "Nguyễn Thị Đào, \"Hoà\"", "VCB Vinh; CN 2"),
            payment(2, "=HYPERLINK(\"http://x\")", "@SUM(A1)"),
            payment(3, "+84 Trần", "-cmd|' /C calc'!A0"));

    private static BankSheet.Payment payment(int line, String holder, String bank) {
        String reference = "VK00000000000" + line;
        return new BankSheet.Payment(
                line,
                reference,
                new PayeeAccount("VCB", bank, "001100412345" + line, holder),
                500_000,
                reference + " TRO CAP TET");
    }

    @Test
    void banks_get_capitals_without_marks_and_no_formula() {
        assertEquals("""
                STT,SO THAM CHIEU,TEN NGUOI HUONG,SO TAI KHOAN,MA NGAN HANG,TEN NGAN HANG,SO TIEN,NOI DUNG
                1,VK000000000001,NGUYEN THI DAO HOA,0011004123451,VCB,VCB VINH CN 2,500000,VK000000000001 TRO CAP TET
                2,VK000000000002,HYPERLINK HTTP //X,0011004123452,VCB,SUM A1,500000,VK000000000002 TRO CAP TET
                3,VK000000000003,84 TRAN,0011004123453,VCB,CMD /C CALC A0,500000,VK000000000003 TRO CAP TET
                """.replace("\n", "\r\n"), new String(BankSheet.csv(PAYMENTS), US_ASCII));
    }

    @Test
    void a_workbook_says_the_same_with_amounts_as_numbers() {
        List<SheetRow> rows =
                WorkbookFile.read(BankSheet.workbook(PAYMENTS), null).rows();
        String[] lines = new String(BankSheet.csv(PAYMENTS), US_ASCII).split("\r\n", -1);
        for (int row = 0; row < rows.size(); row++) {
            assertEquals(
                    lines[row],
                    String.join(
                            ",", rows.get(row).cells().stream().map(Cell::shown).toList()));
        }
        assertEquals(4, rows.size());
        assertTrue(rows.getLast().at(6) instanceof Cell.Figure);
        assertTrue(rows.getLast().at(3) instanceof Cell.Text);
    }

    @Test
    void the_same_payments_are_the_same_octets_at_any_time() throws Exception {
        byte[] first = BankSheet.workbook(PAYMENTS);
        long begun = System.currentTimeMillis() / 2_000;
        while (System.currentTimeMillis() / 2_000 == begun) {
            Thread.onSpinWait();
        }
        assertArrayEquals(first, BankSheet.workbook(PAYMENTS));
    }
}
