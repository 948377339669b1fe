package vn.congdoan.vks.welfare.programme;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// Whom a new programme supports, with how much, out of which fund.
@Schema(
        description = "Whom a new programme supports, with how much, out of which fund",
        examples = NewProgramme.EXAMPLE)
public record NewProgramme(
        @NotNull @Schema(description = "The unit whose people are supported, with everything below it in its union")
        UnitId unitId,

        @NotBlank @Size(max = 200) @Schema(description = "Name", examples = "Tết Giáp Thìn 2024")
        String name,

        @NotNull @Schema(description = "What for; one of the fund's purposes", examples = "HARDSHIP")
        SupportKind kind,

        @NotNull @Schema(description = "The fund that pays") FundId fundId,

        @NotEmpty @UniqueElements @Schema(description = "Who is on the list", examples = "[\"MEMBERS\"]")
        List<@NotNull BeneficiaryGroup> groups,

        @NotNull
        @Min(1)
        @Max(Transfer.MAX_AMOUNT)
        @Schema(description = "For each person, in đồng", examples = "500000")
        Long amount) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "name": "Tết Giáp Thìn 2024",
              "kind": "HARDSHIP",
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "groups": ["MEMBERS"],
              "amount": 500000
            }
            """;
}
