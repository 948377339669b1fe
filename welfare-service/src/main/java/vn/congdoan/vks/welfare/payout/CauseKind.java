package vn.congdoan.vks.welfare.payout;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// By which kind of record a payment falls due.
@Schema(
        description = "By which kind of record a payment falls due: `/support-cases/{id}`, `/support-programmes/{id}`;"
                + " CARE_COMMITMENT: the due days of `/care-commitments/{id}`; PROPOSAL: what was granted and received for"
                + " `/proposals/{id}`, to be paid on")
public enum CauseKind {
    SUPPORT_CASE,
    SUPPORT_PROGRAMME,
    CARE_COMMITMENT,
    PROPOSAL
}
