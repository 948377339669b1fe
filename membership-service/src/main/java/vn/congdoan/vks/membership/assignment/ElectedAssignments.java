package vn.congdoan.vks.membership.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;

/// Lets assignments follow the seats in committees that give them. What was done by one until today was rightly done:
/// an assignment never ends before today, and one that has ended stays as a record.
@ApplicationScoped
public class ElectedAssignments {

    private final Assignments assignments;
    private final Directory directory;
    private final ChangeLog log;
    private final Clock clock;

    ElectedAssignments(Assignments assignments, Directory directory, ChangeLog log, Clock clock) {
        this.assignments = assignments;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /// What a seat gives.
    ///
    /// @param to the first day without it; a seat that never was has no days
    /// @param holder the account of who sits there; null where none is linked
    public record Mandate(
            UUID seatId,
            Role role,
            UnitId unitId,
            LocalDate from,
            LocalDate to,
            @Nullable Principal holder) {

        boolean lastsBeyond(LocalDate day) {
            return to.isAfter(day) && to.isAfter(from);
        }
    }

    /// Ends what is no longer given, before it begins what is.
    public void follow(List<Mandate> mandates) {
        LocalDate today = LocalDate.now(clock);
        List<Mandate> unmet =
                mandates.stream().filter(each -> !endOrKeep(each, today)).toList();
        unmet.stream().filter(each -> each.lastsBeyond(today)).forEach(this::begin);
    }

    /// Whether the holder has it.
    private boolean endOrKeep(Mandate mandate, LocalDate today) {
        Assignment current = assignments.lastingOfSeat(mandate.seatId(), today).orElse(null);
        if (current == null) {
            return false;
        }
        boolean held = current.isOf(mandate.holder());
        LocalDate end = held && mandate.to().isAfter(today) ? mandate.to() : today;
        if (current.endWithItsSeat(end)) {
            assignments.flush();
            log.append(current.change("ended", end, audience(mandate.unitId())));
        }
        return held;
    }

    private void begin(Mandate mandate) {
        Principal holder = mandate.holder();
        if (holder == null) {
            return;
        }
        LocalDate from = assignments.firstFree(holder, mandate);
        if (!from.isBefore(mandate.to())) {
            return;
        }
        UnitPlace place = directory.place(mandate.unitId()).orElseThrow();
        Assignment elected = Assignment.elected(
                new AssignmentId(Ids.next()), holder, mandate, from, place.unionId(), clock.instant());
        assignments.persistAndFlush(elected);
        log.append(elected.change("granted", from, Audience.ofUnionAt(place)));
    }

    private Audience audience(UnitId unit) {
        return Audience.ofUnionAt(directory.place(unit).orElseThrow());
    }
}
