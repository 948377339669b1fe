package vn.congdoan.vks.welfare.payable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How it is known that a union owes something.
@Schema(description = "AWARD: by the award whose bonus it is; MANUAL: written down by somebody")
public enum PayableSource {
    AWARD,
    MANUAL
}
