package vn.congdoan.vks.platform.sync;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why a change waits.
@Schema(
        description = "REFUSED: the database did not take it; UNKNOWN: of a kind or shape that this version of the"
                + " software does not know; HELD: it waits for one of its stream before it")
public enum QuarantineReason {
    /// The database did not take it.
    REFUSED,
    /// Of a kind or shape that this software does not know.
    UNKNOWN,
    /// It waits for one of its stream before it.
    HELD
}
