package vn.congdoan.vks.welfare.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Something that the member is given.
@Schema(name = "MySupport", description = "Support for the member or a relative", examples = MySupportView.EXAMPLE)
@JsonInclude(Include.NON_NULL)
record MySupportView(
        @Schema(description = "Of the case, or of the line in the programme")
        UUID id,

        MySupportSource source,

        @Schema(description = "The unit that supports") UnitId unitId,

        @Schema(description = "What for", examples = "ILLNESS")
        SupportKind kind,

        @Schema(description = "Name of the programme", examples = "Tết Giáp Thìn 2024", nullable = true) @Nullable
        String name,

        @Schema(description = "The day of the request, or of the list", examples = "2023-11-10")
        LocalDate date,

        @Schema(
                description =
                        "How far it is: of a case REQUESTED, VERIFIED, PROPOSED, APPROVED, PAID, REFUSED or WITHDRAWN;"
                                + " of a programme DUE or PAID",
                examples = "PAID")
        String status,

        @Schema(
                description = "What was approved, or asked for, in đồng; absent where nothing is said",
                examples = "2000000",
                nullable = true)
        @Nullable
        Long amount,

        @Schema(description = "The day on which it was paid", examples = "2023-11-20", nullable = true) @Nullable
        LocalDate paidOn) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000041",
              "source": "CASE",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "kind": "ILLNESS",
              "date": "2023-11-10",
              "status": "PAID",
              "amount": 2000000,
              "paidOn": "2023-11-20"
            }
            """;
}
