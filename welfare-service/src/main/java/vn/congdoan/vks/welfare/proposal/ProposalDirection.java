package vn.congdoan.vks.welfare.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// At which end of proposals somebody is.
@Schema(
        description =
                "SENT: proposals of units within the caller's scope; RECEIVED: those that were sent to one of them")
public enum ProposalDirection {
    SENT,
    RECEIVED
}
