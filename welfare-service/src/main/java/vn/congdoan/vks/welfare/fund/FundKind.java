package vn.congdoan.vks.welfare.fund;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What sort of fund it is. The rules of use stand in the fund itself: its purposes and whose money it is.
@Schema(description = "What sort of fund it is")
public enum FundKind {
    /// The union's own budget (tài chính công đoàn).
    UNION_BUDGET,
    /// Quỹ Nghĩa tình ngành Kiểm sát nhân dân.
    SOLIDARITY,
    /// Quỹ phòng chống thiên tai: one day's pay.
    DISASTER,
    /// Quỹ vì người nghèo.
    POOR,
    /// Houses for those in need and for policy families (nhà tình nghĩa).
    HOUSING,
    /// Epidemics, as Covid-19.
    EPIDEMIC,
    OTHER
}
