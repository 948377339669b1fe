package vn.congdoan.vks.membership.committee;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodies;
import vn.congdoan.vks.membership.externalbody.ExternalBody;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// Records the superior's decisions on a committee: that it is recognised, that somebody comes in or leaves, that it
/// ends before its term. Seats give assignments, so it is an ADMIN in scope who does, and never for the own account.
@ApplicationScoped
class RecognizingCommittees {

    private final Committees committees;
    private final SeatedMembers members;
    private final Mandates mandates;
    private final ExternalBodies bodies;
    private final Units units;
    private final Directory directory;
    private final Caller caller;
    private final LoggingCommittees log;
    private final Clock clock;

    RecognizingCommittees(
            Committees committees,
            SeatedMembers members,
            Mandates mandates,
            ExternalBodies bodies,
            Units units,
            Directory directory,
            Caller caller,
            LoggingCommittees log,
            Clock clock) {
        this.committees = committees;
        this.members = members;
        this.mandates = mandates;
        this.bodies = bodies;
        this.units = units;
        this.directory = directory;
        this.caller = caller;
        this.log = log;
        this.clock = clock;
    }

    Committee recognize(CommitteeId id, @Nullable String ifMatch, Recognition form) {
        Committee committee = requireFor(id, ifMatch, List.of());
        requireIssued(form.decision());
        requireSuperior(form, committee.unitId());
        requireNotOwn(committee.seats().stream().map(Seat::memberId).toList());
        committee.recognize(form, clock.instant());
        int strangers =
                members.firstDaysOutside(committee.unitId(), committee.seats()).size();
        if (strangers > 0) {
            throw new Conflict("committee-of-strangers", Map.of("members", strangers));
        }
        log.done(committee, "recognize", "recognized", committee.validFrom(), List.of("status", "recognition"));
        mandates.follow(committee);
        return committee;
    }

    Committee seat(CommitteeId id, @Nullable String ifMatch, MidTermSeat form) {
        Committee committee = requireFor(id, ifMatch, List.of(form.memberId()));
        requireIssued(form.decision());
        requireNotOwn(List.of(form.memberId()));
        if (!form.position()
                .isIn(
                        committee.kind(),
                        units.require(committee.unitId())
                                .refOn(form.validFrom())
                                .kind())) {
            throw new Unprocessable("/position", "position-not-of-this-committee");
        }
        Seat added = committee.seat(form, clock.instant());
        if (!members.firstDaysOutside(committee.unitId(), List.of(added)).isEmpty()) {
            throw new Unprocessable("/memberId", "not-a-member-there");
        }
        log.done(committee, "seat", "seated", added.validFrom(), List.of("seats"));
        mandates.follow(committee);
        return committee;
    }

    Committee vacate(CommitteeId id, SeatId seat, @Nullable String ifMatch, EarlyEnd form) {
        Committee committee = requireFor(id, ifMatch, List.of());
        requireIssued(form.decision());
        LocalDate day = form.day(clock);
        committee.vacate(seat, day, form.decision(), clock.instant());
        log.done(committee, "vacate", "vacated", day, List.of("seats"));
        mandates.follow(committee);
        return committee;
    }

    Committee end(CommitteeId id, @Nullable String ifMatch, EarlyEnd form) {
        Committee committee = requireFor(id, ifMatch, List.of());
        requireIssued(form.decision());
        LocalDate day = form.day(clock);
        committee.end(day, form.decision(), clock.instant());
        log.done(committee, "end", "ended", day, List.of("endedOn", "seats"));
        mandates.follow(committee);
        return committee;
    }

    private Committee requireFor(CommitteeId id, @Nullable String ifMatch, List<MemberId> coming) {
        Committee committee = committees.requireToChange(id, coming);
        caller.see(Permission.READ_MEMBERS, committee.unitId());
        caller.act(Permission.GRANT_ASSIGNMENTS, committee.unitId());
        ETags.requireMatch(ifMatch, committee.version());
        return committee;
    }

    /// Nobody grants to themselves, be it by an election that one records alone.
    private void requireNotOwn(List<MemberId> seated) {
        if (mandates.isAmong(caller.principal(), seated)) {
            throw new Forbidden("self-recognition");
        }
    }

    private void requireIssued(Decision decision) {
        if (decision.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
    }

    private void requireSuperior(Recognition form, UnitId unit) {
        if (!form.namesOneSuperior()) {
            throw new Unprocessable("/externalBodyId", "one-superior");
        }
        if (form.unitId() != null && !isAbove(form.unitId(), unit)) {
            throw new Unprocessable("/unitId", "not-above");
        }
        if (form.externalBodyId() != null) {
            ExternalBody body = bodies.findByIdOptional(form.externalBodyId())
                    .orElseThrow(() -> new Unprocessable("/externalBodyId", "unknown-external-body"));
            if (!body.existsOn(form.decision().date())) {
                throw new Unprocessable("/externalBodyId", "external-body-not-existing-then");
            }
        }
    }

    private boolean isAbove(UnitId superior, UnitId unit) {
        UnitPlace place = directory.place(unit).orElseThrow();
        return !superior.equals(unit)
                && Stream.concat(place.within().stream(), place.unionsAbove().stream())
                        .anyMatch(superior::equals);
    }
}
