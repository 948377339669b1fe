package vn.congdoan.vks.welfare.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a member on the list of a plan is.
@Schema(
        description = "OUTSTANDING: has still something to give; SETTLED: has given all that is expected, or more;"
                + " EXCUSED: nothing is expected any more")
public enum PayerState {
    OUTSTANDING,
    SETTLED,
    EXCUSED
}
