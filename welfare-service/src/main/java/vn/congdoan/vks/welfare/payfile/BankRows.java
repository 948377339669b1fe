package vn.congdoan.vks.welfare.payfile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.imports.ReadRow;

/// The rows of a bank's file that speak of money going out.
final class BankRows {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_NUMBER = 100;

    private final List<Row> payments;

    /// @param paid what the bank writes of what it paid; null: every row is a payment
    BankRows(List<ReadRow> read, @Nullable String paid) {
        this.payments = read.stream()
                .filter(ReadRow::isIncoming)
                .map(each -> new Row(each, references(each), said(each, paid)))
                .toList();
    }

    /// A row that speaks of money.
    ///
    /// @param references what in it may name a line
    /// @param said null: it could not be read
    record Row(ReadRow read, Set<String> references, BankAnswers.@Nullable Said said) {

        UnmatchedView left(String rule, @Nullable String reference) {
            return new UnmatchedView(
                    read.line(),
                    rule,
                    reference,
                    read.date(),
                    read.amount(),
                    shortened(read.reference(), LONGEST_NUMBER));
        }
    }

    List<Row> payments() {
        return payments;
    }

    Set<String> references() {
        return payments.stream().flatMap(each -> each.references().stream()).collect(Collectors.toSet());
    }

    private static Set<String> references(ReadRow row) {
        Set<String> found = new LinkedHashSet<>();
        Stream.of(row.reference(), row.description(), row.note(), row.member(), row.name())
                .filter(Objects::nonNull)
                .forEach(each -> found.addAll(LineReference.in(each)));
        return found;
    }

    private static BankAnswers.@Nullable Said said(ReadRow row, @Nullable String paid) {
        if (row.date() == null || row.amount() == null) {
            return null;
        }
        String number = shortened(row.reference(), LONGEST_NUMBER);
        if (paid == null) {
            return new BankAnswers.Said(BankOutcome.PAID, row.date(), row.amount(), number, null);
        }
        String note = shortened(row.note(), LONGEST_REASON);
        if (note == null) {
            return null;
        }
        return VietnameseText.searchable(note).equals(VietnameseText.searchable(paid))
                ? new BankAnswers.Said(BankOutcome.PAID, row.date(), row.amount(), number, null)
                : new BankAnswers.Said(BankOutcome.FAILED, row.date(), row.amount(), number, note);
    }

    private static @Nullable String shortened(@Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
