package vn.congdoan.vks.membership.member;

import org.jspecify.annotations.Nullable;

/// How a member ceased to be counted in a unit: the membership ended for a reason, or the member went to another unit.
public enum Departure {
    RESIGNED,
    RETIRED,
    EXPELLED,
    INELIGIBLE,
    UNIT_DISSOLVED,
    DECEASED,
    /// Chuyển sinh hoạt: went to another unit.
    TRANSFERRED,
    /// The unit was merged, split or dissolved.
    REORGANIZED;

    static Departure of(EndReason reason) {
        return valueOf(reason.name());
    }

    /// Why the membership ended; null where it went on elsewhere.
    @Nullable
    EndReason reason() {
        return this == TRANSFERRED || this == REORGANIZED ? null : EndReason.valueOf(name());
    }
}
