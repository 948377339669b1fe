package vn.congdoan.vks.welfare.care;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why care ends.
@Schema(description = "Why care ends")
public enum CareEndReason {
    DECEASED,
    /// To where another union or body cares.
    MOVED,
    CARED_FOR_BY_OTHERS,
    NO_LONGER_NEEDED,
    OTHER
}
