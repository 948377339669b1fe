package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;

/// Shows insurance policies to those who may know of them.
@ApplicationScoped
class InsurancePolicyViews {

    private final InsurancePolicies policies;
    private final Premiums premiums;
    private final Caller caller;

    InsurancePolicyViews(InsurancePolicies policies, Premiums premiums, Caller caller) {
        this.policies = policies;
        this.premiums = premiums;
        this.caller = caller;
    }

    /// The policy, if the caller may know of it, or 404.
    InsurancePolicy see(InsurancePolicyId id) {
        InsurancePolicy found = policies.require(id);
        caller.see(Permission.READ_SUPPORT, found.unitId());
        return found;
    }

    /// One policy, or 404.
    Response show(InsurancePolicyId id) {
        return shown(see(id));
    }

    Response shown(InsurancePolicy found) {
        return shown(found, 0);
    }

    /// @param more what is being paid of its premium, in đồng
    Response shown(InsurancePolicy found, long more) {
        Long paid = paid(found);
        return Response.ok(found.view(paid == null ? null : paid + more))
                .tag(tag(found))
                .build();
    }

    private @Nullable Long paid(InsurancePolicy found) {
        return premiums.paid(List.of(found.id())).get(found.id());
    }

    List<InsurancePolicyView> all(List<InsurancePolicy> found) {
        Map<InsurancePolicyId, Long> paid =
                premiums.paid(found.stream().map(InsurancePolicy::id).toList());
        return found.stream().map(each -> each.view(paid.get(each.id()))).toList();
    }

    /// 201 for whoever writes it down.
    Response created(InsurancePolicy made) {
        return Created.at("/api/v1/insurance-policies/" + made.id(), made.view(0L), tag(made));
    }

    /// 200 for whoever writes it down once more.
    Response already(InsurancePolicy made) {
        return Created.already(made.view(paid(made)), tag(made));
    }

    private static EntityTag tag(InsurancePolicy found) {
        return ETags.of(found.version(), "whole");
    }
}
