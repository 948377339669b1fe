package vn.congdoan.vks.welfare.drive;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a pledge is.
@Schema(
        description =
                "OUTSTANDING: not all of it is given; KEPT: all of it, or more; WITHDRAWN: nothing is waited for any"
                        + " more")
public enum PledgeState {
    OUTSTANDING,
    KEPT,
    WITHDRAWN
}
