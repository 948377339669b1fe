package vn.congdoan.vks.membership.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;

/// Ends the assignments at units that end or go to another union: authority does not move with a unit.
@ApplicationScoped
public class AssignmentsOfUnits {

    /// A union's node goes on synchronising when the union has ended: it still writes what the union left behind.
    private static final String LASTING =
            "unitId in ?1 and (validTo is null or validTo > ?2) and role <> vn.congdoan.vks.platform.access.Role.NODE";

    private final Assignments assignments;
    private final Directory directory;
    private final ChangeLog log;
    private final AuditTrail trail;

    AssignmentsOfUnits(Assignments assignments, Directory directory, ChangeLog log, AuditTrail trail) {
        this.assignments = assignments;
        this.directory = directory;
        this.log = log;
        this.trail = trail;
    }

    /// How many would end.
    public long lasting(Collection<UnitId> units, LocalDate day) {
        return units.isEmpty() ? 0 : assignments.count(LASTING, units, day);
    }

    /// Ends them on a day, before the units change, so that those who had them are told.
    ///
    /// @param writtenHere whether this node writes the assignments of a union
    public void end(Collection<UnitId> units, LocalDate day, Predicate<UnitId> writtenHere) {
        if (units.isEmpty()) {
            return;
        }
        List<Assignment> ending = assignments.list(LASTING + " order by id.value", units, day).stream()
                .filter(each -> writtenHere.test(each.ownerUnionId()))
                .toList();
        ending.forEach(each -> each.endWithItsUnit(day));
        assignments.flush();
        log.append(ending.stream()
                .map(each -> each.change("ended", day, audience(each)))
                .toList());
        trail.changed(
                "end",
                "assignment",
                ending.stream()
                        .map(each -> new AuditTrail.Subject(each.id().value(), each.unitId()))
                        .toList(),
                List.of("validTo"));
    }

    private Audience audience(Assignment assignment) {
        return Audience.ofUnionAt(directory.place(assignment.unitId()).orElseThrow());
    }
}
