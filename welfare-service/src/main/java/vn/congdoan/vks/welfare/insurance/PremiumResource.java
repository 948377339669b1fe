package vn.congdoan.vks.welfare.insurance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Premiums of policies.
@Path("/api/v1/insurance-policies/{id}/premiums")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insurance-policies")
public class PremiumResource {

    private final Premiums premiums;
    private final PayingPremiums paying;
    private final InsurancePolicyViews views;

    PremiumResource(Premiums premiums, PayingPremiums paying, InsurancePolicyViews views) {
        this.premiums = premiums;
        this.paying = paying;
        this.views = views;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the premiums of a policy",
            description = "Each is an entry in the books of the policy's fund, in the order in which they were booked.")
    public Page<PremiumView> listInsurancePremiums(
            @RestPath("id") InsurancePolicyId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<PremiumView> rows = premiums.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Function.identity(),
                last -> IdCursor.after(last.entryId().value()));
    }

    @POST
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Pay a premium",
            description =
                    "By an ACCOUNTANT of the unit and of the fund's who has not written the policy down: an expense"
                            + " of the policy's fund for OTHER. A mistake is made good by taking the entry back"
                            + " (`/funds/{id}/entries/{entryId}/reverse`). 409 policy-without-fund where others pay, 409"
                            + " premium-paid-already where one was paid by the same voucher and stands, 409"
                            + " insufficient-funds and period-closed as for every entry. Needs an Idempotency-Key.")
    @Answers(InsurancePolicyView.class)
    public Response payInsurancePremium(@RestPath("id") InsurancePolicyId id, @NotNull @Valid NewPremium form) {
        return paying.pay(id, form);
    }
}
