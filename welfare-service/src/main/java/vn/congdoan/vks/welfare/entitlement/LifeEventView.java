package vn.congdoan.vks.welfare.entitlement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// What happened to somebody, as the people of the union see it.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "LifeEvent",
        description = "What happened to somebody, as it was noted",
        examples = LifeEventView.EXAMPLE)
record LifeEventView(
        LifeEventId id,

        @Schema(description = "The unit that noted it") UnitId unitId,

        @Schema(description = "The member, or who was one") MemberId memberId,

        LifeEventKind kind,

        @Schema(description = "The day; of an illness its first", examples = "2023-11-05")
        LocalDate date,

        @Schema(description = "Of an illness that is over: its last day", nullable = true) @Nullable
        LocalDate endedOn,

        @Schema(description = "Who died", examples = "mẹ", nullable = true) @Nullable
        String relation,

        @Schema(description = "Whether something is written down of the person's health", examples = "false")
        boolean hasHealthNote,

        @Schema(description = "What it is; for a purpose only", nullable = true) @Nullable
        String healthNote,

        @Schema(description = "When it was noted") Instant notedAt,

        @Schema(description = "Since when it counts no more", nullable = true) @Nullable
        Instant withdrawnAt,

        @Schema(description = "Why it was withdrawn", nullable = true) @Nullable
        String withdrawal) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000c2",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "memberId": "019aa7b0-1c00-7000-8000-000000000021",
              "kind": "BEREAVEMENT",
              "date": "2023-11-05",
              "relation": "mẹ",
              "hasHealthNote": false,
              "notedAt": "2023-11-06T02:10:00Z"
            }
            """;
}
