package vn.congdoan.vks.welfare.care;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of a due day.
@Schema(name = "CareDueState", description = "What became of a due day")
public enum DueState {
    /// To be paid, or paid and come back. Its day may still be to come.
    DUE,
    /// As DUE, and its day was more than a month ago.
    MISSED,
    PAID,
    /// It will not be paid, for a reason.
    LEFT_OUT
}
