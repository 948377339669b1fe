package vn.congdoan.vks.welfare.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.FundId;

/// A disclosure as it is shown.
@Schema(
        name = "Disclosure",
        description =
                "What a fund held, got, spent and holds in a period: opening and income, less spending, is closing",
        examples = DisclosureView.EXAMPLE)
record DisclosureView(
        FundId fundId,

        @Schema(description = "Name of the fund", examples = "Quỹ Nghĩa tình ngành Kiểm sát nhân dân")
        String fund,

        DisclosureAudience audience,

        @Schema(description = "The first day") LocalDate from,

        @Schema(description = "The last day, inclusive") LocalDate to,

        @Schema(
                description = "Held before, or brought with it when its books began in the period, in đồng",
                examples = "150000000")
        long openingBalance,

        @Schema(description = "What came in, by where it came from")
        List<Line> income,

        @Schema(description = "What came in, in all, in đồng", examples = "25000000")
        long totalIncome,

        @Schema(description = "What was spent, by its purpose")
        List<Line> spending,

        @Schema(description = "What was spent, in all, in đồng", examples = "15000000")
        long totalSpending,

        @Schema(description = "Held at the end of the last day, in đồng", examples = "160000000")
        long closingBalance,

        @JsonInclude(Include.NON_NULL)
        @Schema(
                description = "The same of goods, by their value and beside the money; absent where none are and none"
                        + " were",
                nullable = true)
        @Nullable
        InKind inKind) {

    /// What was given and used in kind.
    @Schema(name = "DisclosureInKind", description = "What a fund held, got and gave away in goods, by their value")
    record InKind(
            @Schema(description = "Held before, in đồng", examples = "0")
            long openingValue,

            @Schema(description = "What was given, by who gave it")
            List<Line> income,

            @Schema(description = "What was given, in all, in đồng", examples = "4500000")
            long totalIncome,

            @Schema(description = "What it was used for, by its purpose; WRITTEN_OFF: spoiled or lost")
            List<Line> spending,

            @Schema(description = "What was used, in all, in đồng", examples = "1500000")
            long totalSpending,

            @Schema(description = "Held at the end of the last day, in đồng", examples = "3000000")
            long closingValue) {

        static InKind of(Disclosure goods, DisclosureAudience audience) {
            return new InKind(
                    goods.opening(),
                    lines(goods, goods.income(), audience),
                    goods.totalIncome(),
                    lines(goods, goods.spending(), audience),
                    goods.totalSpending(),
                    goods.closing());
        }
    }

    /// One source, or one purpose.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "DisclosureLine", description = "A source of income, or a purpose of spending")
    record Line(
            @Schema(
                    description =
                            "The code of its account: who gave it (MEMBER, UNIT, OUTSIDE, ANONYMOUS) or where it came"
                                    + " from (ALLOCATION, INTEREST, OTHER), the purpose, PASSED_ON; IN, OUT, MOVED_IN, MOVED_OUT:"
                                    + " from or to another fund with the end of a unit; for UNION also PAYABLE and"
                                    + " RECEIVABLE by purpose, as `PAYABLE/OTHER`: what was not paid yet, or is claimed"
                                    + " back; OPENING: a correction of what"
                                    + " the fund brought with it; SEVERAL: lines of fewer than five people, put together",
                    examples = "MEMBER")
            String code,

            @Schema(description = "In đồng; what was taken back is taken off", examples = "25000000")
            long amount,

            @Schema(
                    description = "Where its entries are listed; for UNION only",
                    examples =
                            "/api/v1/funds/019aa7b0-1c00-7000-8000-000000000001/entries?account=INCOME&code=MEMBER&from=2023-01-01&to=2023-12-31",
                    nullable = true)
            @Nullable
            String entries) {}

    static DisclosureView of(Disclosure told, DisclosureAudience audience) {
        return new DisclosureView(
                told.fund(),
                told.name(),
                audience,
                told.from(),
                told.to(),
                told.opening(),
                lines(told, told.income(), audience),
                told.totalIncome(),
                lines(told, told.spending(), audience),
                told.totalSpending(),
                told.closing(),
                told.inKind() == null ? null : InKind.of(told.inKind(), audience));
    }

    private static List<Line> lines(Disclosure told, List<Group> groups, DisclosureAudience audience) {
        return groups.stream()
                .map(each -> new Line(
                        each.code(), each.amount(), audience == DisclosureAudience.UNION ? entries(told, each) : null))
                .toList();
    }

    private static @Nullable String entries(Disclosure told, Group group) {
        Account account = group.account();
        if (account == null) {
            return null;
        }
        String code = account.code() == null ? "" : "&code=" + account.code();
        return "/api/v1/funds/%s/entries?account=%s%s&from=%s&to=%s"
                .formatted(told.fund(), account.kind(), code, told.from(), told.to());
    }

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "fund": "Quỹ Nghĩa tình ngành Kiểm sát nhân dân",
              "audience": "PUBLIC",
              "from": "2023-01-01",
              "to": "2023-12-31",
              "openingBalance": 150000000,
              "income": [
                {"code": "MEMBER", "amount": 20000000},
                {"code": "ALLOCATION", "amount": 5000000}
              ],
              "totalIncome": 25000000,
              "spending": [
                {"code": "HARDSHIP", "amount": 12000000},
                {"code": "SEVERAL", "amount": 3000000}
              ],
              "totalSpending": 15000000,
              "closingBalance": 160000000
            }
            """;
}
