package vn.congdoan.vks.welfare.entitlement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.support.BeneficiaryKind;

/// What entitles somebody to support.
@Schema(description = "What entitles somebody to support", examples = "RETIRED")
public enum EntitlementReason {
    /// Nghỉ hưu: the membership ended so, as membership-service tells.
    RETIRED,
    /// Qua đời: of a member, as membership-service tells; the relatives are supported.
    DECEASED,
    /// Có người thân qua đời: as an officer noted.
    BEREAVED,
    /// Ốm đau dài ngày: an illness that an officer noted, or a case of illness that is still open.
    LONG_ILLNESS,
    /// Kết hôn, as an officer noted.
    WEDDING,
    /// Sinh con, as an officer noted.
    BIRTH,
    /// Tết Nguyên đán, of those who are members on the day.
    TET_OF_MEMBERS,
    /// Tết Nguyên đán, of those who have retired by then.
    TET_OF_RETIREES;

    /// Whether support comes before the day rather than after it.
    boolean isOfTheCalendar() {
        return this == TET_OF_MEMBERS || this == TET_OF_RETIREES;
    }

    boolean mayWait() {
        return this == LONG_ILLNESS;
    }

    /// For whom a case is.
    ///
    /// @param retired whether the person is no member any more
    BeneficiaryKind beneficiary(boolean retired) {
        if (this == DECEASED) {
            return BeneficiaryKind.RELATIVE;
        }
        return retired ? BeneficiaryKind.RETIREE : BeneficiaryKind.MEMBER;
    }
}
