package vn.congdoan.vks.welfare.period;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether a period is closed.
@Schema(description = "CLOSED: nothing is booked for its days; REOPENED: it was closed, and opened again by a decision")
public enum PeriodStatus {
    CLOSED,
    REOPENED
}
