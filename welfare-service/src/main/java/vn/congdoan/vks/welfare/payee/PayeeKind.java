package vn.congdoan.vks.welfare.payee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.payout.CauseKind;

/// Whose bank details they are.
@Schema(
        description = "Whose bank details they are: those of a MEMBER serve whatever the member is paid; of others they"
                + " are given with the record that they are paid by")
public enum PayeeKind {
    MEMBER(null),
    SUPPORT_CASE(CauseKind.SUPPORT_CASE),
    CARE_COMMITMENT(CauseKind.CARE_COMMITMENT),
    PROPOSAL_LINE(CauseKind.PROPOSAL);

    private final @Nullable CauseKind cause;

    PayeeKind(@Nullable CauseKind cause) {
        this.cause = cause;
    }

    /// By which records such payees are paid; null: by any.
    @Nullable
    CauseKind cause() {
        return cause;
    }
}
