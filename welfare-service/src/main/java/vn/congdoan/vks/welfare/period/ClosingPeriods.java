package vn.congdoan.vks.welfare.period;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.proof.Chains;

/// Closes the books of a unit's funds, by an ACCOUNTANT of the unit or of one above it in the same union, and opens
/// them again by a decision of the CHAIR there.
@ApplicationScoped
class ClosingPeriods {

    private static final int LOOKS = 200;
    private static final long BETWEEN_LOOKS = 20_000_000;

    private final Periods periods;
    private final ClosedFunds closed;
    private final Chains chains;
    private final PeriodViews views;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    ClosingPeriods(
            Periods periods,
            ClosedFunds closed,
            Chains chains,
            PeriodViews views,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.periods = periods;
        this.closed = closed;
        this.chains = chains;
        this.views = views;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response close(PeriodId id, NewPeriod form) {
        UnitPlace place = caller.actAt("/unitId", Permission.CLOSE_PERIODS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Period> made = turns.toCreate(
                "period", id.value(), () -> periods.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        Period.requireClosable(form.lastDay(), LocalDate.now(clock));
        // No fund is opened meanwhile, and nothing is booked.
        turns.toChange("funds", form.unitId());
        periods.hold(form.unitId());
        awaitProof(form.unitId());
        LocalDate closedThrough = periods.closedThrough(form.unitId()).orElse(null);
        if (closedThrough != null && !form.lastDay().isAfter(closedThrough)) {
            throw new Conflict("period-closed", new Violation("/lastDay", "closed-already"));
        }
        Period period = new Period(id, place.unionId(), form, closedThrough, createdAs, clock.instant());
        periods.persistAndFlush(period);
        if (closed.note(id, form.unitId(), form.lastDay()) == 0) {
            throw new Unprocessable("/unitId", "unit-without-funds");
        }
        done(period, "close", "closed", place, List.of("unitId", "lastDay"));
        return views.created(period);
    }

    /// What was booked last gets into the chain a moment later; nothing more comes meanwhile.
    private void awaitProof(UnitId unit) {
        for (int look = 0; look < LOOKS; look++) {
            if (chains.areComplete(unit)) {
                return;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        throw new Unavailable("proof-behind");
    }

    Response reopen(PeriodId id, @Nullable String ifMatch, Reopening form) {
        Period period = periods.require(id);
        caller.see(Permission.READ_FUNDS, period.unitId());
        caller.act(Permission.REOPEN_PERIODS, period.unitId());
        ETags.requireMatch(ifMatch, period.version());
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        turns.toChange("funds", period.unitId());
        period.reopen(form, periods.closedThrough(period.unitId()).orElse(period.lastDay()), clock.instant());
        periods.flush();
        UnitPlace place = directory.place(period.unitId()).orElseThrow(NotFound::new);
        done(period, "reopen", "reopened", place, List.of("status", "decision", "reason"));
        return views.show(id);
    }

    private void done(Period period, String action, String happened, UnitPlace place, List<String> fields) {
        trail.changed(action, "period", period.id().value(), period.unitId(), fields);
        log.append(period.change(happened, Audience.ofUnionAt(place), closed.of(period.id())));
    }
}
