package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.donor.Donors;
import vn.congdoan.vks.welfare.donor.Giver;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.Booking;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// Records many contributions to one fund in one stroke, each by the rules of a single one. Whoever does it has
/// asked before whether the caller may.
@ApplicationScoped
public class ContributionsInBulk {

    private final Contributions contributions;
    private final Donors donors;
    private final Causes causes;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    ContributionsInBulk(
            Contributions contributions, Donors donors, Causes causes, AuditTrail trail, BodyHash hash, Clock clock) {
        this.contributions = contributions;
        this.donors = donors;
        this.causes = causes;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    /// A contribution that is to be recorded, under ids that were given before.
    public record Gift(ContributionId id, TransferId transfer, NewContribution form) {}

    /// 422 where nothing that is given to the fund can count towards the plan or the drive.
    public void requireCause(FundId fund, @Nullable PlanId plan, @Nullable DriveId drive) {
        causes.requireOf(fund, plan, drive);
    }

    /// What stands against each of them, as against a single one; nothing for those that are right.
    public Map<ContributionId, Violation> objections(FundTerms fund, UnitPlace place, List<Gift> gifts) {
        List<NewContribution> forms = gifts.stream().map(Gift::form).toList();
        Function<Donor, Giver> givers =
                donors.known(forms.stream().map(NewContribution::donor).toList());
        Causes.Known known = causes.known(forms);
        LocalDate today = LocalDate.now(clock);
        Map<ContributionId, Violation> objections = new LinkedHashMap<>();
        for (Gift gift : gifts) {
            try {
                fund.requireOpenOn(gift.form().date(), today);
                givers.apply(gift.form().donor()).requireWelcome(gift.form().date(), fund, place.unionId());
                known.requireFitting(gift.form());
            } catch (Unprocessable refused) {
                objections.put(gift.id(), refused.violations().getFirst());
            }
        }
        return objections;
    }

    /// Records them all, in the transaction that books their money.
    public void record(FundTerms fund, UnitPlace place, List<Gift> gifts, Booking booking) {
        Instant now = clock.instant();
        List<Contribution> recorded = new ArrayList<>();
        List<Transfer> transfers = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        List<AuditTrail.Subject> subjects = new ArrayList<>();
        for (Gift gift : gifts) {
            NewContribution form = gift.form();
            Contribution contribution = new Contribution(gift.id(), fund, form, gift.transfer(), hash.of(form), now);
            recorded.add(contribution);
            transfers.add(form.money(gift.transfer(), fund, now));
            changes.add(contribution.change(fund.books(place).audience()));
            subjects.add(new AuditTrail.Subject(gift.id().value(), fund.unitId()));
        }
        contributions.insertAll(recorded);
        trail.changed("record", "contribution", subjects, RecordingContributions.FIELDS);
        booking.enterAll(transfers, changes);
    }
}
