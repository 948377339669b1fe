package vn.congdoan.vks.welfare.entitlement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What happened in somebody's life. Membership-service tells of retirement and death; of these nobody tells.
@Schema(description = "What happened in somebody's life", examples = "BEREAVEMENT")
public enum LifeEventKind {
    /// A near relative died.
    BEREAVEMENT,
    ILLNESS,
    WEDDING,
    BIRTH
}
