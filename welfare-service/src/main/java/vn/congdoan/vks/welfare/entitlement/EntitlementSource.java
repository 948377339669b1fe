package vn.congdoan.vks.welfare.entitlement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// From where it is known.
@Schema(description = "From where it is known")
public enum EntitlementSource {
    /// From what membership-service tells of the member.
    MEMBERSHIP,
    /// An officer has noted it.
    LIFE_EVENT,
    /// A support case that is still open.
    SUPPORT_CASE,
    CALENDAR
}
