package vn.congdoan.vks.welfare.payout;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// What the bank has done with something that was due.
///
/// @param cause the record by which it was due
/// @param dueOn the day on which it was due, where a record has many
/// @param transfer the payment, booked in the same transaction, or before a restore
/// @param date on which the bank paid, or on which the money came back
/// @param voucher what names the payment in the books
public record Settlement(
        UUID cause,
        PromiseId promise,
        @Nullable LocalDate dueOn,
        TransferId transfer,
        LocalDate date,
        String voucher) {}
