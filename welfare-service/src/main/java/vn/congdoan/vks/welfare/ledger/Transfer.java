package vn.congdoan.vks.welfare.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Change;

/// A transfer as it is to be booked: postings that sum to zero, debits positive and credits negative, in whole đồng.
///
/// @param date the day that it counts for
/// @param purpose what the money is spent on; only with an expense, and with what is owed
/// @param reverses the transfer that it takes back; null for all others
/// @param fulfils the promise that it pays; null for all others
/// @param text what the accountant wrote; stays in this service, because it may name people
/// @param createdAs what an entry was made from; null where another record remembers that
public record Transfer(
        TransferId id,
        LocalDate date,
        TransferKind kind,
        @Nullable SupportKind purpose,
        @Nullable TransferId reverses,
        @Nullable PromiseId fulfils,
        @Nullable String text,
        Instant bookedAt,
        @Nullable String createdAs,
        List<Posting> postings) {

    /// The largest amount of one transfer: a million billion đồng, far beyond any fund, so that no sum overflows.
    public static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    /// One side of a transfer.
    @Schema(name = "Posting", description = "One side of a transfer")
    @JsonInclude(Include.NON_NULL)
    public record Posting(
            AccountKind account,

            @Schema(
                    description =
                            "Which of them, where a fund has many of the kind, in kind as well: INCOME and PASS_THROUGH by who gave"
                                    + " it (MEMBER, UNIT, OUTSIDE, ANONYMOUS) or where it came from (ALLOCATION, INTEREST,"
                                    + " OTHER), PASS_THROUGH also by PASSED_ON, MOVED_IN and MOVED_OUT, MOVED by IN and"
                                    + " OUT, EXPENSE, PAYABLE and RECEIVABLE by the purpose; WRITTEN_OFF: goods that were",
                    examples = "HARDSHIP",
                    nullable = true)
            @Nullable
            String code,

            @Schema(description = "In đồng; a debit is positive, a credit negative", examples = "-2000000")
            long amount) {

        public Posting(Account account, long amount) {
            this(account.kind(), account.code(), amount);
        }

        Account in() {
            return new Account(account, code);
        }

        Posting opposite() {
            return new Posting(account, code, -amount);
        }
    }

    public Transfer {
        // The database keeps microseconds.
        bookedAt = bookedAt.truncatedTo(ChronoUnit.MICROS);
        postings = List.copyOf(postings);
    }

    /// Something given: into cash, bank or goods, out of where it came from.
    ///
    /// @param passThrough whether it is given for somebody else than the fund's owner
    public static Transfer contribution(
            TransferId id,
            LocalDate date,
            DonorKind donor,
            boolean passThrough,
            GivingMethod method,
            long amount,
            Instant now) {
        boolean inKind = method == GivingMethod.GOODS;
        return new Transfer(
                id,
                date,
                inKind ? TransferKind.CONTRIBUTION_IN_KIND : TransferKind.CONTRIBUTION,
                null,
                null,
                null,
                null,
                now,
                null,
                moved(Account.given(donor, passThrough, inKind), method.account(), amount));
    }

    /// Money that came in without a donor, where another record remembers what it was for.
    public static Transfer income(
            TransferId id,
            LocalDate date,
            IncomeSource source,
            PaymentMethod method,
            long amount,
            @Nullable String text,
            Instant now) {
        return new Transfer(
                id,
                date,
                TransferKind.INCOME,
                null,
                null,
                null,
                text,
                now,
                null,
                moved(Account.income(source), method.account(), amount));
    }

    /// What was promised is paid, whole.
    public static Transfer payment(
            TransferId id,
            PromiseId promise,
            SupportKind purpose,
            LocalDate date,
            PaymentMethod method,
            long amount,
            @Nullable String text,
            Instant now) {
        return new Transfer(
                id,
                date,
                TransferKind.EXPENSE,
                purpose,
                null,
                promise,
                text,
                now,
                null,
                moved(method.account(), Account.expense(purpose), amount));
    }

    /// All that a fund holds leaves it.
    public static Transfer moveOut(TransferId id, LocalDate date, Holdings all, Instant now) {
        return new Transfer(id, date, TransferKind.MOVE_OUT, null, null, null, null, now, null, all.leaving());
    }

    /// All that another fund held arrives.
    public static Transfer moveIn(TransferId id, LocalDate date, Holdings all, Instant now) {
        return new Transfer(id, date, TransferKind.MOVE_IN, null, null, null, null, now, null, all.arriving());
    }

    /// Takes another one back: of the same kind, with the opposite postings.
    ///
    /// @param text why
    public static Transfer reversal(TransferId id, BookedTransfer original, LocalDate date, String text, Instant now) {
        return new Transfer(
                id,
                date,
                original.kind(),
                original.purpose(),
                original.id(),
                null,
                text,
                now,
                null,
                original.postings().stream().map(Posting::opposite).toList());
    }

    /// An amount goes from one account to another.
    public static List<Posting> moved(Account from, Account to, long amount) {
        return List.of(new Posting(to, amount), new Posting(from, -amount));
    }

    /// As it stands in the books right after it was booked.
    public BookedTransfer in(FundId fund) {
        return new BookedTransfer(
                id, fund, date, kind, purpose, reverses, null, fulfils, text, bookedAt, createdAs, postings);
    }

    long moneyIn() {
        return postings.stream()
                .filter(each -> each.account().isMoney() && each.amount() > 0)
                .mapToLong(Posting::amount)
                .sum();
    }

    long moneyOut() {
        return -postings.stream()
                .filter(each -> each.account().isMoney() && each.amount() < 0)
                .mapToLong(Posting::amount)
                .sum();
    }

    /// What others may know of it.
    Change change(Books books) {
        return new Change(
                TransferState.TYPE,
                id.value(),
                books.fund().value(),
                0,
                "booked",
                date,
                books.ownerUnion(),
                books.audience(),
                state(books.fund(), books.ownerUnion()));
    }

    TransferState state(FundId fund, UnitId ownerUnion) {
        return new TransferState(id, fund, ownerUnion, kind, date, purpose, reverses, fulfils, postings, bookedAt);
    }
}
