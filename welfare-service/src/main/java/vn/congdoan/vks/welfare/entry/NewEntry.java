package vn.congdoan.vks.welfare.entry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.IncomeSource;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.Transfer;

/// What a new entry is made from.
@Schema(description = "A new entry in the books of a fund", examples = NewEntry.EXAMPLE)
public record NewEntry(
        @NotNull @Schema(description = "What it is", examples = "EXPENSE")
        EntryKind kind,

        @NotNull @Min(1) @Max(Transfer.MAX_AMOUNT) @Schema(description = "In đồng", examples = "2000000")
        Long amount,

        @NotNull
        @Schema(
                description = "The day that it counts for: not in the future, not before the fund's first day, with"
                        + " INCOME not after its last, with OPENING the first; a later one where an OPENING was taken back"
                        + " by then and the books of the first day are closed",
                examples = "2022-11-20")
        LocalDate date,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "What it is about; never published", examples = "Thăm đoàn viên ốm nặng")
        String text,

        @Schema(
                description = "How the money was handed over, or where it is; not between cash and bank",
                examples = "CASH",
                nullable = true)
        @Nullable
        PaymentMethod method,

        @Schema(
                description = "What it was spent on, one of the fund's purposes; with EXPENSE only",
                examples = "HARDSHIP",
                nullable = true)
        @Nullable
        SupportKind purpose,

        @Schema(
                description = "Where it came from, OTHER unless told; with INCOME only",
                examples = "INTEREST",
                nullable = true)
        @Nullable
        IncomeSource source) {

    /// A whole request, as the API document shows it.
    static final String EXAMPLE = """
            {
              "kind": "EXPENSE",
              "amount": 2000000,
              "date": "2023-11-20",
              "text": "Thăm đoàn viên có hoàn cảnh khó khăn",
              "method": "CASH",
              "purpose": "HARDSHIP"
            }
            """;

    /// Each kind has its own fields.
    void requireFieldsOfItsKind() {
        List<Violation> violations = new ArrayList<>();
        check(kind.hasMethod(), method != null, "/method", violations);
        check(kind == EntryKind.EXPENSE, purpose != null, "/purpose", violations);
        if (source != null && kind != EntryKind.INCOME) {
            violations.add(new Violation("/source", "not-for-this-kind"));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    /// Each kind has its own rules.
    ///
    /// @param opensAnew whether what the fund held may be told on a later day than its first
    void requireAllowedIn(FundTerms fund, LocalDate today, BooleanSupplier opensAnew) {
        fund.requireBegunOn(date, today);
        switch (kind) {
            case EXPENSE -> fund.requireSpending(Objects.requireNonNull(purpose));
            case INCOME -> fund.requireOpenOn(date, today);
            case OPENING -> {
                if (!opensAnew.getAsBoolean()) {
                    fund.requireFirstDay(date);
                }
            }
            case PASS_ON -> fund.requirePassThrough();
            case BANK_DEPOSIT, BANK_WITHDRAWAL -> {}
        }
    }

    /// What it moves.
    List<Transfer.Posting> postings() {
        return switch (kind) {
            case EXPENSE -> Transfer.moved(money(), Account.expense(Objects.requireNonNull(purpose)), amount);
            case INCOME ->
                Transfer.moved(Account.income(Objects.requireNonNullElse(source, IncomeSource.OTHER)), money(), amount);
            case BANK_DEPOSIT -> Transfer.moved(Account.CASH, Account.BANK, amount);
            case BANK_WITHDRAWAL -> Transfer.moved(Account.BANK, Account.CASH, amount);
            case OPENING -> Transfer.moved(Account.OPENING, money(), amount);
            case PASS_ON -> Transfer.moved(money(), Account.PASSED_ON, amount);
        };
    }

    private Account money() {
        return Objects.requireNonNull(method).account();
    }

    private static void check(boolean belongs, boolean given, String pointer, List<Violation> violations) {
        if (belongs != given) {
            violations.add(new Violation(pointer, belongs ? "required" : "not-for-this-kind"));
        }
    }
}
