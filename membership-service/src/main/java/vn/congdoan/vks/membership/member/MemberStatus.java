package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where a membership stands.
@Schema(description = "Where a membership stands")
public enum MemberStatus {
    /// Applied; the committee has not decided.
    APPLIED,
    /// A member.
    ACTIVE,
    /// Not admitted.
    REJECTED,
    /// No longer a member.
    ENDED,
    /// Another record of the same person has taken this one in.
    MERGED
}
