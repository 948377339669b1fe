package vn.congdoan.vks.platform.attachment;

import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;

/// What is attached to which record.
///
/// @param id the client's
/// @param ownerUnionId the union that the record belongs to; it moves with that union
/// @param kind what paper it is, in the words of the record
/// @param by the account that attaches it
public record NewAttachment(
        UUID id,
        Attachment.Subject subject,
        UnitId ownerUnionId,
        UnitId unitId,
        String kind,
        String by,
        ReceivedContent content) {}
