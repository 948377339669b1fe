package vn.congdoan.vks.platform.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;

/// A file at a record. It stays as it was attached until it is withdrawn or taken away.
///
/// @param unitId the unit whose record it is
/// @param kind what paper it is, in the words of the record
/// @param sha256 digest of the file, in hexadecimal
/// @param addedBy the account that attached it
/// @param withdrawnAt since when it counts no more; null: it counts
/// @param withdrawal why
/// @param createdAs what tells an equal request from another one
public record Attachment(
        UUID id,
        long version,
        Subject subject,
        UnitId unitId,
        String kind,
        UUID contentId,
        FileName name,
        FileType type,
        long size,
        String sha256,
        String addedBy,
        Instant addedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawal,
        String createdAs) {

    /// The record that it is attached to.
    ///
    /// @param type as in the audit trail: `support-case`
    public record Subject(String type, UUID id) {}

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
