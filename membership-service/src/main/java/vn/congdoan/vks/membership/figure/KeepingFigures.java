package vn.congdoan.vks.membership.figure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;

/// Records what reports say, as an OFFICER or an ACCOUNTANT, and puts right what was recorded wrongly.
@ApplicationScoped
class KeepingFigures {

    private static final List<String> FIELDS =
            List.of("unitId", "period", "indicator", "detail", "value", "qualifier", "printed", "source", "note");

    private final ReportedFigures figures;
    private final Units units;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingFigures(
            ReportedFigures figures,
            Units units,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.figures = figures;
        this.units = units;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// What came of it.
    ///
    /// @param created false where an equal one had been recorded before
    record Outcome(ReportedFigure figure, boolean created) {}

    Outcome record(ReportedFigureId id, NewReportedFigure form) {
        units.standStill();
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_FIGURES, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<ReportedFigure> made = turns.toCreate(
                "reported-figure",
                id.value(),
                () -> figures.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return new Outcome(made.get(), false);
        }
        requirePast(form);
        requireThere(form);
        ReportedFigure figure = new ReportedFigure(id, place.unionId(), form, createdAs, act());
        figures.persist(figure);
        tell(figure, "recorded");
        trail.changed("create", "reported-figure", id.value(), form.unitId(), FIELDS);
        return new Outcome(figure, true);
    }

    ReportedFigure correct(ReportedFigureId id, @Nullable String ifMatch, FigureCorrection form) {
        ReportedFigure figure = requireFor(id, ifMatch);
        requirePast(form.source());
        List<String> changed = figure.correct(form.reported(), form.reason(), act());
        tell(figure, "corrected");
        trail.changedBecause(form.reason(), "correct", "reported-figure", id.value(), figure.unitId(), changed);
        return figure;
    }

    ReportedFigure withdraw(ReportedFigureId id, @Nullable String ifMatch, FigureWithdrawal form) {
        ReportedFigure figure = requireFor(id, ifMatch);
        figure.withdraw(form.reason(), act());
        tell(figure, "withdrawn");
        trail.changedBecause(
                form.reason(), "withdraw", "reported-figure", id.value(), figure.unitId(), List.of("status"));
        return figure;
    }

    private ReportedFigure requireFor(ReportedFigureId id, @Nullable String ifMatch) {
        ReportedFigure figure = figures.requireToChange(id);
        caller.see(Permission.READ_STATISTICS, figure.unitId());
        caller.act(Permission.KEEP_FIGURES, figure.unitId());
        ETags.requireMatch(ifMatch, figure.version());
        return figure;
    }

    /// Nothing is reported of a time that has not begun; a year is reported before its last day.
    private void requirePast(NewReportedFigure form) {
        if (form.period().firstDay().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/period", "period-not-begun");
        }
        requirePast(form.source());
    }

    private void requirePast(FigureSource source) {
        LocalDate date = source.date();
        if (date != null && date.isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/source/date", "in-the-future");
        }
    }

    private void requireThere(NewReportedFigure form) {
        Unit unit = units.findByIdOptional(form.unitId()).orElseThrow(() -> Forbidden.unitOutOfScope("/unitId"));
        if (!unit.existsBetween(form.period().firstDay(), form.period().lastDay())) {
            throw new Unprocessable("/period", "unit-not-existing-then");
        }
    }

    private FigureStep.Act act() {
        return new FigureStep.Act(caller.principal(), clock.instant());
    }

    private void tell(ReportedFigure figure, String happened) {
        // The new version is known once it is written.
        figures.flush();
        Audience audience =
                Audience.ofUnionAt(directory.place(figure.ownerUnionId()).orElseThrow());
        log.append(figure.change(happened, LocalDate.now(clock), audience));
    }
}
