package vn.congdoan.vks.welfare.ledger;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who gives.
@Schema(description = "Who gives")
public enum DonorKind {
    /// A member of the union that the fund belongs to.
    MEMBER,
    /// A unit of that union, such as a section that collected among its members.
    UNIT,
    /// A person or body outside the union, known by name.
    OUTSIDE,
    /// Somebody who did not want to be named.
    ANONYMOUS
}
