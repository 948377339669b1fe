package vn.congdoan.vks.membership.figure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How a figure was reported.
@Schema(description = "How it was reported: the value itself, more than it (hơn), or about it (khoảng)")
public enum Qualifier {
    EXACT,
    /// Hơn, trên.
    MORE_THAN,
    /// Khoảng, gần.
    ABOUT
}
