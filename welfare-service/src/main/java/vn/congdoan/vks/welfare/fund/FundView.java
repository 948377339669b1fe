package vn.congdoan.vks.welfare.fund;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Held;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A fund as it is shown.
@Schema(name = "Fund", description = "Money set apart for named purposes", examples = FundView.EXAMPLE)
record FundView(
        FundId id,

        @Schema(description = "The unit that owns the fund") UnitId unitId,

        @Schema(description = "The union that the owner belonged to when the fund was created")
        UnitId unionId,

        @Schema(description = "What sort of fund it is", examples = "SOLIDARITY")
        FundKind kind,

        @Schema(description = "Name", examples = "Quỹ Nghĩa tình ngành Kiểm sát nhân dân")
        String name,

        @Schema(description = "The rule or decision that the fund rests on", nullable = true) @Nullable
        String legalBasis,

        @Schema(description = "Whether the money is collected for somebody else and passed on", examples = "false")
        boolean passThrough,

        @Schema(description = "What it may be spent on") List<SupportKind> purposes,

        @Schema(description = "First day on which money moves", examples = "2022-01-01")
        LocalDate opensOn,

        @Schema(
                description = "Last day on which it takes money, inclusive; null without end. What is left may be spent"
                        + " afterwards",
                nullable = true)
        @Nullable
        LocalDate closesOn,

        @Schema(description = "Whether it is open today", examples = "true")
        boolean open,

        @Schema(description = "Whether people and bodies outside the union may give to it", examples = "true")
        boolean takesOutsideDonors,

        @Schema(
                description =
                        "The fund that everything went to which it held when its unit ended; null while it stands",
                nullable = true)
        @Nullable
        FundId movedTo,

        @Schema(
                description = "What it holds now in cash and at the bank, in đồng. Its ETag tells nothing of it",
                examples = "151000000")
        long balance,

        @Schema(description = "The same by where it is kept")
        Held balances) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000001",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "unionId": "019366a0-0000-7000-8000-000000000051",
              "kind": "SOLIDARITY",
              "name": "Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "legalBasis": "Quy chế quản lý và sử dụng Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "passThrough": false,
              "purposes": ["ILLNESS", "CRITICAL_ILLNESS", "BEREAVEMENT", "HARDSHIP"],
              "opensOn": "2022-01-01",
              "closesOn": null,
              "open": true,
              "takesOutsideDonors": true,
              "movedTo": null,
              "balance": 151000000,
              "balances": {"cash": 1000000, "bank": 150000000, "promised": 2000000}
            }
            """;
}
