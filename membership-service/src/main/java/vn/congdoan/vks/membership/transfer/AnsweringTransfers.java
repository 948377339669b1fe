package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.TransferringMembers;
import vn.congdoan.vks.membership.unit.Unit;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sync.Giving;

/// Closes transfers: a CHAIR of the receiver accepts or refuses, an OFFICER of the sender withdraws.
@ApplicationScoped
class AnsweringTransfers {

    private static final List<String> STATUS = List.of("status");
    private static final List<String> ANSWER = List.of("answer");

    private final Transfers transfers;
    private final TransferViews views;
    private final LoggingTransfers log;
    private final AcceptingTransfers accepting;
    private final TransferAnswers answers;
    private final Giving homes;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final TransferringMembers members;
    private final Units units;
    private final Directory directory;
    private final Caller caller;
    private final Clock clock;

    AnsweringTransfers(
            Transfers transfers,
            TransferViews views,
            LoggingTransfers log,
            AcceptingTransfers accepting,
            TransferAnswers answers,
            Giving homes,
            AuditTrail trail,
            BodyHash hash,
            TransferringMembers members,
            Units units,
            Directory directory,
            Caller caller,
            Clock clock) {
        this.transfers = transfers;
        this.views = views;
        this.log = log;
        this.accepting = accepting;
        this.answers = answers;
        this.homes = homes;
        this.trail = trail;
        this.hash = hash;
        this.members = members;
        this.units = units;
        this.directory = directory;
        this.caller = caller;
        this.clock = clock;
    }

    Response accept(TransferId id, @Nullable String ifMatch, TransferAcceptance form) {
        Optional<String> senders = sendersNode(id);
        // Whoever does anything to the member waits, or went before.
        Optional<TransferringMembers.Held> member =
                senders.isPresent() ? Optional.empty() : members.hold(transfers.memberOf(id));
        if (senders.isEmpty() && member.isEmpty()) {
            throw new NotFound();
        }
        Transfer transfer = requireFor(id, Permission.DECIDE_ON_MEMBERS, ifMatch);
        LocalDate today = LocalDate.now(clock);
        requireIssued(form.decision(), today);
        LocalDate since = form.effectiveDate() == null ? today : form.effectiveDate();
        if (since.isAfter(today)) {
            throw new Unprocessable("/effectiveDate", "in-the-future");
        }
        Unit unit = receivingUnit(transfer, form.unitId(), today);
        if (senders.isPresent()) {
            return answered(transfer, hash.of(form), said -> {
                transfer.requireNotBeforeTheIntroduction(since);
                members.requireFree(
                        transfer.memberId(), transfer.targetUnionId(), form.memberNumber(), form.cardNumber());
                TransferAnswers.Place place = new TransferAnswers.Place(unit.id(), since);
                answers.accept(transfer, senders.get(), place, form, said);
                trail.changed("accept", "transfer", id.value(), unit.id(), ANSWER);
            });
        }
        accepting.accept(
                member.orElseThrow(),
                transfer,
                new AcceptingTransfers.Accepted(unit, since, form.decision(), form.memberNumber(), form.cardNumber()));
        return shown(transfer);
    }

    Response refuse(TransferId id, @Nullable String ifMatch, TransferRefusal form) {
        Optional<String> senders = sendersNode(id);
        Transfer transfer = requireFor(id, Permission.DECIDE_ON_MEMBERS, ifMatch);
        if (senders.isPresent()) {
            return answered(transfer, hash.of(form), said -> {
                answers.refuse(transfer, senders.get(), form.reason(), said);
                trail.changed("refuse", "transfer", id.value(), transfer.targetUnitId(), ANSWER);
            });
        }
        accepting.refuse(transfer, form.reason());
        return shown(transfer);
    }

    /// Which other node keeps the transfer; empty if this one does.
    private Optional<String> sendersNode(TransferId id) {
        return transfers.findByIdOptional(id).flatMap(each -> homes.elsewhere(each.fromUnionId()));
    }

    /// The sender's node carries it out. Once: whoever says the same again is answered alike.
    private Response answered(Transfer transfer, byte[] said, Consumer<byte[]> answer) {
        if (!answers.isRepeated(transfer.id(), said)) {
            transfer.requirePending();
            answer.accept(said);
        }
        return Response.accepted(views.of(transfer))
                .tag(TransferViews.tag(transfer))
                .build();
    }

    Response withdraw(TransferId id, @Nullable String ifMatch) {
        Transfer transfer = requireFor(id, Permission.KEEP_MEMBERS, ifMatch);
        transfer.withdraw(clock.instant());
        log.happened(transfer, "withdraw", "withdrawn", transfer.fromUnitId(), STATUS);
        return shown(transfer);
    }

    Response shown(TransferId id) {
        Transfer transfer = transfers.require(id);
        views.requireVisible(transfer);
        return shown(transfer);
    }

    private Response shown(Transfer transfer) {
        return Response.ok(views.of(transfer)).tag(TransferViews.tag(transfer)).build();
    }

    /// The receiver decides, and the sender keeps.
    private Transfer requireFor(TransferId id, Permission permission, @Nullable String ifMatch) {
        Transfer transfer = transfers.requireToChange(id);
        views.requireVisible(transfer);
        boolean receives = permission == Permission.DECIDE_ON_MEMBERS;
        caller.act(permission, receives ? transfer.targetUnitId() : transfer.fromUnitId());
        ETags.requireMatch(ifMatch, transfer.version());
        return transfer;
    }

    /// Where the receiver says; else the unit that was asked, or what came after it.
    private Unit receivingUnit(Transfer transfer, @Nullable UnitId given, LocalDate today) {
        UnitId id = given == null
                ? units.existing(transfer.targetUnitId(), today)
                        .orElseThrow(() -> new Unprocessable("/unitId", "unit-ended"))
                : given;
        UnitPlace place = caller.actAt("/unitId", Permission.DECIDE_ON_MEMBERS, id);
        Unit unit = units.require(id);
        if (!unit.existsOn(today)) {
            throw new Unprocessable("/unitId", "unit-ended");
        }
        UnitPlace asked = directory.place(transfer.targetUnitId()).orElseThrow();
        if (!place.unionId().equals(asked.unionId())) {
            throw new Unprocessable("/unitId", "not-of-the-union-asked");
        }
        return unit;
    }

    private static void requireIssued(@Nullable Decision decision, LocalDate today) {
        if (decision != null && decision.date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
    }
}
