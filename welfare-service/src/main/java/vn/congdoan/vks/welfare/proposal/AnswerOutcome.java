package vn.congdoan.vks.welfare.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a superior says to a proposal.
@Schema(description = "What a superior says to a proposal")
public enum AnswerOutcome {
    /// Something or nothing is granted to each line.
    DECIDED,
    /// To be changed and sent once more.
    SENT_BACK
}
