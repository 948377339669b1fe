package vn.congdoan.vks.welfare.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Forbidden;

/// Shows contribution plans to those who read the funds' books.
@ApplicationScoped
class PlanViews {

    private final ContributionPlans plans;
    private final Caller caller;

    PlanViews(ContributionPlans plans, Caller caller) {
        this.plans = plans;
        this.caller = caller;
    }

    /// The plan, if the caller may know of it, or 404.
    ContributionPlan see(PlanId id) {
        ContributionPlan found = plans.require(id);
        caller.see(Permission.READ_FUNDS, found.unitId());
        return found;
    }

    /// The plan, if the caller may know who is on its list: 404 or 403.
    ContributionPlan seeList(PlanId id) {
        ContributionPlan found = see(id);
        if (caller.reach(Permission.READ_ARREARS, found.unitId()) != Reach.SCOPE) {
            throw new Forbidden();
        }
        return found;
    }

    /// One plan, or 404.
    Response show(PlanId id) {
        return shown(see(id));
    }

    Response shown(ContributionPlan found) {
        return Response.ok(view(found)).tag(tag(found)).build();
    }

    /// 201 for whoever makes it.
    Response created(ContributionPlan made) {
        return Created.at("/api/v1/contribution-plans/" + made.id(), view(made), tag(made));
    }

    /// 200 for whoever makes it once more.
    Response already(ContributionPlan made) {
        return Created.already(view(made), tag(made));
    }

    /// Shows each of these.
    Function<ContributionPlan, PlanView> each(List<ContributionPlan> some) {
        Map<PlanId, PlanProgress> progress =
                plans.progress(some.stream().map(ContributionPlan::id).toList());
        return plan -> plan.view(Objects.requireNonNull(progress.get(plan.id())));
    }

    private PlanView view(ContributionPlan plan) {
        return each(List.of(plan)).apply(plan);
    }

    /// What is given changes the plan's figures, and not the plan.
    private static EntityTag tag(ContributionPlan found) {
        return ETags.of(found.version(), "whole");
    }
}
