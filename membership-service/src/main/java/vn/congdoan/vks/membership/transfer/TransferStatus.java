package vn.congdoan.vks.membership.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a transfer has come.
@Schema(description = "How far a transfer has come")
public enum TransferStatus {
    /// The receiver has not answered; the member is where the member was.
    PENDING,
    /// The member has moved.
    ACCEPTED,
    /// The receiver does not take the member.
    REFUSED,
    /// The sender does not ask any more.
    WITHDRAWN
}
