package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.imports.ReadingRows;
import vn.congdoan.vks.welfare.layout.Layout;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.layout.Layouts;

/// Takes what the bank says of the lines of a file, from a CASHIER who has neither drawn it up nor approved it. Nothing
/// is booked by that.
@ApplicationScoped
class BankAnswers {

    private static final String FILE = "payment-file";

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final UnmatchedRows unmatched;
    private final PaymentFileViews views;
    private final Layouts layouts;
    private final Directory directory;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    BankAnswers(
            PaymentFiles files,
            PaymentFileLines lines,
            UnmatchedRows unmatched,
            PaymentFileViews views,
            Layouts layouts,
            Directory directory,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.unmatched = unmatched;
        this.views = views;
        this.layouts = layouts;
        this.directory = directory;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    /// How the bank's own file is read.
    ///
    /// @param paid what the bank writes of what it paid, in the column of notes; null: every row is a payment
    record Reading(LayoutId layout, @Nullable String paid, boolean isWorkbook) {}

    /// Line by line: all of it, or nothing with all that stands against it.
    Response tell(PaymentFileId id, BankResults form) {
        PaymentFile file = inTurn(id);
        Map<String, PaymentFileLines.Line> known = lines.referred(
                id, form.results().stream().map(BankResults.Result::reference).toList());
        List<Violation> violations = new ArrayList<>();
        List<PaymentFileLines.Answer> answers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < form.results().size(); row++) {
            BankResults.Result each = form.results().get(row);
            String at = "/results/" + row;
            PaymentFileLines.Line line = known.get(each.reference());
            if (line == null) {
                violations.add(new Violation(at + "/reference", "unknown-reference"));
            } else if (!seen.add(each.reference())) {
                violations.add(new Violation(at + "/reference", "told-twice"));
            } else if (each.outcome() != BankOutcome.PAID && each.reason() == null) {
                violations.add(new Violation(at + "/reason", "required"));
            } else {
                Said said = new Said(each.outcome(), each.date(), each.amount(), each.bankReference(), each.reason());
                objection(at, line, said)
                        .ifPresentOrElse(violations::add, () -> said.of(line).ifPresent(answers::add));
            }
        }
        if (!violations.isEmpty()) {
            throw new Unprocessable(violations);
        }
        return told(file, answers, "tell-results");
    }

    /// Out of the bank's file: whatever settles a line; the rest is listed.
    Response read(PaymentFileId id, Reading reading, byte[] upload) {
        PaymentFile file = inTurn(id);
        Layout layout = layout(reading.layout(), file);
        BankRows rows = new BankRows(ReadingRows.of(upload, reading.isWorkbook(), layout), reading.paid());
        Map<String, PaymentFileLines.Line> known = lines.referred(id, rows.references());
        List<PaymentFileLines.Answer> answers = new ArrayList<>();
        List<UnmatchedView> left = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (BankRows.Row each : rows.payments()) {
            PaymentFileLines.Line line = known.get(each.references().stream()
                    .filter(known::containsKey)
                    .findFirst()
                    .orElse(""));
            Said said = each.said();
            String rule = line == null ? "no-reference" : said == null ? "unreadable" : rule(line, said, seen);
            if (rule != null) {
                left.add(each.left(rule, line == null ? null : line.reference()));
            } else if (line != null && said != null) {
                said.of(line).ifPresent(answers::add);
            }
        }
        unmatched.replace(file, left);
        return told(file, answers, "read-results");
    }

    private @Nullable String rule(PaymentFileLines.Line line, Said said, Set<String> seen) {
        Optional<Violation> objection = objection("", line, said);
        if (objection.isPresent()) {
            return objection.get().code();
        }
        return seen.add(line.reference()) ? null : "told-twice";
    }

    private Response told(PaymentFile file, List<PaymentFileLines.Answer> answers, String action) {
        if (!answers.isEmpty()) {
            lines.answered(answers);
            file.answered(clock.instant());
        }
        files.flush();
        trail.changed(action, FILE, file.id().value(), file.unitId(), List.of("results"));
        return views.shown(file);
    }

    /// What stands against an answer.
    ///
    /// @param at where it stands in the request
    private Optional<Violation> objection(String at, PaymentFileLines.Line line, Said said) {
        if (said.date().isAfter(LocalDate.now(clock))) {
            return Optional.of(new Violation(at + "/date", "in-the-future"));
        }
        if (said.amount() != null && said.amount() != line.amount()) {
            return Optional.of(new Violation(at + "/amount", "amount-differs"));
        }
        boolean fits =
                switch (line.state()) {
                    case OPEN -> said.outcome() != BankOutcome.RETURNED;
                    case PAID -> said.outcome() != BankOutcome.FAILED;
                    case FAILED -> said.outcome() == BankOutcome.FAILED;
                    case RETURNED -> said.outcome() == BankOutcome.RETURNED;
                    case FREED -> false;
                };
        if (!fits) {
            return Optional.of(new Violation(at + "/outcome", "settled-otherwise"));
        }
        boolean isTooEarly = said.outcome() == BankOutcome.RETURNED
                && line.answeredOn() != null
                && said.date().isBefore(line.answeredOn());
        return isTooEarly ? Optional.of(new Violation(at + "/date", "before-the-entry")) : Optional.empty();
    }

    private PaymentFile inTurn(PaymentFileId id) {
        turns.toChange(FILE, id);
        PaymentFile file = views.see(id);
        views.requireScope(file, Permission.PAY_SUPPORT);
        file.requireReconcilable(caller.principal().account());
        return file;
    }

    /// A layout of the same union as the fund, as units stand today.
    private Layout layout(LayoutId id, PaymentFile file) {
        return layouts.findByIdOptional(id)
                .filter(each -> union(each.unitId()).equals(union(file.unitId())))
                .orElseThrow(() -> Forbidden.unitOutOfScope("?layout"));
    }

    private UnitId union(UnitId unit) {
        return directory.place(unit).orElseThrow(NotFound::new).unionId();
    }

    /// What the bank says of a payment.
    record Said(
            BankOutcome outcome,
            LocalDate date,
            @Nullable Long amount,
            @Nullable String bankReference,
            @Nullable String reason) {

        /// Empty where the line says so already.
        Optional<PaymentFileLines.Answer> of(PaymentFileLines.Line line) {
            boolean isSettled = line.state().name().equals(outcome.name());
            return isSettled
                    ? Optional.empty()
                    : Optional.of(
                            new PaymentFileLines.Answer(line.id(), outcome, date, clean(bankReference), clean(reason)));
        }

        private static @Nullable String clean(@Nullable String text) {
            return text == null ? null : VietnameseText.singleLine(text);
        }
    }
}
