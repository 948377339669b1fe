package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.membership.member.MemberLetters;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.sync.Giving;

/// Asks another unit to take a member: by an OFFICER of where the member is.
@ApplicationScoped
class RequestingTransfers {

    private static final List<String> FIELDS = List.of("memberId", "targetUnitId", "introduction", "wishedDate");

    private final Transfers transfers;
    private final TransferViews views;
    private final LoggingTransfers log;
    private final TransferringMembers members;
    private final MemberLetters letters;
    private final Giving homes;
    private final Units units;
    private final Caller caller;
    private final Turns turns;
    private final BodyHash hash;
    private final Clock clock;

    RequestingTransfers(
            Transfers transfers,
            TransferViews views,
            LoggingTransfers log,
            TransferringMembers members,
            MemberLetters letters,
            Giving homes,
            Units units,
            Caller caller,
            Turns turns,
            BodyHash hash,
            Clock clock) {
        this.transfers = transfers;
        this.views = views;
        this.log = log;
        this.members = members;
        this.letters = letters;
        this.homes = homes;
        this.units = units;
        this.caller = caller;
        this.turns = turns;
        this.hash = hash;
        this.clock = clock;
    }

    Response request(TransferId id, NewTransfer form) {
        if (!caller.holds(Permission.KEEP_MEMBERS)) {
            throw new Forbidden();
        }
        byte[] createdAs = hash.of(form);
        TransferringMembers.Held member = members.hold(form.memberId()).orElseThrow(RequestingTransfers::unknownMember);
        Optional<Transfer> made = turns.toCreate(
                "transfer", id.value(), () -> transfers.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            caller.act(Permission.KEEP_MEMBERS, made.get().fromUnitId());
            return Created.already(address(id), views.of(made.get()), TransferViews.tag(made.get()));
        }
        requireKeptByCaller(member.unit());
        member.requireActive();
        UnitId targetUnion = requireTarget(form, member.unit());
        requireIssued(form.introduction());
        if (transfers.hasPending(form.memberId())) {
            throw new Conflict("transfer-pending");
        }
        Transfer.Side from = new Transfer.Side(member.unit(), member.union());
        Transfer transfer = new Transfer(id, form, from, targetUnion, createdAs, clock.instant());
        transfers.persist(transfer);
        log.happened(transfer, "request", "requested", transfer.fromUnitId(), FIELDS);
        homes.elsewhere(targetUnion)
                .ifPresent(there -> letters.introduce(
                        new MemberLetters.Way(id.value(), form.memberId(), member.union(), targetUnion, there),
                        transfer.signer()));
        return Created.at(address(id), views.of(transfer), TransferViews.tag(transfer));
    }

    private void requireKeptByCaller(UnitId unit) {
        if (caller.reach(Permission.KEEP_MEMBERS, unit) == Reach.SCOPE) {
            return;
        }
        if (caller.reach(Permission.READ_MEMBERS, unit) == Reach.NONE) {
            throw unknownMember();
        }
        throw new Forbidden();
    }

    /// Units are published to all staff, so that one may name any as the target.
    private UnitId requireTarget(NewTransfer form, UnitId present) {
        LocalDate today = LocalDate.now(clock);
        Unit target = units.findByIdOptional(form.targetUnitId())
                .filter(unit -> unit.existsOn(today) || unit.hasEndedBy(today))
                .orElseThrow(() -> new Unprocessable("/targetUnitId", "unit-not-existing-then"));
        if (target.hasEndedBy(today)) {
            throw new Unprocessable("/targetUnitId", "unit-ended");
        }
        if (target.id().equals(present)) {
            throw new Unprocessable("/targetUnitId", "is-there-already");
        }
        return target.unionOn(today);
    }

    private void requireIssued(Introduction introduction) {
        if (introduction.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/introduction/date", "in-the-future");
        }
    }

    private static Unprocessable unknownMember() {
        return new Unprocessable("/memberId", "unknown-member");
    }

    private static String address(TransferId id) {
        return "/api/v1/transfers/" + id;
    }
}
