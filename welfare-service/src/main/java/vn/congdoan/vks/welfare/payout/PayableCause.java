package vn.congdoan.vks.welfare.payout;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;

/// Records of one kind that payments fall due by. A bean of this type is all that a kind needs to be paid through
/// payment files: those keep each promise in one open file, keep its money back, and book its payment.
///
/// Everything here runs within the transaction of the caller. What is changed is judged by the same rules as a payment
/// in cash; scope is judged by the caller.
public interface PayableCause {

    CauseKind kind();

    /// What is due of these records by a day, held until the transaction ends. Records that are not there, or of which
    /// nothing is due, give nothing.
    List<DuePayment> due(Collection<UUID> ids, LocalDate by);

    /// Whose records payees are that bank details are kept for by this kind; those that are not of it give nothing.
    Map<UUID, UnitId> units(Collection<UUID> payees);

    /// They were paid: the records say so. What is paid already by the same transfer stays as it is.
    Settled paid(List<Settlement> paid);

    /// The money came back: they are due again, or end.
    Settled returned(List<Settlement> returned);
}
