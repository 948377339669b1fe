package vn.congdoan.vks.welfare.programme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Somebody on the list of a programme, as the union's own people see it.
@JsonInclude(Include.NON_NULL)
@Schema(name = "ProgrammeBeneficiary", description = "Somebody on the list of a programme", examples = LineView.EXAMPLE)
record LineView(
        @Schema(description = "Who it is") MemberId memberId,

        @Schema(description = "Name", examples = "Nguyễn Thị Minh Họa", nullable = true) @Nullable
        String name,

        @Schema(description = "In đồng", examples = "500000")
        long amount,

        LineState state,

        @Schema(description = "The entry by which it was paid", nullable = true) @Nullable
        TransferId entryId) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "name": "Nguyễn Thị Minh Họa",
              "amount": 500000,
              "state": "PAID",
              "entryId": "019aa7b0-1c00-7000-8000-000000000021"
            }
            """;

    static LineView of(ProgrammeLines.Line line) {
        return new LineView(line.member(), line.name(), line.amount(), line.state(), line.transfer());
    }
}
