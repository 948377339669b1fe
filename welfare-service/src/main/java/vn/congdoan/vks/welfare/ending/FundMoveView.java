package vn.congdoan.vks.welfare.ending;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.AmountInWords;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Holdings;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// A move of a fund as it is shown, with the proof that nothing was lost and nothing came to it.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "FundMove",
        description = "That all that a fund held went to another one, because its unit had ended",
        examples = FundMoveView.EXAMPLE)
record FundMoveView(
        FundMoveId id,

        @Schema(description = "The unit that ended") UnitId fromUnitId,

        @Schema(description = "Its fund, closed for good") FundId fromFundId,

        @Schema(description = "The unit whose fund took everything")
        UnitId toUnitId,

        @Schema(description = "The fund that took everything")
        FundId toFundId,

        @Schema(description = "The day that it counts for", examples = "2025-07-01")
        LocalDate date,

        Decision decision,

        @Schema(description = "All that moved, in đồng", examples = "48500000")
        long amount,

        @Schema(description = "The same in Vietnamese words", examples = "Bốn mươi tám triệu năm trăm nghìn đồng")
        String amountInWords,

        @Schema(description = "Account by account: the sums of both funds before and after are equal")
        List<Line> accounts,

        @Schema(description = "The entry in the books of the closed fund; absent where it was empty", nullable = true)
        @Nullable
        TransferId fromEntryId,

        @Schema(description = "The entry in the books of the other fund; absent where nothing came", nullable = true)
        @Nullable
        TransferId toEntryId,

        @Schema(description = "The first entry in the proof of its fund, soon after it was booked", nullable = true)
        @Nullable
        Link fromProof,

        @Schema(description = "The second entry in the proof of its fund, soon after it was booked", nullable = true)
        @Nullable
        Link toProof,

        @Schema(description = "When it was booked") Instant recordedAt) {

    /// What stood on an account of both funds.
    @Schema(name = "FundMoveAccount", description = "What stood on an account of both funds before and after, in đồng")
    record Line(
            @Schema(
                    description = "CASH, BANK; OWED: what of both is owed to whom it was collected for (its accounts"
                            + " PASS_THROUGH together)",
                    examples = "CASH")
            String account,

            @Schema(description = "At the fund that is left, before", examples = "48500000")
            long fromBefore,

            @Schema(description = "At the fund that is left, after", examples = "0")
            long fromAfter,

            @Schema(description = "At the other fund, before", examples = "1000000")
            long toBefore,

            @Schema(description = "At the other fund, after", examples = "49500000")
            long toAfter) {}

    /// Where an entry stands in the proof of its fund.
    @Schema(name = "FundMoveProof", description = "Where an entry stands in the proof of its fund")
    record Link(
            @Schema(description = "Number of the link", examples = "12")
            long number,

            @Schema(
                    description = "Its hash, in hexadecimal digits",
                    examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String hash) {}

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-000000000091",
              "fromUnitId": "019366a0-0000-7000-8000-000000000062",
              "fromFundId": "019aa7b0-1c00-7000-8000-000000000001",
              "toUnitId": "019366a0-0000-7000-8000-000000000051",
              "toFundId": "019aa7b0-1c00-7000-8000-000000000002",
              "date": "2025-07-01",
              "decision": {"number": "12/QĐ-CĐVKS", "date": "2025-06-25", "signer": "Chủ tịch Công đoàn"},
              "amount": 48500000,
              "amountInWords": "Bốn mươi tám triệu năm trăm nghìn đồng",
              "accounts": [
                {"account": "CASH", "fromBefore": 48500000, "fromAfter": 0, "toBefore": 1000000, "toAfter": 49500000},
                {"account": "BANK", "fromBefore": 0, "fromAfter": 0, "toBefore": 150000000, "toAfter": 150000000},
                {"account": "OWED", "fromBefore": 0, "fromAfter": 0, "toBefore": 0, "toAfter": 0}
              ],
              "fromEntryId": "019aa7b0-1c00-7000-8000-000000000092",
              "toEntryId": "019aa7b0-1c00-7000-8000-000000000093",
              "recordedAt": "2025-07-01T02:10:00Z"
            }
            """;

    static FundMoveView of(FundMoveState state, @Nullable Link from, @Nullable Link to) {
        return new FundMoveView(
                state.id(),
                state.unitId(),
                state.fromFundId(),
                state.toUnitId(),
                state.toFundId(),
                state.movedOn(),
                state.decision(),
                state.moved().money(),
                AmountInWords.of(state.moved().money()),
                List.of(
                        line("CASH", state, Holdings::cash),
                        line("BANK", state, Holdings::bank),
                        line("OWED", state, Holdings::owed)),
                state.fromTransferId(),
                state.toTransferId(),
                from,
                to,
                state.recordedAt());
    }

    private static Line line(String account, FundMoveState state, ToLongFunction<Holdings> part) {
        return new Line(
                account,
                part.applyAsLong(state.moved()),
                0,
                part.applyAsLong(state.before()),
                part.applyAsLong(state.after()));
    }
}
