package vn.congdoan.vks.welfare.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Transfers about what a fund owes for a purpose, or is owed of what it spent on one: recognised, settled by money,
/// claimed back, and back again or given up.
///
/// @param purpose one of the fund's
/// @param amount in đồng
/// @param text what it is about; stays in this service
public record OwedMoney(
        SupportKind purpose, long amount, @Nullable String text) {

    /// From now on it is owed.
    public Transfer recognised(TransferId id, LocalDate date, Instant now) {
        return of(TransferKind.PAYABLE, id, date, null, Account.payable(purpose), Account.expense(purpose), now);
    }

    /// It is paid, whole, out of what was promised.
    public Transfer settled(TransferId id, PromiseId promise, LocalDate date, PaymentMethod method, Instant now) {
        return of(TransferKind.SETTLEMENT, id, date, promise, method.account(), Account.payable(purpose), now);
    }

    /// It was paid and has to come back.
    public Transfer claimed(TransferId id, LocalDate date, Instant now) {
        return of(TransferKind.RECEIVABLE, id, date, null, Account.expense(purpose), Account.receivable(purpose), now);
    }

    /// It came back, or a part of it.
    public Transfer recovered(TransferId id, LocalDate date, PaymentMethod method, Instant now) {
        return of(TransferKind.RECOVERY, id, date, null, Account.receivable(purpose), method.account(), now);
    }

    /// It will not come back: so it stays spent.
    public Transfer writtenOff(TransferId id, LocalDate date, Instant now) {
        return of(TransferKind.WRITE_OFF, id, date, null, Account.receivable(purpose), Account.expense(purpose), now);
    }

    private Transfer of(
            TransferKind kind,
            TransferId id,
            LocalDate date,
            @Nullable PromiseId promise,
            Account from,
            Account to,
            Instant now) {
        return new Transfer(id, date, kind, purpose, null, promise, text, now, null, Transfer.moved(from, to, amount));
    }
}
