package vn.congdoan.vks.membership.exemption;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The ground of an exemption, no closer than the rules name it: illness and childbirth are nobody's business.
@Schema(description = "On which ground a member need not pay dues")
public enum DuesExemptionReason {
    /// Hưởng trợ cấp bảo hiểm xã hội từ một tháng trở lên.
    SOCIAL_INSURANCE_BENEFIT,
    /// Nghỉ không hưởng lương từ một tháng trở lên.
    UNPAID_LEAVE,
    /// Không có việc làm, không có thu nhập.
    NO_INCOME,
    /// Căn cứ khác theo quyết định.
    OTHER
}
