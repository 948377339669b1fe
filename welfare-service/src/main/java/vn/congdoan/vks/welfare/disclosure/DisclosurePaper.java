package vn.congdoan.vks.welfare.disclosure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import vn.congdoan.vks.platform.paper.PdfPages;
import vn.congdoan.vks.platform.text.Dong;

/// A disclosure as it is put up on paper.
final class DisclosurePaper {

    private static final Locale VIETNAMESE = Locale.of("vi");

    private DisclosurePaper() {}

    static byte[] pdf(Disclosure told) {
        try (PdfPages pages = new PdfPages(Labels.TITLE)) {
            pages.line(0, told.name());
            pages.line(0, Labels.period(told));
            pages.heading(Labels.OPENING + ": " + money(told.opening()));
            pages.heading(Labels.INCOME + ": " + money(told.totalIncome()));
            for (Group each : told.income()) {
                pages.line(1, Labels.ofIncome(each) + ": " + money(each.amount()));
            }
            pages.heading(Labels.SPENDING + ": " + money(told.totalSpending()));
            for (Group each : told.spending()) {
                pages.line(1, Labels.ofSpending(each) + ": " + money(each.amount()));
            }
            pages.heading(Labels.CLOSING + ": " + money(told.closing()));
            if (told.inKind() != null) {
                write(told.inKind(), pages);
            }
            return pages.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(Disclosure goods, PdfPages pages) throws IOException {
        pages.heading(Labels.OPENING_IN_KIND + ": " + money(goods.opening()));
        pages.heading(Labels.INCOME_IN_KIND + ": " + money(goods.totalIncome()));
        for (Group each : goods.income()) {
            pages.line(1, Labels.ofIncome(each) + ": " + money(each.amount()));
        }
        pages.heading(Labels.SPENDING_IN_KIND + ": " + money(goods.totalSpending()));
        for (Group each : goods.spending()) {
            pages.line(1, Labels.ofSpending(each) + ": " + money(each.amount()));
        }
        pages.heading(Labels.CLOSING_IN_KIND + ": " + money(goods.closing()));
    }

    private static String money(long amount) {
        return new Dong(amount).in(VIETNAMESE);
    }
}
