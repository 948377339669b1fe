package vn.congdoan.vks.welfare.payable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a payable is.
@Schema(
        description = "UNASSIGNED: no fund owes it yet; RECOGNISED: a fund owes it; PAID; VOIDED: it is not owed;"
                + " CLAIMED: paid, and claimed back; SETTLED: what was claimed came back or was written off")
public enum PayableStatus {
    UNASSIGNED,
    RECOGNISED,
    PAID,
    VOIDED,
    CLAIMED,
    SETTLED
}
