package vn.congdoan.vks.platform.change;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a row of the change log tells.
@Schema(
        description = "STATE: the whole record after a change; ENTRY: something that happened once and stays;"
                + " WITHDRAWAL: the record left its audience")
public enum ChangeKind {
    /// The whole state of an aggregate after a change: the latest row says all.
    STATE,
    /// Something that happened once and stays: every row counts.
    ENTRY,
    /// The record left the audience that it had.
    WITHDRAWAL
}
