package vn.congdoan.vks.welfare.disclosure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A disclosure as a workbook: a column of words and one of đồng, as numbers.
final class DisclosureSheet {

    private static final String DONG = "#,##0";

    private final Worksheet sheet;
    private int row;

    private DisclosureSheet(Worksheet sheet) {
        this.sheet = sheet;
    }

    static byte[] xlsx(Disclosure told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "vks", "1.0")) {
            new DisclosureSheet(book.newWorksheet("Công khai")).write(told);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void write(Disclosure told) {
        sheet.width(0, 60);
        sheet.width(1, 20);
        words(Labels.TITLE);
        words(told.name());
        words(Labels.period(told));
        sum(Labels.OPENING, told.opening());
        sum(Labels.INCOME, told.totalIncome());
        told.income().forEach(each -> money(Labels.ofIncome(each), each.amount()));
        sum(Labels.SPENDING, told.totalSpending());
        told.spending().forEach(each -> money(Labels.ofSpending(each), each.amount()));
        sum(Labels.CLOSING, told.closing());
        if (told.inKind() != null) {
            writeGoods(told.inKind());
        }
    }

    private void writeGoods(Disclosure goods) {
        sum(Labels.OPENING_IN_KIND, goods.opening());
        sum(Labels.INCOME_IN_KIND, goods.totalIncome());
        goods.income().forEach(each -> money(Labels.ofIncome(each), each.amount()));
        sum(Labels.SPENDING_IN_KIND, goods.totalSpending());
        goods.spending().forEach(each -> money(Labels.ofSpending(each), each.amount()));
        sum(Labels.CLOSING_IN_KIND, goods.closing());
    }

    private void words(String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().set();
        row++;
    }

    private void sum(String label, long amount) {
        sheet.style(row, 0).bold().set();
        money(label, amount);
    }

    private void money(String label, long amount) {
        sheet.value(row, 0, label);
        sheet.value(row, 1, amount);
        sheet.style(row, 1).format(DONG).set();
        row++;
    }
}
