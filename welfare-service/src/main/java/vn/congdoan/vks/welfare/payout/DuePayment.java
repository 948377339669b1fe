package vn.congdoan.vks.welfare.payout;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Something that is due to one payee and to be paid whole.
///
/// @param cause the record by which it is due
/// @param promise the promise that the payment keeps; it names what is due for good, so that it is paid once
/// @param unit whose record it is
/// @param dueOn the day on which it is due, where a record has many; null: the record or the promise says it all
/// @param payee whose bank details are used: the member, or the record where that is for somebody else
public record DuePayment(
        UUID cause,
        PromiseId promise,
        @Nullable LocalDate dueOn,
        UnitId unit,
        FundId fund,
        SupportKind purpose,
        long amount,
        UUID payee) {}
