package vn.congdoan.vks.membership.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the receiver says to a transfer.
@Schema(description = "What the receiver says to a transfer")
public enum AnswerDecision {
    /// It takes the member.
    ACCEPTED,
    /// It does not take the member.
    REFUSED
}
