package vn.congdoan.vks.welfare.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.contribution.ContributionsInBulk;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.imports.Strokes.Outcome;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.period.Periods;

/// Books what is clear of an import, a stroke after the other. A stroke is there as a whole or not at all;
/// whatever is interrupted goes on where it was when it is confirmed again, because each row knows whether it is
/// booked.
@ApplicationScoped
class ConfirmingImports {

    private static final List<String> FIELDS = List.of("rows", "amount");

    private final Imports imports;
    private final ImportRows rows;
    private final ImportViews views;
    private final FindingDonors finding;
    private final ContributionsInBulk bulk;
    private final Funds funds;
    private final Periods periods;
    private final Ledger ledger;
    private final Caller caller;
    private final Turns turns;
    private final OnlyOnce once;
    private final AuditTrail trail;
    private final Clock clock;

    ConfirmingImports(
            Imports imports,
            ImportRows rows,
            ImportViews views,
            FindingDonors finding,
            ContributionsInBulk bulk,
            Funds funds,
            Periods periods,
            Ledger ledger,
            Caller caller,
            Turns turns,
            OnlyOnce once,
            AuditTrail trail,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.finding = finding;
        this.bulk = bulk;
        this.funds = funds;
        this.periods = periods;
        this.ledger = ledger;
        this.caller = caller;
        this.turns = turns;
        this.once = once;
        this.trail = trail;
        this.clock = clock;
    }

    /// Books stroke after stroke, for a while.
    Response confirm(ImportId id, Confirmation form) {
        ContributionImport seen = views.see(id);
        FundTerms fund = funds.terms(seen.fundId()).orElseThrow();
        UnitPlace place = caller.actAt("", Permission.RECORD_MONEY, fund.unitId());
        Outcome outcome = Strokes.run(strokes -> ledger.keep(
                fund.books(place),
                booking ->
                        once.runRows(form, () -> stroke(id, form, fund, place, booking, strokes), Outcome::isSuccess)));
        if (outcome == Outcome.CHANGED) {
            throw changed(rows.totals(id).accepted());
        }
        // As it is by now: what the request read first is remembered outside of the strokes.
        return QuarkusTransaction.requiringNew().call(() -> views.show(id));
    }

    private Outcome stroke(
            ImportId id, Confirmation form, FundTerms fund, UnitPlace place, Booking booking, Strokes strokes) {
        turns.toChange(ImportTurns.OF_ONE, id);
        ContributionImport found = imports.require(id);
        found.work(clock.instant());
        if (!strokes.leftAt(found.version())) {
            requireAsSeen(form, rows.totals(id).accepted());
        }
        List<ImportRow> next = rows.next(id, RowStatus.MATCHED, Strokes.STROKE);
        if (next.isEmpty()) {
            return Outcome.DONE;
        }
        turns.toChange(ImportTurns.OF_ALL, found.ownerUnionId());
        if (hasChanged(found, fund, place, next)) {
            return Outcome.CHANGED;
        }
        rows.become(RowStatus.BOOKED, next);
        imports.flush();
        strokes.leave(found.version());
        trail.changed("confirm", "contribution-import", id.value(), found.unitId(), FIELDS);
        bulk.record(fund, place, next.stream().map(each -> each.gift(found)).toList(), booking);
        return strokes.after(next.size());
    }

    private static void requireAsSeen(Confirmation form, ImportView.Accepted accepted) {
        if (accepted.rows() != form.rows() || accepted.amount() != form.amount()) {
            throw changed(accepted);
        }
    }

    /// Whether something stands against rows by now that did not when they were looked over. Then that is shown
    /// in them, and nothing is booked that nobody has seen like this.
    private boolean hasChanged(ContributionImport found, FundTerms fund, UnitPlace place, List<ImportRow> next) {
        Optional<LocalDate> closed = periods.closedThrough(fund.unitId());
        int tooLate = closed.map(day -> rows.refuseUpTo(found.id(), day, FindingDonors.CLOSED))
                .orElse(0);
        List<ImportRow> open =
                next.stream().filter(each -> !each.isNotAfter(closed)).toList();
        Map<ContributionId, Fault> objections = finding.objections(found, fund, place, open);
        Map<ContributionId, Fault> duplicates = new HashMap<>();
        open.stream().filter(doubles(found, open)).forEach(each -> duplicates.put(each.id(), FindingDonors.DUPLICATE));
        duplicates.keySet().removeAll(objections.keySet());
        if (!objections.isEmpty()) {
            rows.leave(RowStatus.INVALID, objections);
        }
        if (!duplicates.isEmpty()) {
            rows.leave(RowStatus.DUPLICATE, duplicates);
        }
        return tooLate > 0 || !objections.isEmpty() || !duplicates.isEmpty();
    }

    /// Which rows are equal to one that is booked, or that comes before them; not those of which somebody has said that
    /// they are another movement.
    private Predicate<ImportRow> doubles(ContributionImport found, List<ImportRow> next) {
        Set<String> known = new HashSet<>(rows.booked(found, next));
        Set<ContributionId> said = rows.said(next);
        return each -> !said.contains(each.id()) && !known.add(Objects.requireNonNull(each.toldAs()));
    }

    private static Conflict changed(ImportView.Accepted now) {
        return new Conflict("import-changed", Map.of("rows", now.rows(), "amount", now.amount()));
    }
}
