package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.inject.Instance;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.PayableCause;

/// Which feature keeps the records of a kind.
final class CausesByKind {

    private CausesByKind() {}

    static PayableCause of(CauseKind kind, Instance<PayableCause> causes) {
        return causes.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }
}
