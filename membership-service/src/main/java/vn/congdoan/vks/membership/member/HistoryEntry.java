package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;

/// One thing that happened to a member's record: who recorded it, when, and from what to what.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "MemberHistoryEntry",
        description = "One step of a membership, or one change of the record",
        examples = HistoryEntry.EXAMPLE)
public record HistoryEntry(
        UUID id,

        @Schema(description = "The merged record of the same person in which it stands; absent: in this one") @Nullable
        MemberId mergedRecord,

        @Schema(
                description = "The step, or REVISED (what is written down), CORRECTED (days or units that were wrong),"
                        + " MERGED (another record was taken in), ERASED",
                examples = "REVISED")
        String kind,

        @Schema(description = "When it was recorded") Instant recordedAt,

        @Schema(description = "The account that recorded it; absent where the system did") @Nullable
        Principal actor,

        @Schema(description = "The assignment that it acted by; absent for a member's own data") @Nullable
        UUID assignmentId,

        @Schema(description = "The first day for which it holds", examples = "2022-02-01")
        LocalDate effectiveDate,

        @Schema(description = "The member's unit after it") UnitId unitId,

        @Nullable Decision decision,
        @Nullable EndReason endReason,

        @Schema(description = "Enrolments: where the record comes from") @Nullable
        String source,

        @Schema(description = "The reorganization that moved the member") @Nullable
        UUID reorganizationId,

        @Schema(description = "In scope: why, in the words of who changed it") @Nullable
        String reason,

        @Schema(description = "From what to what; empty for steps")
        List<FieldChange> changes) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000021",
              "kind": "REVISED",
              "recordedAt": "2023-02-14T01:30:00Z",
              "actor": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"},
              "assignmentId": "019aa7b0-1c00-7000-8000-000000000004",
              "effectiveDate": "2023-02-14",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "changes": [
                {"field": "phone", "withheld": true},
                {"field": "position", "from": "Chuyên viên", "to": "Phó Trưởng phòng"}
              ]
            }
            """;

    public HistoryEntry {
        changes = List.copyOf(changes);
    }

    /// How much of the changes somebody sees.
    enum Sight {
        /// Everything: for a stated purpose, or as the own record.
        WHOLE,
        /// In scope: everything but sensitive data.
        SCOPE,
        /// From a union above: what also travels in events.
        OVERSIGHT;

        private static final Set<String> OFFICERS =
                Set.of(MemberRevision.Kind.CORRECTED.name(), MemberRevision.Kind.MERGED.name());
        private static final Set<String> OVERSEEN = Set.of(
                "fullName",
                "gender",
                "category",
                "judicialTitle",
                "education",
                "joinedOn",
                "placements",
                "status",
                "takenIn",
                "mergedInto");

        private boolean shows(String field) {
            return switch (this) {
                case WHOLE -> true;
                case SCOPE -> !Sensitive.FIELDS.contains(field);
                case OVERSIGHT -> OVERSEEN.contains(field);
            };
        }

        /// Why a record was corrected or merged is the officer's word, why it was revised that of the member who asked
        /// for it.
        ///
        /// @param personal null where there is none, or it was erased
        @Nullable
        String reason(String kind, MemberRevision.@Nullable Personal personal) {
            boolean shown = this == WHOLE || (this == SCOPE && OFFICERS.contains(kind));
            return personal == null || !shown ? null : personal.reason();
        }

        List<FieldChange> changes(
                List<String> names, List<FieldChange> counted, MemberRevision.@Nullable Personal personal) {
            List<FieldChange> known = new ArrayList<>(counted);
            if (personal != null) {
                known.addAll(personal.changes());
            }
            return names.stream().map(name -> shown(name, known)).toList();
        }

        private FieldChange shown(String name, List<FieldChange> known) {
            Optional<FieldChange> change =
                    known.stream().filter(each -> each.field().equals(name)).findFirst();
            return change.filter(_ -> shows(name)).orElseGet(() -> FieldChange.withheld(name));
        }
    }
}
