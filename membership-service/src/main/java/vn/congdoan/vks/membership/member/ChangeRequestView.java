package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// What a member asks to have changed. Values and reasons are shown to the member, and in scope for a stated purpose.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "ChangeRequest",
        description = "What a member asks to have changed in the own record",
        examples = ChangeRequestView.EXAMPLE)
public record ChangeRequestView(
        ChangeRequestId id,
        MemberId memberId,

        @Schema(description = "The member's name", examples = "Nguyễn Thị Minh Anh")
        String fullName,

        @Schema(description = "The member's unit") UnitId unitId,

        ChangeRequestStatus status,

        @Schema(description = "Names of the fields", examples = "[\"phone\"]")
        List<String> fields,

        @Schema(
                description = "The member, and in scope for a purpose: what is asked for, as a merge patch",
                implementation = MemberPatch.class)
        @Nullable
        ObjectNode changes,

        @Schema(description = "The member, and in scope for a purpose: why") @Nullable
        String reason,

        @Schema(description = "The member, and in scope for a purpose: why it was refused") @Nullable
        String answer,

        @Schema(description = "When it was asked for") Instant recordedAt,

        @Schema(description = "When it was accepted, refused or withdrawn") @Nullable
        Instant decidedAt) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000801",
              "memberId": "019366a0-0000-7000-8000-000000000101",
              "fullName": "Nguyễn Thị Minh Anh",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "status": "WAITING",
              "fields": ["phone", "position"],
              "recordedAt": "2023-02-14T01:30:00Z"
            }
            """;

    public ChangeRequestView {
        fields = List.copyOf(fields);
    }
}
