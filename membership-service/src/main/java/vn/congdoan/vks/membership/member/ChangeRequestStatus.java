package vn.congdoan.vks.membership.member;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a change request has come.
@Schema(description = "WAITING for an officer, ACCEPTED and done, REFUSED, or WITHDRAWN by the member")
public enum ChangeRequestStatus {
    WAITING,
    ACCEPTED,
    REFUSED,
    WITHDRAWN
}
