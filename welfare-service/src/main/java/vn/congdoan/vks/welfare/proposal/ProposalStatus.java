package vn.congdoan.vks.welfare.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a proposal has come, by both ends.
@Schema(description = "How far a proposal has come, by both ends")
public enum ProposalStatus {
    /// The list is being made; nobody above knows of it.
    DRAFT,
    SUBMITTED,
    /// Sent back by the superior: the list may be changed, and sent once more.
    RETURNED,
    /// The superior has decided on each line.
    ANSWERED,
    /// Taken back before it was answered.
    WITHDRAWN
}
