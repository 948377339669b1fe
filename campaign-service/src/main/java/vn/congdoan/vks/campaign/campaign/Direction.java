package vn.congdoan.vks.campaign.campaign;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// On which side of its value a target is met.
@Schema(description = "Whether a target is met from its value upwards or up to its value")
public enum Direction {
    /// So much or more: registrations, dialogues, a rate of members.
    AT_LEAST,
    /// So much or less: late cases, complaints.
    AT_MOST
}
