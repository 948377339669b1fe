package vn.congdoan.vks.welfare.support;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a visit is.
@Schema(description = "How far a visit is: planned, made, or given up")
enum VisitStatus {
    PLANNED,
    MADE,
    CANCELLED
}
