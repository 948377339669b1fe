package vn.congdoan.vks.welfare.contribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.drive.DrivesForGiving;
import vn.congdoan.vks.welfare.drive.PledgeId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.plan.PlanId;
import vn.congdoan.vks.welfare.plan.PlansForGiving;

/// What contributions may count towards: plans, drives and the pledges to them.
@ApplicationScoped
class Causes {

    private final PlansForGiving plans;
    private final DrivesForGiving drives;

    Causes(PlansForGiving plans, DrivesForGiving drives) {
        this.plans = plans;
        this.drives = drives;
    }

    /// What is known of all that these name, each kind in one query, and none where nothing of it is named.
    Known known(Collection<NewContribution> forms) {
        Set<PlanId> ofPlans = named(forms, NewContribution::planId);
        Set<DriveId> ofDrives = named(forms, NewContribution::driveId);
        Set<PledgeId> ofPledges = named(forms, NewContribution::pledgeId);
        List<PlansForGiving.Listed> payers = forms.stream()
                .filter(each -> each.planId() != null && each.donor().memberId() != null)
                .map(Known::payer)
                .toList();
        return new Known(
                ofPlans.isEmpty() ? Map.of() : plans.terms(ofPlans),
                payers.isEmpty() ? Set.of() : plans.listed(payers),
                ofDrives.isEmpty() ? Map.of() : drives.terms(ofDrives),
                ofPledges.isEmpty() ? Map.of() : drives.promised(ofPledges));
    }

    /// 422 where nothing that is given to the fund can count towards the plan or the drive, told as parameters.
    void requireOf(FundId fund, @Nullable PlanId plan, @Nullable DriveId drive) {
        if (plan != null) {
            requireOpenPlan("?plan", fund, plans.terms(Set.of(plan)).get(plan));
        }
        if (drive != null) {
            requireDrive("?drive", fund, drives.terms(Set.of(drive)).get(drive));
        }
    }

    private static void requireOpenPlan(String at, FundId fund, PlansForGiving.@Nullable Terms plan) {
        if (plan == null || !plan.fund().equals(fund)) {
            throw new Unprocessable(at, "not-of-the-fund");
        }
        if (!plan.isOpen()) {
            throw new Unprocessable(at, "plan-closed");
        }
    }

    private static void requireDrive(String at, FundId fund, DrivesForGiving.@Nullable Terms drive) {
        if (drive == null || !drive.fund().equals(fund)) {
            throw new Unprocessable(at, "not-of-the-fund");
        }
    }

    private static <T> Set<T> named(Collection<NewContribution> forms, Function<NewContribution, @Nullable T> id) {
        return forms.stream().map(id).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    record Known(
            Map<PlanId, PlansForGiving.Terms> plans,
            Set<PlansForGiving.Listed> payers,
            Map<DriveId, DrivesForGiving.Terms> drives,
            Map<PledgeId, DrivesForGiving.Promised> pledges) {

        private static PlansForGiving.Listed payer(NewContribution form) {
            return new PlansForGiving.Listed(
                    Objects.requireNonNull(form.planId()),
                    Objects.requireNonNull(form.donor().memberId()));
        }

        /// 422 where it cannot count towards what it names.
        void requireFitting(NewContribution form) {
            if (form.planId() != null) {
                requireFittingPlan(form, plans.get(form.planId()));
            }
            if (form.driveId() != null) {
                requireFittingDrive(form, drives.get(form.driveId()));
            }
            if (form.pledgeId() != null) {
                requireFittingPledge(form, pledges.get(form.pledgeId()));
            }
        }

        private void requireFittingPlan(NewContribution form, PlansForGiving.@Nullable Terms plan) {
            requireOpenPlan("/planId", form.fundId(), plan);
            if (form.donor().memberId() == null) {
                throw new Unprocessable("/donor/kind", "members-only");
            }
            if (!payers.contains(payer(form))) {
                throw new Unprocessable("/donor/memberId", "not-on-the-list");
            }
        }

        private static void requireFittingDrive(NewContribution form, DrivesForGiving.@Nullable Terms drive) {
            requireDrive("/driveId", form.fundId(), drive);
            if (!Objects.requireNonNull(drive).isOpenOn(form.date())) {
                throw new Unprocessable("/date", "outside-the-drive");
            }
        }

        private static void requireFittingPledge(NewContribution form, DrivesForGiving.@Nullable Promised pledge) {
            if (pledge == null || !pledge.drive().equals(form.driveId())) {
                throw new Unprocessable("/pledgeId", "not-of-the-drive");
            }
            if (pledge.isWithdrawn()) {
                throw new Unprocessable("/pledgeId", "pledge-withdrawn");
            }
            if (!pledge.donor().isSame(form.donor())) {
                throw new Unprocessable("/pledgeId", "of-another-donor");
            }
        }
    }
}
