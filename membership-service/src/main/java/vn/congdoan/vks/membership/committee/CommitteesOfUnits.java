package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import vn.congdoan.vks.membership.member.MembersReorganized;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.sql.Sql;

/// What a reorganization means for committees: those of units that end or go to another union end, and so do the seats
/// of members who have left the unit of their committee.
@ApplicationScoped
public class CommitteesOfUnits {

    private static final String MOVED = """
            select distinct member_id from seat join membership_step step using (member_id)
            where step.reorganization_id = ? and seat.recognized
            """;

    private static final String SEATED = """
            select distinct member_id from seat join committee using (committee_id)
            where unit_id = any (?) and recognized and seat.valid_to > ? and not isempty(seat.valid)
            """;

    private final Committees committees;
    private final Mandates mandates;
    private final SeatsOfMembers seats;
    private final LoggingCommittees log;
    private final Sql sql;
    private final Clock clock;

    CommitteesOfUnits(
            Committees committees,
            Mandates mandates,
            SeatsOfMembers seats,
            LoggingCommittees log,
            Sql sql,
            Clock clock) {
        this.committees = committees;
        this.mandates = mandates;
        this.seats = seats;
        this.log = log;
        this.sql = sql;
        this.clock = clock;
    }

    /// Before the units change, so that those who had them are told.
    ///
    /// @param writtenHere whether this node writes the committees of a union
    public void end(Collection<UnitId> units, LocalDate day, Decision decision, Predicate<UnitId> writtenHere) {
        if (units.isEmpty()) {
            return;
        }
        for (Committee each : committees.lasting(units, day)) {
            if (!writtenHere.test(each.ownerUnionId())) {
                continue;
            }
            boolean recognized = each.isRecognized();
            each.endWithItsUnit(day, decision, clock.instant());
            log.changed(each, recognized ? "ended" : "cancelled", day);
            mandates.follow(each);
        }
    }

    /// Once units have moved away from below these: whoever went with them does not sit here any more.
    public void settleIn(Collection<UnitId> units, LocalDate day) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        List<MemberId> seated = sql.list(SEATED, row -> new MemberId(row.getObject(1, UUID.class)), ids, day);
        if (!seated.isEmpty()) {
            seats.settle(seated);
        }
    }

    void membersReorganized(@Observes MembersReorganized reorganized) {
        List<MemberId> moved =
                sql.list(MOVED, row -> new MemberId(row.getObject(1, UUID.class)), reorganized.reorganization());
        if (!moved.isEmpty()) {
            seats.settle(moved);
        }
    }
}
