package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Puts right what was recorded wrongly about a placement. The past is answered otherwise from then on, and what was
/// recorded before stands in the history.
@ApplicationScoped
class CorrectingMembers {

    private final EntityManager entities;
    private final Units units;
    private final Caller caller;
    private final MemberRevisions revisions;
    private final LoggingMembers log;
    private final MergedRecords merged;
    private final Event<PlacementsChanged> placed;
    private final AuditTrail trail;
    private final Clock clock;

    CorrectingMembers(
            EntityManager entities,
            Units units,
            Caller caller,
            MemberRevisions revisions,
            LoggingMembers log,
            MergedRecords merged,
            Event<PlacementsChanged> placed,
            AuditTrail trail,
            Clock clock) {
        this.entities = entities;
        this.units = units;
        this.caller = caller;
        this.revisions = revisions;
        this.log = log;
        this.merged = merged;
        this.placed = placed;
        this.trail = trail;
        this.clock = clock;
    }

    void correct(Member member, PlacementCorrection correction, @Nullable Decision decision, @Nullable String reason) {
        LocalDate today = LocalDate.now(clock);
        List<MemberState.Counted> before = member.counted();
        LocalDate joinedBefore = member.profile().joinedOn();
        List<PlacementCorrection.Corrected> corrected = member.correct(correction, today, clock.instant());
        corrected.forEach(each -> requirePlaceable(each, today));
        LocalDate effective = earliest(corrected);
        for (PlacementCorrection.Corrected each : corrected) {
            each.write();
            entities.flush();
        }
        List<FieldChange> changes = new ArrayList<>(List.of(FieldChange.of("placements", before, member.counted())));
        LocalDate joined = member.profile().joinedOn();
        if (!Objects.equals(joinedBefore, joined)) {
            changes.add(FieldChange.of("joinedOn", joinedBefore, joined));
        }
        MemberRevision revision =
                new MemberRevision(MemberRevision.Kind.CORRECTED, effective, decision, reason, changes, List.of());
        revisions.keep(member, revision);
        log.corrected(member, effective);
        merged.follow(List.of(member), effective);
        placed.fire(new PlacementsChanged(member.id()));
        trail.changed("correct", "member", member.id().value(), member.unitId(), revision.fields());
    }

    /// Whoever corrects keeps the members of every unit whose figures change, and the unit was there all those days.
    private void requirePlaceable(PlacementCorrection.Corrected corrected, LocalDate today) {
        caller.act(Permission.KEEP_MEMBERS, corrected.placement().unitId());
        if (corrected.isElsewhere()) {
            caller.actAt("/unitId", Permission.KEEP_MEMBERS, corrected.unit());
        }
        Unit unit = units.require(corrected.unit());
        LocalDate end = corrected.to();
        LocalDate last = end == null ? today : end.minusDays(1);
        if (!unit.existsOn(corrected.from())) {
            throw new Unprocessable(corrected.beginsOtherwise() ? "/validFrom" : "/unitId", "unit-not-existing-then");
        }
        if (!unit.existsOn(last)) {
            throw new Unprocessable(corrected.endsOtherwise() ? "/validTo" : "/unitId", "unit-not-existing-then");
        }
        Unit recorded = units.require(corrected.placement().unitId());
        if (!unit.unionOn(corrected.from()).equals(recorded.unionOn(corrected.from()))) {
            throw new Unprocessable("/unitId", "moves-by-transfer");
        }
    }

    private static LocalDate earliest(List<PlacementCorrection.Corrected> corrected) {
        return corrected.stream()
                .flatMap(CorrectingMembers::changedDays)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /// The first days from which a corrected placement says something else.
    private static Stream<LocalDate> changedDays(PlacementCorrection.Corrected corrected) {
        List<LocalDate> days = new ArrayList<>();
        if (corrected.beginsOtherwise() || corrected.isElsewhere()) {
            days.add(corrected.from());
            days.add(corrected.placement().validFrom());
        }
        if (corrected.endsOtherwise()) {
            days.add(Objects.requireNonNull(corrected.to()));
            days.add(Objects.requireNonNull(corrected.placement().validTo()));
        }
        return days.stream();
    }
}
