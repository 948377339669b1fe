package vn.congdoan.vks.welfare.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a contribution plan is.
@Schema(description = "OPEN: contributions count towards it; CLOSED: no more do, and nobody is reminded")
public enum PlanStatus {
    OPEN,
    CLOSED
}
