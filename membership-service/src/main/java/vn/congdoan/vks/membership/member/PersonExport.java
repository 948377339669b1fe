package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.Principal;

/// Everything that this service keeps about a person, and why it may.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Everything that is kept about a person", examples = PersonExport.EXAMPLE)
public record PersonExport(
        @Schema(description = "When it was put together") Instant exportedAt,

        @Schema(
                description = "Why this data may be kept",
                examples = "[\"Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15\"]")
        List<String> legalBasis,

        @Schema(description = "The record, with everything that is sealed")
        MemberView member,

        @Schema(description = "Where the member is counted, on which days")
        List<Placed> placements,

        @Schema(description = "Every step and every change, the last first")
        List<HistoryEntry> history,

        @Schema(description = "What the member asked to have changed")
        List<ChangeRequestView> changeRequests,

        @Schema(description = "Other records of the person, as they were when they were taken in") @Nullable
        List<MemberView> mergedRecords,

        @Schema(description = "What is kept beside the record, by its name: the linked account")
        Map<String, List<?>> others,

        @Schema(
                description =
                        "For the person, or whoever reads the audit trail: who was shown the sensitive data, and for what;"
                                + " the last first, at most 1000")
        List<Read> reads) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "exportedAt": "2026-02-14T01:30:00Z",
              "legalBasis": ["Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15"],
              "member": {
                "id": "019366a0-0000-7000-8000-000000000101",
                "fullName": "Nguyễn Thị Minh Anh",
                "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
                "status": "ACTIVE",
                "gender": "FEMALE",
                "birth": {"year": 1985, "date": "1985-03-08"},
                "phone": "0905123456"
              },
              "placements": [],
              "history": [],
              "changeRequests": [],
              "others": {"account": []},
              "reads": []
            }
            """;

    public PersonExport {
        legalBasis = List.copyOf(legalBasis);
        placements = List.copyOf(placements);
        history = List.copyOf(history);
        changeRequests = List.copyOf(changeRequests);
        mergedRecords = mergedRecords == null ? null : List.copyOf(mergedRecords);
        others = Map.copyOf(others);
        reads = List.copyOf(reads);
    }

    /// In which unit from one day until another.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "Placed", description = "In which unit from one day until another")
    public record Placed(
            UnitRef unit,

            @Schema(description = "First day", examples = "2010-07-28")
            LocalDate validFrom,

            @Schema(description = "First day after it; absent: until now") @Nullable
            LocalDate validTo) {}

    /// Somebody was shown the sensitive data.
    @Schema(name = "SensitiveRead", description = "Somebody was shown the sensitive data")
    public record Read(
            Instant at,
            Principal actor,

            @Schema(description = "What for, in the words of the reader") @Nullable
            String purpose) {}
}
