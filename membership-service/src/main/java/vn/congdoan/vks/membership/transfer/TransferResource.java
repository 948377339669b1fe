package vn.congdoan.vks.membership.transfer;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Transfers of members between units. Whoever reads members at either end sees them.
@Path("/api/v1/transfers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "transfers", description = "Members who go from one unit to another")
public class TransferResource {

    private static final String IF_MATCH = "ETag of what was read";

    private final Transfers transfers;
    private final TransferViews views;
    private final RequestingTransfers requesting;
    private final AnsweringTransfers answering;
    private final Caller caller;
    private final OnlyOnce once;

    TransferResource(
            Transfers transfers,
            TransferViews views,
            RequestingTransfers requesting,
            AnsweringTransfers answering,
            Caller caller,
            OnlyOnce once) {
        this.transfers = transfers;
        this.views = views;
        this.requesting = requesting;
        this.answering = answering;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "List transfers",
            description = "Those from and to the units that the caller reads. Those asked for last come first.")
    public Page<TransferView> listTransfers(
            @RestQuery("unit")
                    @Parameter(description = "Only from and to this unit and those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("direction")
                    @Parameter(description = "Only to the units (IN), or only from them (OUT)")
                    @Nullable
                    TransferDirection direction,
            @RestQuery("status") @Parameter(description = "Only with this status") @Nullable TransferStatus status,
            @RestQuery("member") @Parameter(description = "Only of this member") @Nullable MemberId member,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        List<Transfer> rows = transfers.page(
                caller.visible(Permission.READ_MEMBERS, unit),
                new Transfers.Filter(direction, status, member),
                before,
                limit.rowsToRead());
        return Page.of(
                views.of(rows),
                limit,
                view -> view,
                last -> IdCursor.after(last.id().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_MEMBERS)
    @Transactional
    @Operation(
            summary = "Read a transfer",
            description = "By whoever reads members at either end. Of the member no more than both ends need.")
    @Answers(TransferView.class)
    public Response getTransfer(@RestPath("id") UUID id) {
        return answering.shown(new TransferId(id));
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Ask a unit to take a member",
            description =
                    "By an OFFICER of where the member is. It is PENDING, and the member stays and counts there, until a"
                            + " CHAIR of the unit that is asked answers: of another union or of the same.")
    @Answers(TransferView.class)
    public Response requestTransfer(@NotNull @Valid NewTransfer form) {
        return once.run(form, () -> requesting.request(new TransferId(Ids.next()), form), this::getTransfer);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(summary = "Ask a unit to take a member, under an id of the client's")
    @Answers(TransferView.class)
    public Response requestTransferWithId(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewTransfer form) {
        ETags.requireCreation(ifNoneMatch);
        return requesting.request(new TransferId(id), form);
    }

    @POST
    @Path("/{id}/accept")
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(
            summary = "Take the member",
            description =
                    "By a CHAIR of the unit that was asked, or of what came after it. The member is placed there from the"
                            + " effective date on, and the record belongs to that union. Where another node keeps the"
                            + " member, 202: the answer travels there, is carried out, and the member comes back with"
                            + " everything; `answer` tells what was said, `status` how far it is. 409"
                            + " `transfer-answered`: something else was said before.")
    @APIResponse(
            responseCode = "200",
            description = "The accepted transfer",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The transfer that another node keeps, with the answer on its way there",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response acceptTransfer(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TransferAcceptance form) {
        return once.run(form, () -> answering.accept(new TransferId(id), ifMatch, form), this::getTransfer);
    }

    @POST
    @Path("/{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(
            summary = "Do not take the member",
            description =
                    "By a CHAIR of the unit that was asked. 202 where another node keeps the member: the answer travels"
                            + " there.")
    @APIResponse(
            responseCode = "200",
            description = "The refused transfer",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    @APIResponse(
            responseCode = "202",
            description = "The transfer that another node keeps, with the answer on its way there",
            content = @Content(schema = @Schema(implementation = TransferView.class)))
    public Response refuseTransfer(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TransferRefusal form) {
        return once.run(form, () -> answering.refuse(new TransferId(id), ifMatch, form), this::getTransfer);
    }

    @POST
    @Path("/{id}/withdraw")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Ask no more",
            description = "By an OFFICER of where the member was when it was asked for, until it is answered.")
    @Answers(value = TransferView.class, as = "The withdrawn transfer")
    public Response withdrawTransfer(
            @RestPath("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> answering.withdraw(new TransferId(id), ifMatch), this::getTransfer);
    }
}
