package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;

/// States that nothing is left in the books of units that have ended: by an ACCOUNTANT of what came after them.
@ApplicationScoped
class StatingClosings {

    private final ClosingStatements statements;
    private final Remainders remainders;
    private final EndedUnits ended;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    StatingClosings(
            ClosingStatements statements,
            Remainders remainders,
            EndedUnits ended,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.statements = statements;
        this.remainders = remainders;
        this.ended = ended;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response state(ClosingStatementId id, NewClosingStatement form) {
        List<UnitId> units = form.unitIds();
        UnitPlace place = actAt(units);
        byte[] createdAs = hash.of(form);
        Optional<ClosingStatement> made = turns.toCreate(
                "closing-statement",
                id.value(),
                () -> statements.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(view(made.get()), tag(made.get()));
        }
        UnitId union = unionOfAll(units);
        LocalDate today = LocalDate.now(clock);
        for (int index = 0; index < units.size(); index++) {
            ended.require("/unitIds/" + index, units.get(index), today);
        }
        // From here on nothing is begun for them.
        turns.beReadyToGiveUp();
        units.stream().sorted(Comparator.comparing(UnitId::value)).forEach(statements::hold);
        requireOpen(units);
        requireNothingLeft(units, today);
        ClosingStatement statement = new ClosingStatement(id, union, form, today, createdAs, clock.instant());
        statements.keep(statement);
        trail.changed("state", "closing-statement", id.value(), units.getFirst(), List.of("unitIds"));
        log.append(statement.change(Audience.ofUnionAt(place), statements.moves(statement)));
        return Created.at("/api/v1/closing-statements/" + id, view(statement), tag(statement));
    }

    private UnitPlace actAt(List<UnitId> units) {
        UnitPlace first = caller.actAt("/unitIds/0", Permission.CLOSE_PERIODS, units.getFirst());
        for (int index = 1; index < units.size(); index++) {
            caller.actAt("/unitIds/" + index, Permission.CLOSE_PERIODS, units.get(index));
        }
        return first;
    }

    private UnitId unionOfAll(List<UnitId> units) {
        UnitId union = statements.unionOf(units.getFirst()).orElseThrow();
        for (int index = 1; index < units.size(); index++) {
            if (!statements.unionOf(units.get(index)).filter(union::equals).isPresent()) {
                throw new Unprocessable("/unitIds/" + index, "of-another-union");
            }
        }
        return union;
    }

    private void requireOpen(List<UnitId> units) {
        for (int index = 0; index < units.size(); index++) {
            if (statements.isClosed(units.get(index))) {
                throw new Conflict("unit-closed", new Violation("/unitIds/" + index, "unit-closed-already"));
            }
        }
    }

    private void requireNothingLeft(List<UnitId> units, LocalDate today) {
        List<Violation> left = remainders.of(units, today).stream()
                .map(each ->
                        new Violation("/unitIds", "something-left", Map.of("what", each.what(), "count", each.count())))
                .toList();
        if (!left.isEmpty()) {
            throw new Unprocessable(left);
        }
    }

    ClosingStatementView view(ClosingStatement statement) {
        return statement.view(statements.moves(statement));
    }

    static EntityTag tag(ClosingStatement statement) {
        return ETags.of(statement.version(), "whole");
    }
}
