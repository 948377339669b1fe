package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;
import vn.congdoan.vks.welfare.payout.PayableCause;
import vn.congdoan.vks.welfare.payout.Settled;
import vn.congdoan.vks.welfare.payout.Settlement;

/// Lets approved support be paid through files of a bank.
@ApplicationScoped
class PayableSupport implements PayableCause {

    private static final String CASE = "support-case";

    private final SupportCases cases;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final AuditTrail trail;
    private final Clock clock;

    PayableSupport(SupportCases cases, Caller caller, Directory directory, Turns turns, AuditTrail trail, Clock clock) {
        this.cases = cases;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public CauseKind kind() {
        return CauseKind.SUPPORT_CASE;
    }

    @Override
    public List<DuePayment> due(Collection<UUID> ids, LocalDate by) {
        return inTurn(ids).stream()
                .filter(each -> each.status() == SupportStatus.APPROVED)
                .map(PayableSupport::due)
                .toList();
    }

    private static DuePayment due(SupportCase found) {
        SupportCase.Payable payable = found.payable();
        return new DuePayment(
                found.id().value(),
                found.promise(),
                null,
                found.unitId(),
                payable.fund(),
                found.kind(),
                payable.amount(),
                found.beneficiary().payee(found.id().value()));
    }

    @Override
    public Map<UUID, UnitId> units(Collection<UUID> payees) {
        return cases.among(payees).stream()
                .collect(Collectors.toMap(each -> each.id().value(), SupportCase::unitId));
    }

    @Override
    public Settled paid(List<Settlement> paid) {
        return settle(
                "pay",
                "paid",
                paid,
                (found, how) -> found.pay(
                        new SupportPayment(how.date(), PaymentMethod.BANK, how.voucher(), null),
                        how.transfer(),
                        caller.principal().account(),
                        clock.instant()));
    }

    @Override
    public Settled returned(List<Settlement> returned) {
        return settle(
                "return",
                "returned",
                returned,
                (found, how) -> found.returned(caller.principal().account()));
    }

    private Settled settle(
            String action, String happened, List<Settlement> settlements, BiConsumer<SupportCase, Settlement> how) {
        Map<UUID, Settlement> byCase = settlements.stream().collect(Collectors.toMap(Settlement::cause, each -> each));
        List<SupportCase> found = inTurn(byCase.keySet());
        if (found.size() < byCase.size()) {
            throw new IllegalStateException("A support case that a payment file pays is not there");
        }
        for (SupportCase each : found) {
            each.beneficiary().requireOther(caller);
            how.accept(each, settlement(byCase, each));
        }
        cases.flush();
        trail.changed(
                action,
                CASE,
                found.stream()
                        .map(each -> new AuditTrail.Subject(each.id().value(), each.unitId()))
                        .toList(),
                List.of("status", "date", "method", "voucher"));
        List<Change> changes = found.stream()
                .map(each -> each.change(
                        happened,
                        settlement(byCase, each).date(),
                        directory.place(each.unitId()).orElseThrow(NotFound::new)))
                .toList();
        return Settled.with(changes);
    }

    private static Settlement settlement(Map<UUID, Settlement> byCase, SupportCase of) {
        Settlement found = byCase.get(of.id().value());
        if (found == null) {
            throw new IllegalStateException("Nothing was asked for the support case " + of.id());
        }
        return found;
    }

    private List<SupportCase> inTurn(Collection<UUID> ids) {
        turns.toChange(CASE, ids);
        return cases.among(ids);
    }
}
