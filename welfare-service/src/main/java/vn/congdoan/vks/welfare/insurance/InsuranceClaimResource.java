package vn.congdoan.vks.welfare.insurance;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Claims under policies.
@Path("/api/v1/insurance-policies/{id}/claims")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "insurance-policies")
public class InsuranceClaimResource {

    private final InsuranceClaims claims;
    private final ClaimingInsurance claiming;
    private final InsurancePolicyViews views;
    private final OnlyOnce once;

    InsuranceClaimResource(
            InsuranceClaims claims, ClaimingInsurance claiming, InsurancePolicyViews views, OnlyOnce once) {
        this.claims = claims;
        this.claiming = claiming;
        this.views = views;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the claims under a policy",
            description = "In the order in which they were written down.")
    public Page<InsuranceClaimView> listInsuranceClaims(
            @RestPath("id") InsurancePolicyId id,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable ClaimStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<InsuranceClaim> rows =
                claims.page(id, status, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                InsuranceClaim::view,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{claimId}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(summary = "Read a claim", description = "One claim under a policy within the caller's scope.")
    @Answers(InsuranceClaimView.class)
    public Response getInsuranceClaim(
            @RestPath("id") InsurancePolicyId id,
            @RestPath("claimId") @Parameter(description = "Id of the claim") InsuranceClaimId claimId) {
        return claiming.show(id, claimId);
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Write a claim down",
            description = "By an OFFICER, for somebody who was insured on the day of the event, and not for oneself.")
    @Answers(InsuranceClaimView.class)
    public Response claimInsurance(@RestPath("id") InsurancePolicyId id, @NotNull @Valid NewInsuranceClaim form) {
        return once.run(form, () -> claiming.claim(id, form), claim -> claiming.show(id, new InsuranceClaimId(claim)));
    }

    @POST
    @Path("/{claimId}/settle")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Write down what the insurer paid",
            description = "By an OFFICER: the insurer has paid the member, and no fund's books know of it.")
    @Answers(InsuranceClaimView.class)
    public Response settleInsuranceClaim(
            @RestPath("id") InsurancePolicyId id,
            @RestPath("claimId") @Parameter(description = "Id of the claim") InsuranceClaimId claimId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ClaimSettlement form) {
        return once.run(form, () -> claiming.settle(id, claimId, ifMatch, form), same -> claiming.show(id, claimId));
    }

    @POST
    @Path("/{claimId}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Write down that the insurer refused",
            description = "By an OFFICER; why is between the insurer and the member.")
    @Answers(InsuranceClaimView.class)
    public Response refuseInsuranceClaim(
            @RestPath("id") InsurancePolicyId id,
            @RestPath("claimId") @Parameter(description = "Id of the claim") InsuranceClaimId claimId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ClaimRefusal form) {
        return once.run(form, () -> claiming.refuse(id, claimId, ifMatch, form), same -> claiming.show(id, claimId));
    }
}
