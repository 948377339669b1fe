package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Brings a payment file to the bank, or gives it up: approved by the CHAIR, exported by a CASHIER, cancelled before
/// that by an ACCOUNTANT and called back after it by a decision.
@ApplicationScoped
class KeepingPaymentFiles {

    private static final String FILE = "payment-file";

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final PaymentFileViews views;
    private final ExportedContent content;
    private final Promises promises;
    private final Caller caller;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    KeepingPaymentFiles(
            PaymentFiles files,
            PaymentFileLines lines,
            PaymentFileViews views,
            ExportedContent content,
            Promises promises,
            Caller caller,
            Turns turns,
            AuditTrail trail,
            Clock clock) {
        this.files = files;
        this.lines = lines;
        this.views = views;
        this.content = content;
        this.promises = promises;
        this.caller = caller;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    /// Approves it, and keeps back the money of what is not kept back by its own approval.
    Response approve(PaymentFileId id, @Nullable String ifMatch) {
        PaymentFile found = inTurn(id, ifMatch, Permission.APPROVE_SUPPORT);
        found.approve(caller.principal().account(), clock.instant());
        Map<SupportKind, List<PaymentFileLines.Line>> unpromised =
                lines.unpromised(id).stream().collect(Collectors.groupingBy(PaymentFileLines.Line::purpose));
        unpromised.forEach((purpose, some) -> promises.makeAll(
                some.stream().map(PaymentFileLines.Line::promise).toList(),
                found.fundId(),
                purpose,
                some.stream().mapToLong(PaymentFileLines.Line::amount).toArray()));
        return done(found, "approve", List.of("status"));
    }

    /// From now on the bank may have it.
    Response export(PaymentFileId id, @Nullable String ifMatch) {
        PaymentFile found = inTurn(id, ifMatch, Permission.PAY_SUPPORT);
        found.export(content.digest(found), caller.principal().account(), clock.instant());
        return done(found, "export", List.of("status", "digest"));
    }

    Response cancel(PaymentFileId id, @Nullable String ifMatch) {
        PaymentFile found = inTurn(id, ifMatch, Permission.PROPOSE_SUPPORT);
        found.cancel(clock.instant());
        lines.free(id);
        return done(found, "cancel", List.of("status"));
    }

    /// Gives up what the bank has not paid, by a decision.
    Response callBack(PaymentFileId id, @Nullable String ifMatch, CalledBack form) {
        PaymentFile found = inTurn(id, ifMatch, Permission.APPROVE_SUPPORT);
        if (views.totals(found).answered() > 0) {
            throw new Conflict("payment-file-answered");
        }
        found.callBack(form, LocalDate.now(clock), clock.instant());
        lines.free(id);
        return done(found, "call-back", List.of("status", "decision", "reason"));
    }

    private PaymentFile inTurn(PaymentFileId id, @Nullable String ifMatch, Permission permission) {
        turns.toChange(FILE, id);
        PaymentFile found = views.see(id);
        views.requireScope(found, permission);
        ETags.requireMatch(ifMatch, found.version());
        return found;
    }

    private Response done(PaymentFile found, String action, List<String> fields) {
        files.flush();
        trail.changed(action, FILE, found.id().value(), found.unitId(), fields);
        return views.shown(found);
    }
}
