package vn.congdoan.vks.welfare.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;
import vn.congdoan.vks.welfare.payout.PayableCause;
import vn.congdoan.vks.welfare.payout.Settled;
import vn.congdoan.vks.welfare.payout.Settlement;

/// Lets those who are due by programmes be paid through files of a bank. All of them are members, who have one account
/// for all that they are paid.
@ApplicationScoped
class PayableProgrammes implements PayableCause {

    private static final String PROGRAMME = "support-programme";

    /// More than a payment file has.
    private static final int MOST = 30_000;

    private final Programmes programmes;
    private final ProgrammeLines lines;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final AuditTrail trail;

    PayableProgrammes(
            Programmes programmes,
            ProgrammeLines lines,
            Caller caller,
            Directory directory,
            Turns turns,
            AuditTrail trail) {
        this.programmes = programmes;
        this.lines = lines;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.trail = trail;
    }

    @Override
    public CauseKind kind() {
        return CauseKind.SUPPORT_PROGRAMME;
    }

    @Override
    public List<DuePayment> due(Collection<UUID> ids, LocalDate by) {
        turns.toChange(PROGRAMME, ids);
        List<DuePayment> due = new ArrayList<>();
        for (Programme each : programmes.among(ids)) {
            if (each.isPaying()) {
                each.paid(lines.settle(each.id()));
                lines.due(each.id(), null, MOST).forEach(line -> due.add(due(each, line)));
            }
        }
        return due;
    }

    private static DuePayment due(Programme programme, ProgrammeLines.Line line) {
        return new DuePayment(
                programme.id().value(),
                line.promise(),
                null,
                programme.unitId(),
                programme.fundId(),
                programme.kind(),
                line.amount(),
                line.member().value());
    }

    @Override
    public Map<UUID, UnitId> units(Collection<UUID> payees) {
        return Map.of();
    }

    @Override
    public Settled paid(List<Settlement> paid) {
        List<Change> changes = new ArrayList<>();
        byProgramme(paid).forEach((id, some) -> changes.add(pay(id, some)));
        return Settled.with(changes);
    }

    private Change pay(UUID id, List<Settlement> paid) {
        Programme programme = programmes.require(new ProgrammeId(id));
        LocalDate first = Collections.min(paid.stream().map(Settlement::date).toList());
        programme.requirePayable(caller.principal().account(), first);
        int before = lines.settle(programme.id());
        Map<UUID, TransferId> transfers =
                paid.stream().collect(Collectors.toMap(each -> each.promise().value(), Settlement::transfer));
        List<ProgrammeLines.Line> due = lines.dueAmong(programme.id(), transfers.keySet());
        List<TransferId> ofEach = new ArrayList<>();
        due.forEach(each -> ofEach.add(transfers.get(each.id())));
        lines.paid(due, ofEach);
        programme.paid(before + due.size());
        return done(programme, "pay", "paid", first);
    }

    @Override
    public Settled returned(List<Settlement> returned) {
        List<Change> changes = new ArrayList<>();
        List<PromiseId> ended = new ArrayList<>();
        byProgramme(returned).forEach((id, some) -> {
            Programme programme = programmes.require(new ProgrammeId(id));
            programme.paid(lines.settle(programme.id()));
            for (Settlement each : some) {
                if (!programme.returned(caller.principal().account())) {
                    ended.add(each.promise());
                }
            }
            lines.returned(
                    programme.id(),
                    some.stream().map(each -> each.promise().value()).toList(),
                    programme.isPaying() ? LineState.DUE : LineState.ENDED);
            LocalDate last = Collections.max(some.stream().map(Settlement::date).toList());
            changes.add(done(programme, "return", "returned", last));
        });
        return new Settled(changes, ended);
    }

    private Map<UUID, List<Settlement>> byProgramme(List<Settlement> settlements) {
        Map<UUID, List<Settlement>> byProgramme =
                settlements.stream().collect(Collectors.groupingBy(Settlement::cause));
        turns.toChange(PROGRAMME, byProgramme.keySet());
        return byProgramme;
    }

    private Change done(Programme programme, String action, String happened, LocalDate day) {
        programmes.flush();
        trail.changed(
                action, PROGRAMME, programme.id().value(), programme.unitId(), List.of("date", "method", "voucher"));
        return programme.change(
                happened, day, directory.place(programme.unitId()).orElseThrow(NotFound::new));
    }
}
