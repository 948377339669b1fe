package vn.congdoan.vks.welfare.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.fund.PayingFunds;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.support.LimitsOfSupport;

/// Makes the list of a programme by its rule, shortens it, and brings it to a decision: listed by an OFFICER, approved
/// by the CHAIR, closed by an ACCOUNTANT.
@ApplicationScoped
class KeepingProgrammes {

    private static final List<String> FIELDS = List.of("unitId", "name", "kind", "fundId", "groups", "amount");

    private final Programmes programmes;
    private final ProgrammeLines lines;
    private final ProgrammeViews views;
    private final PayingFunds funds;
    private final Promises promises;
    private final LimitsOfSupport limits;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingProgrammes(
            Programmes programmes,
            ProgrammeLines lines,
            ProgrammeViews views,
            PayingFunds funds,
            Promises promises,
            LimitsOfSupport limits,
            Caller caller,
            Directory directory,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.programmes = programmes;
        this.lines = lines;
        this.views = views;
        this.funds = funds;
        this.promises = promises;
        this.limits = limits;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response list(ProgrammeId id, NewProgramme form) {
        UnitPlace place = caller.actAt("/unitId", Permission.KEEP_SUPPORT, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Programme> made = turns.toCreate(
                "support-programme",
                id.value(),
                () -> programmes.findByIdOptional(id),
                each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return ProgrammeViews.already(made.get());
        }
        funds.requireFor(place, form.fundId(), form.kind());
        limits.requireForOne(place, form.kind(), LocalDate.now(clock), form.amount());
        LocalDate today = LocalDate.now(clock);
        Programme programme = new Programme(
                id, place.unionId(), form, today, caller.principal().account(), createdAs, clock.instant());
        programmes.persistAndFlush(programme);
        programme.list(lines.list(programme, form.groups(), directory.subtree(form.unitId())));
        done(programme, "list", "listed", FIELDS);
        return ProgrammeViews.created(programme);
    }

    Response leaveOut(ProgrammeId id, @Nullable String ifMatch, LeavingOut form) {
        Programme programme = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        int gone = lines.leaveOut(id, form.memberIds());
        if (gone < form.memberIds().stream().distinct().count()) {
            throw new Unprocessable("/memberIds", "not-on-the-list");
        }
        programme.shorten(programme.view().listed() - gone, caller.principal().account());
        return done(programme, "shorten", "shortened", List.of("memberIds"));
    }

    /// Approves it and keeps the money back for everybody on the list.
    Response approve(ProgrammeId id, @Nullable String ifMatch, ProgrammeApproval form) {
        Programme programme = inTurn(id, ifMatch, Permission.APPROVE_SUPPORT);
        funds.actFor(Permission.APPROVE_SUPPORT, programme.unitId(), programme.fundId());
        programme.approve(form.decision(), caller.principal().account(), LocalDate.now(clock), clock.instant());
        List<ProgrammeLines.Line> due = lines.approve(id);
        limits.requireForEach(
                place(programme),
                programme.kind(),
                programme.listedOn(),
                due.stream().map(ProgrammeLines.Line::member).toList(),
                programme.amount());
        promises.makeAll(
                due.stream().map(ProgrammeLines.Line::promise).toList(),
                programme.fundId(),
                programme.kind(),
                due.stream().mapToLong(ProgrammeLines.Line::amount).toArray());
        return done(programme, "approve", "approved", List.of("status", "decision"));
    }

    Response cancel(ProgrammeId id, @Nullable String ifMatch) {
        Programme programme = inTurn(id, ifMatch, Permission.KEEP_SUPPORT);
        programme.cancel();
        return done(programme, "cancel", "cancelled", List.of("status"));
    }

    /// Ends what is not paid: it is free again.
    Response close(ProgrammeId id, @Nullable String ifMatch) {
        Programme programme = inTurn(id, ifMatch, Permission.PROPOSE_SUPPORT);
        programme.paid(lines.settle(id));
        programme.close();
        promises.endAll(lines.end(id).stream().map(ProgrammeLines.Line::promise).toList());
        return done(programme, "close", "closed", List.of("status"));
    }

    private Programme inTurn(ProgrammeId id, @Nullable String ifMatch, Permission permission) {
        turns.toChange("support-programme", id);
        Programme programme = views.see(id);
        caller.act(permission, programme.unitId());
        ETags.requireMatch(ifMatch, programme.version());
        return programme;
    }

    private UnitPlace place(Programme programme) {
        return directory.place(programme.unitId()).orElseThrow(NotFound::new);
    }

    private Response done(Programme programme, String action, String happened, List<String> fields) {
        programmes.flush();
        trail.changed(action, "support-programme", programme.id().value(), programme.unitId(), fields);
        log.append(programme.change(happened, LocalDate.now(clock), place(programme)));
        return ProgrammeViews.shown(programme);
    }
}
