package vn.congdoan.vks.welfare.drive;

import io.quarkus.narayana.jta.QuarkusTransaction;
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
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.donor.Donors;
import vn.congdoan.vks.welfare.donor.Giver;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;

/// Opens drives, sets until when they go on, and writes down what is pledged: by an ACCOUNTANT of the unit or of one
/// above it in the same union.
@ApplicationScoped
class KeepingDrives {

    private static final String WHAT = "drive";
    private static final List<String> FIELDS =
            List.of("unitId", "fundId", "name", "legalBasis", "goal", "opensOn", "closesOn");
    private static final List<String> PLEDGE = List.of("donor", "amount", "date");

    private final Drives drives;
    private final Pledges pledges;
    private final DriveViews views;
    private final Donors donors;
    private final Funds funds;
    private final Caller caller;
    private final Directory directory;
    private final Turns turns;
    private final OnlyOnce once;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingDrives(
            Drives drives,
            Pledges pledges,
            DriveViews views,
            Donors donors,
            Funds funds,
            Caller caller,
            Directory directory,
            Turns turns,
            OnlyOnce once,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.drives = drives;
        this.pledges = pledges;
        this.views = views;
        this.donors = donors;
        this.funds = funds;
        this.caller = caller;
        this.directory = directory;
        this.turns = turns;
        this.once = once;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response open(DriveId id, NewDrive form) {
        form.requireDaysInOrder();
        UnitPlace place = caller.actAt("/unitId", Permission.PLAN_CONTRIBUTIONS, form.unitId());
        byte[] createdAs = hash.of(form);
        Optional<Drive> made = turns.toCreate(
                WHAT, id.value(), () -> drives.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return views.already(made.get());
        }
        FundTerms fund = funds.terms(form.fundId()).orElseThrow(() -> Forbidden.unitOutOfScope("/fundId"));
        if (!directory.place(fund.unitId()).map(UnitPlace::unionId).equals(Optional.of(place.unionId()))) {
            throw Forbidden.unitOutOfScope("/fundId");
        }
        Drive drive = new Drive(id, place.unionId(), form, createdAs, clock.instant());
        drives.persist(drive);
        done(drive, "open", "opened", FIELDS);
        return views.created(drive);
    }

    Response extend(DriveId id, @Nullable String ifMatch, Extension form) {
        Drive drive = inTurn(id, ifMatch);
        drive.goOnUntil(form.closesOn(), drives.lastGift(id).orElse(null));
        done(drive, "extend", "extended", List.of("closesOn"));
        return views.shown(drive);
    }

    /// Writes a pledge down, once for an `Idempotency-Key`. Who the donor is may have to be asked from elsewhere:
    /// before the transaction.
    Response pledge(DriveId id, @Nullable String ifMatch, NewPledge form) {
        form.donor().requireFieldsOfItsKind("/donor");
        Giver giver = donors.ask(form.donor());
        return QuarkusTransaction.requiringNew()
                .call(() -> once.run(form, () -> pledge(id, ifMatch, form, giver), same -> views.show(id)));
    }

    private Response pledge(DriveId id, @Nullable String ifMatch, NewPledge form, Giver giver) {
        Drive drive = inTurn(id, ifMatch);
        FundTerms fund = funds.terms(drive.fundId()).orElseThrow();
        drive.pledge(form.date(), form.amount(), LocalDate.now(clock));
        giver.requireWelcome(form.date(), fund, place(drive).unionId());
        pledges.add(new PledgeId(Ids.next()), id, form);
        done(drive, "pledge", "pledged", PLEDGE);
        return views.shown(drive);
    }

    Response withdraw(DriveId id, PledgeId pledge, @Nullable String ifMatch) {
        Drive drive = inTurn(id, ifMatch);
        Pledges.Pledge found =
                pledges.find(pledge).filter(each -> each.drive().equals(id)).orElseThrow(NotFound::new);
        if (found.isWithdrawn()) {
            throw new Conflict("pledge-withdrawn");
        }
        pledges.withdraw(pledge);
        drive.withdrawn(found.amount());
        done(drive, "withdraw-pledge", "withdrawn", List.of("pledge"));
        return views.shown(drive);
    }

    private Drive inTurn(DriveId id, @Nullable String ifMatch) {
        turns.toChange(WHAT, id);
        Drive drive = views.see(id);
        caller.act(Permission.PLAN_CONTRIBUTIONS, drive.unitId());
        ETags.requireMatch(ifMatch, drive.version());
        return drive;
    }

    private void done(Drive drive, String action, String happened, List<String> fields) {
        drives.flush();
        trail.changed(action, WHAT, drive.id().value(), drive.unitId(), fields);
        log.append(drive.change(happened, LocalDate.now(clock), place(drive)));
    }

    private UnitPlace place(Drive drive) {
        return directory.place(drive.unitId()).orElseThrow(NotFound::new);
    }
}
