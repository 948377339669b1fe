package vn.congdoan.vks.welfare.entitlement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Invalid;

/// What happened to somebody.
@Schema(
        description = "What happened to a member, or to somebody retired; nobody asks for support by that",
        examples = NewLifeEvent.EXAMPLE)
public record NewLifeEvent(
        @NotNull @Schema(description = "The unit that notes it")
        UnitId unitId,

        @NotNull @Schema(description = "The member, or who was one")
        MemberId memberId,

        @NotNull LifeEventKind kind,

        @NotNull @Schema(description = "The day; of an illness its first", examples = "2023-11-05")
        LocalDate date,

        @Size(min = 1, max = 100)
        @Schema(description = "With BEREAVEMENT only: who died", examples = "mẹ", nullable = true)
        @Nullable
        String relation,

        @Size(min = 1, max = 2000)
        @Schema(
                description = "What is to be known of the person's health; kept sealed, shown for a purpose only",
                examples = "Điều trị nội trú từ ngày 05/11/2023",
                nullable = true)
        @Nullable
        String healthNote) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "memberId": "019aa7b0-1c00-7000-8000-000000000021",
              "kind": "ILLNESS",
              "date": "2023-11-05",
              "healthNote": "Điều trị nội trú từ ngày 05/11/2023"
            }
            """;

    void requireFieldsOfItsKind() {
        boolean bereaved = kind == LifeEventKind.BEREAVEMENT;
        if (bereaved && (relation == null || relation.isBlank())) {
            throw new Invalid("/relation", "required");
        }
        if (!bereaved && relation != null) {
            throw new Invalid("/relation", "not-for-this-kind");
        }
    }
}
