package vn.congdoan.vks.welfare.attachment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What paper it is.
@Schema(description = "What paper it is", examples = "SIGNED_RECEIPT")
public enum PaperKind {
    /// Giấy biên nhận, phiếu chi đã ký: who got the money has signed.
    SIGNED_RECEIPT,
    /// Giấy ra viện, bệnh án, hóa đơn viện phí: tells of somebody's health.
    HEALTH_PAPER,
    /// Quyết định, nghị quyết.
    DECISION,
    /// Đơn đề nghị.
    APPLICATION,
    OTHER;

    boolean tellsOfHealth() {
        return this == HEALTH_PAPER;
    }
}
