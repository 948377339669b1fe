package vn.congdoan.vks.welfare.attachment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.attachment.Attachment;
import vn.congdoan.vks.platform.attachment.FileType;

/// A paper at a support case, without what is in it.
@JsonInclude(Include.NON_NULL)
@Schema(name = "Attachment", description = "A file at a record", examples = AttachmentView.EXAMPLE)
record AttachmentView(
        AttachmentId id,

        PaperKind kind,

        @Schema(
                description = "What the file is called; of a paper about health only told with the file",
                examples = "Biên nhận trợ cấp 20-11-2023.pdf",
                nullable = true)
        @Nullable
        String name,

        FileType type,

        @Schema(description = "In bytes", examples = "183204")
        long size,

        @Schema(
                description = "SHA-256 digest of the file, in hexadecimal",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        @Schema(description = "When it was attached") Instant addedAt,

        @Schema(description = "Since when it counts no more", nullable = true) @Nullable
        Instant withdrawnAt,

        @Schema(description = "Why it was withdrawn", examples = "Nhầm hồ sơ", nullable = true) @Nullable
        String withdrawal) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000b1",
              "kind": "SIGNED_RECEIPT",
              "name": "Biên nhận trợ cấp 20-11-2023.pdf",
              "type": "PDF",
              "size": 183204,
              "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
              "addedAt": "2023-11-20T03:10:00Z"
            }
            """;

    static AttachmentView of(Attachment each) {
        PaperKind kind = PaperKind.valueOf(each.kind());
        return new AttachmentView(
                new AttachmentId(each.id()),
                kind,
                kind.tellsOfHealth() ? null : each.name().value(),
                each.type(),
                each.size(),
                each.sha256(),
                each.addedAt(),
                each.withdrawnAt(),
                each.withdrawal());
    }
}
