package vn.congdoan.vks.membership.figure;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether a reported figure stands.
@Schema(description = "Whether it stands, or was withdrawn because it should never have been recorded")
public enum FigureStatus {
    RECORDED,
    WITHDRAWN
}
