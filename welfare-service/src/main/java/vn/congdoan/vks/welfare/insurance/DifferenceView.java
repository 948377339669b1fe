package vn.congdoan.vks.welfare.insurance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;

/// Somebody of whom the insurer has to be told.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "InsuranceDifference",
        description = "Somebody of whom the insurer has to be told",
        examples = DifferenceView.EXAMPLE)
record DifferenceView(
        @Schema(description = "Who it is") MemberId memberId,

        @Schema(description = "Name", examples = "Nguyễn Thị Minh Họa", nullable = true) @Nullable
        String name,

        InsuranceChange change) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "name": "Nguyễn Thị Minh Họa",
              "change": "JOINED"
            }
            """;
}
