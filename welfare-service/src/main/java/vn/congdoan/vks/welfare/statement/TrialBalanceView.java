package vn.congdoan.vks.welfare.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What stood on each account of a fund, what moved and what stands there then; proof that debits equal credits.
@Schema(
        name = "TrialBalance",
        description =
                "The accounts of a fund in a period (bảng cân đối số phát sinh): in each pair debits equal credits",
        examples = TrialBalanceView.EXAMPLE)
record TrialBalanceView(
        FundId fundId,

        @Schema(description = "The first day; null for the beginning", nullable = true) @Nullable
        LocalDate from,

        @Schema(description = "The last day, inclusive") LocalDate to,

        @Schema(
                description =
                        "Cash, bank, and every other account on which anything ever moved, in the order of the chart")
        List<Line> accounts,

        @Schema(description = "The sums of all accounts") Amounts totals) {

    /// An account in the period.
    @Schema(name = "TrialBalanceAccount", description = "An account in the period")
    @JsonInclude(Include.NON_NULL)
    record Line(
            AccountKind account,

            @Schema(
                    description = "Which of them, where a fund has many of the kind",
                    examples = "HARDSHIP",
                    nullable = true)
            @Nullable
            String code,

            Amounts amounts) {

        static Line of(Account account, Amounts amounts) {
            return new Line(account.kind(), account.code(), amounts);
        }
    }

    /// In đồng. A balance stands on one side only.
    @Schema(name = "TrialBalanceAmounts", description = "In đồng; the balance of an account stands on one side only")
    record Amounts(
            @Schema(description = "Dư nợ đầu kỳ", examples = "150000000")
            long openingDebit,

            @Schema(description = "Dư có đầu kỳ", examples = "0")
            long openingCredit,

            @Schema(description = "Phát sinh nợ", examples = "0")
            long debit,

            @Schema(description = "Phát sinh có", examples = "2000000")
            long credit,

            @Schema(description = "Dư nợ cuối kỳ", examples = "148000000")
            long closingDebit,

            @Schema(description = "Dư có cuối kỳ", examples = "0")
            long closingCredit) {

        /// @param opening what stood there before, debits positive
        static Amounts of(long opening, long debit, long credit) {
            long closing = opening + debit - credit;
            return new Amounts(
                    Math.max(opening, 0),
                    Math.max(-opening, 0),
                    debit,
                    credit,
                    Math.max(closing, 0),
                    Math.max(-closing, 0));
        }
    }

    static TrialBalanceView of(FundId fund, @Nullable LocalDate from, LocalDate to, List<Line> accounts) {
        return new TrialBalanceView(
                fund,
                from,
                to,
                accounts,
                new Amounts(
                        sum(accounts, Amounts::openingDebit),
                        sum(accounts, Amounts::openingCredit),
                        sum(accounts, Amounts::debit),
                        sum(accounts, Amounts::credit),
                        sum(accounts, Amounts::closingDebit),
                        sum(accounts, Amounts::closingCredit)));
    }

    private static long sum(List<Line> accounts, ToLongFunction<Amounts> column) {
        return accounts.stream().map(Line::amounts).mapToLong(column).sum();
    }

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "fundId": "019aa7b0-1c00-7000-8000-000000000001",
              "from": "2023-01-01",
              "to": "2023-12-31",
              "accounts": [
                {
                  "account": "CASH",
                  "amounts": {
                    "openingDebit": 150000000, "openingCredit": 0, "debit": 0, "credit": 2000000,
                    "closingDebit": 148000000, "closingCredit": 0
                  }
                },
                {
                  "account": "BANK",
                  "amounts": {
                    "openingDebit": 0, "openingCredit": 0, "debit": 0, "credit": 0, "closingDebit": 0, "closingCredit": 0
                  }
                },
                {
                  "account": "INCOME",
                  "code": "MEMBER",
                  "amounts": {
                    "openingDebit": 0, "openingCredit": 150000000, "debit": 0, "credit": 0,
                    "closingDebit": 0, "closingCredit": 150000000
                  }
                },
                {
                  "account": "EXPENSE",
                  "code": "HARDSHIP",
                  "amounts": {
                    "openingDebit": 0, "openingCredit": 0, "debit": 2000000, "credit": 0,
                    "closingDebit": 2000000, "closingCredit": 0
                  }
                }
              ],
              "totals": {
                "openingDebit": 150000000, "openingCredit": 150000000, "debit": 2000000, "credit": 2000000,
                "closingDebit": 150000000, "closingCredit": 150000000
              }
            }
            """;
}
