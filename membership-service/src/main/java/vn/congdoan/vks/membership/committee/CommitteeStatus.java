package vn.congdoan.vks.membership.committee;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far a committee has come. A recognised one ends by its days.
@Schema(description = "How far a committee has come: proposed, recognised by the superior, or given up")
public enum CommitteeStatus {
    DRAFT,
    RECOGNIZED,
    CANCELLED
}
