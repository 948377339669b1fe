package vn.congdoan.vks.welfare.proposal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Proposals to a superior.
@Path("/api/v1/proposals")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "proposals",
        description =
                "What a union asks of its superior for its people: one case, seen at both ends, that tells what was asked"
                        + " for, granted, received and paid on")
public class ProposalResource {

    private final ProposalViews views;
    private final KeepingProposals keeping;
    private final AnsweringProposals answering;
    private final PayingGrants paying;
    private final PassingOn passing;
    private final OnlyOnce once;

    ProposalResource(
            ProposalViews views,
            KeepingProposals keeping,
            AnsweringProposals answering,
            PayingGrants paying,
            PassingOn passing,
            OnlyOnce once) {
        this.views = views;
        this.keeping = keeping;
        this.answering = answering;
        this.paying = paying;
        this.passing = passing;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List proposals",
            description = "Proposals of units within the caller's scope, and those that were sent to one of them, the"
                    + " latest first; without their lists.")
    public Page<ProposalView> listProposals(
            @RestQuery("unit")
                    @Parameter(description = "Only proposed by this unit or the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("direction") @Parameter(description = "Only at this end") @Nullable ProposalDirection direction,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable ProposalStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        return views.page(unit, direction, status, limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read a proposal",
            description = "One proposal with its list: to the people of the union that asks, and from the day on which"
                    + " it is sent to those of the union above who read support there. Other requests for the same"
                    + " person in the twelve months before are shown with each line, as far as the caller may know of"
                    + " them; they forbid nothing.")
    @Answers(ProposalView.class)
    public Response getProposal(@RestPath("id") ProposalId id) {
        return views.show(id);
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @ResponseStatus(201)
    @Operation(
            summary = "Begin a proposal",
            description =
                    "By an OFFICER of the unit or of one above it in the same union, to the next union above or to"
                            + " a body outside. Nobody above knows of it until it is sent.")
    @Answers(ProposalView.class)
    public Response propose(@NotNull @Valid NewProposal form) {
        return keeping.list(form);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(summary = "Begin a proposal under an id of the client's")
    @Answers(ProposalView.class)
    public Response proposeWithId(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewProposal form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.list(id, form);
    }

    @POST
    @Path("/{id}/lines")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(
            summary = "Put people on the list",
            description = "By an OFFICER, before it is sent or after it was sent back.")
    @Answers(ProposalView.class)
    public Response addToProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AddedLines form) {
        return keeping.add(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/lines/remove")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take people off the list",
            description = "By an OFFICER, before it is sent or after it was sent back.")
    @Answers(ProposalView.class)
    public Response removeFromProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RemovedLines form) {
        return once.run(form, () -> keeping.remove(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/submit")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Send a proposal up",
            description = "By the CHAIR, who has put nobody on the list: 403 duties-not-separate. From then on"
                    + " the union above sees it, with who is on the list and what they need; reasons stay at"
                    + " home.")
    @Answers(ProposalView.class)
    public Response submitProposal(
            @RestPath("id") ProposalId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.submit(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/withdraw")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take a proposal back",
            description =
                    "By an OFFICER, before it is answered; those who have seen it see that it was taken" + " back.")
    @Answers(ProposalView.class)
    public Response withdrawProposal(
            @RestPath("id") ProposalId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.withdraw(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/answer")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Decide on a proposal",
            description = "By the CHAIR of the union that was asked: every line wholly, partly or not. What is"
                    + " granted keeps to that union's limits of support and is kept back in the fund from then"
                    + " on: 409 insufficient-unpromised if there"
                    + " is too little. Nobody decides on what is for oneself, or was listed or sent by"
                    + " oneself: 403 duties-not-separate.")
    @Answers(ProposalView.class)
    public Response answerProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAnswer form) {
        return once.run(form, () -> answering.answer(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/write-down-answer")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Write down what a body outside decided",
            description = "By an OFFICER of the union that asked who has listed nobody, with the number of the"
                    + " body's decision. 409"
                    + " proposal-to-a-union where a union was asked, which answers itself.")
    @Answers(ProposalView.class)
    public Response writeDownProposalAnswer(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewAnswer form) {
        return once.run(form, () -> answering.writeDown(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/send-back")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Send a proposal back",
            description = "By the CHAIR of the union that was asked: the list may be changed and sent once more, and is"
                    + " answered anew. So is one that was decided, as long as no money has moved: what was kept back is"
                    + " free again, and what was decided stays on record. Where a body outside was asked, the CHAIR of"
                    + " the union that asked writes it down.")
    @Answers(ProposalView.class)
    public Response sendBackProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SendingBack form) {
        return once.run(form, () -> answering.sendBack(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/pay")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay what was granted",
            description = "By a CASHIER of the union that granted it, who has not decided on it: all of it at"
                    + " once, an entry for each kind of support. Needs an Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response payProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid GrantPayment form) {
        return paying.pay(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/return-payment")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that the money for a proposal came back",
            description = "By a CASHIER of the union that granted it, as long as nothing was received: the"
                    + " entries are taken back, and it is to be paid once more. Needs an Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response returnProposalPayment(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnedMoney form) {
        return paying.takeBack(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/receive")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Write down that money came for a proposal",
            description = "By an ACCOUNTANT of the union that asked: income of one of its funds, as an"
                    + " allocation. Never more than the union above has paid, or a body outside granted, and all of"
                    + " it into one fund, where it is kept back for the lines. Needs an"
                    + " Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response receiveForProposal(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewReceipt form) {
        return passing.receive(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/return-receipt")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Take back a receipt that was a mistake",
            description = "By an ACCOUNTANT of the union that asked: the entry is taken back, as long as what"
                    + " was paid on stays covered. Needs an Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response returnProposalReceipt(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TakenReceipt form) {
        return passing.takeReceiptBack(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/pay-on")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Pay on what was received",
            description = "By a CASHIER of the union that asked, who has neither made the list nor sent it: the"
                    + " lines that are named, in one stroke, each by an entry of its own and with all that"
                    + " was granted to it. Never more than was received, and nobody twice. Needs an"
                    + " Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response payProposalOn(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PayingOn form) {
        return passing.payOn(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/return")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Write down that what was paid on came back",
            description = "By a CASHIER of the union that asked: the entry is taken back, and the line is to be"
                    + " paid once more. Needs an Idempotency-Key.")
    @Answers(ProposalView.class)
    public Response returnPaidOn(
            @RestPath("id") ProposalId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnedGrant form) {
        return passing.takeBack(id, ifMatch, form);
    }
}
