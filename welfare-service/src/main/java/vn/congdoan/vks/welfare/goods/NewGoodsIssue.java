package vn.congdoan.vks.welfare.goods;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Goods that are to be given out of a fund.
@JsonInclude(Include.NON_NULL)
@Schema(description = "Goods that are to be given out of a fund", examples = NewGoodsIssue.EXAMPLE)
public record NewGoodsIssue(
        @NotNull GoodsIssueKind kind,

        @Schema(
                description = "What for: one of the fund's purposes; with SUPPORT only",
                examples = "HARDSHIP",
                nullable = true)
        @Nullable
        SupportKind purpose,

        @Schema(
                description = "The support programme that they are given for: an approved one of the union for the same"
                        + " purpose; with SUPPORT only",
                nullable = true)
        @Nullable
        UUID programmeId,

        @NotNull @Schema(description = "The day, not in the future", examples = "2023-11-20")
        LocalDate date,

        @NotNull @Valid @Size(min = 1, max = 100) @Schema(description = "What is given out, each once")
        List<@NotNull WantedGoods> items,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "What it is about; shown inside the union only", examples = "Trao quà Tết cho hộ nghèo")
        String text,

        @Size(max = 200)
        @Schema(description = "Who signed for it; shown inside the union only", nullable = true)
        @Nullable
        String receivedBy,

        @Valid @Schema(description = "By which it is written off; with WRITE_OFF only", nullable = true) @Nullable
        Decision decision) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "kind": "SUPPORT",
              "purpose": "HARDSHIP",
              "date": "2023-11-20",
              "items": [{"goodsId": "019aa7b0-1c00-7000-8000-0000000000c1", "quantity": 25}],
              "text": "Trao quà Tết cho hộ nghèo",
              "receivedBy": "Trần Văn Minh Họa"
            }
            """;

    void requireFieldsOfItsKind() {
        require(purpose, kind == GoodsIssueKind.SUPPORT, "/purpose");
        require(decision, kind == GoodsIssueKind.WRITE_OFF, "/decision");
        if (programmeId != null && kind != GoodsIssueKind.SUPPORT) {
            throw new Invalid("/programmeId", "not-for-this-kind");
        }
    }

    private static void require(@Nullable Object field, boolean belongs, String at) {
        if (belongs != (field != null)) {
            throw new Invalid(at, belongs ? "required" : "not-for-this-kind");
        }
    }

    Handover handover() {
        return new Handover(kind, purpose, date, items, text, receivedBy, decision, null, null, programmeId);
    }
}
