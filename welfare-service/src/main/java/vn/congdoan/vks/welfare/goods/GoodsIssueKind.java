package vn.congdoan.vks.welfare.goods;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.ledger.TransferKind;

/// Why goods leave a fund.
@Schema(
        description = "SUPPORT: for one of the fund's purposes; PASS_ON: goods collected for somebody else are handed"
                + " over; WRITE_OFF: spoiled, expired or lost, by a decision")
public enum GoodsIssueKind {
    SUPPORT,
    PASS_ON,
    WRITE_OFF;

    TransferKind transferKind() {
        return switch (this) {
            case SUPPORT -> TransferKind.EXPENSE_IN_KIND;
            case PASS_ON -> TransferKind.PASS_ON_IN_KIND;
            case WRITE_OFF -> TransferKind.WRITE_OFF_IN_KIND;
        };
    }
}
