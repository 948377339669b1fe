package vn.congdoan.vks.welfare.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.layout.ImportField;

/// A row of an import as it is shown.
@JsonInclude(Include.NON_NULL)
@Schema(name = "ContributionImportRow", description = "A row of an import", examples = RowView.EXAMPLE)
record RowView(
        @Schema(description = "Its line in the file, from 1", examples = "14")
        int line,

        RowStatus status,

        @Schema(description = "The day, as far as it can be read", examples = "2026-02-27", nullable = true) @Nullable
        LocalDate date,

        @Schema(description = "The amount in đồng, as far as it can be read", examples = "200000", nullable = true)
        @Nullable
        Long amount,

        @Schema(description = "The day as it stands in the file", examples = "27/02/2026", nullable = true) @Nullable
        String dateText,

        @Schema(description = "The amount as it stands in the file", examples = "200.000", nullable = true) @Nullable
        String amountText,

        @Schema(description = "The bank's number of it", examples = "FT26058123456", nullable = true) @Nullable
        String reference,

        @Schema(description = "What the giver wrote", examples = "NGUYEN VAN AN ung ho quy tinh nghia", nullable = true)
        @Nullable
        String description,

        @Schema(description = "The giver's name", examples = "Nguyễn Văn An", nullable = true) @Nullable
        String name,

        @Schema(description = "The note", examples = "Tổ 3", nullable = true) @Nullable
        String note,

        @Schema(description = "Who gives; absent while that is not clear", nullable = true) @Nullable
        Donor donor,

        @Schema(description = "The members that it may be from; ten of them at most")
        List<Candidate> candidates,

        @Schema(description = "What is wrong with it, or why it is left out")
        List<FaultView> faults,

        @Schema(description = "The contribution that it is or was in the books", nullable = true) @Nullable
        ContributionId contributionId) {

    RowView {
        candidates = List.copyOf(candidates);
        faults = List.copyOf(faults);
    }

    /// A member that it may be from.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "ImportCandidate", description = "A member that a row may be from", examples = Candidate.EXAMPLE)
    record Candidate(
            @Schema(description = "The member") MemberId memberId,

            @Schema(description = "Name", examples = "Nguyễn Văn An", nullable = true) @Nullable
            String name,

            @Schema(description = "Where the member is, or was last", nullable = true) @Nullable
            UnitId unitId) {

        static final String EXAMPLE = """
                {
                  "memberId": "019366a0-0000-7000-8000-000000001234",
                  "name": "Nguyễn Văn An",
                  "unitId": "019366a0-0000-7000-8000-000000000052"
                }
                """;
    }

    /// What is wrong with a row.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "ImportFault", description = "What is wrong with a row", examples = FaultView.EXAMPLE)
    record FaultView(
            ImportField field,

            @Schema(
                    description = "The column that it is read from, as the layout names it",
                    examples = "Ngày giao dịch",
                    nullable = true)
            @Nullable
            String column,

            @Schema(description = "Stable name of the rule", examples = "unreadable-day")
            String code,

            @Schema(description = "The rule in words", examples = "Không phải là ngày theo mẫu của cấu hình cột.")
            String detail) {

        static final String EXAMPLE = """
                {
                  "field": "DATE",
                  "column": "Ngày giao dịch",
                  "code": "unreadable-day",
                  "detail": "Không phải là ngày theo mẫu của cấu hình cột."
                }
                """;
    }

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "line": 14,
              "status": "AMBIGUOUS",
              "date": "2026-02-27",
              "amount": 200000,
              "dateText": "27/02/2026",
              "amountText": "200.000",
              "reference": "FT26058123456",
              "description": "NGUYEN VAN AN ung ho quy tinh nghia",
              "candidates": [
                {
                  "memberId": "019366a0-0000-7000-8000-000000001234",
                  "name": "Nguyễn Văn An",
                  "unitId": "019366a0-0000-7000-8000-000000000052"
                }
              ],
              "faults": []
            }
            """;
}
