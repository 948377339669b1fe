package vn.congdoan.vks.welfare.insurance;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// In what membership differs from the list of the insured.
@Schema(description = "In what membership differs from the list of the insured")
public enum InsuranceChange {
    /// A member of the units who is not insured.
    JOINED,
    /// Insured, and no member of the units.
    LEFT
}
