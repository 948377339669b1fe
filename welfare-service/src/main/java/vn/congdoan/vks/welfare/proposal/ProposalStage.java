package vn.congdoan.vks.welfare.proposal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far its own union has brought a proposal; what the superior did with it is said by the answer.
@Schema(description = "How far its own union has brought a proposal")
public enum ProposalStage {
    DRAFT,
    SUBMITTED,
    WITHDRAWN
}
