package vn.congdoan.vks.membership.committee;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;

/// What a superior decides on a committee, recorded by an ADMIN of the union: it gives assignments.
@Path("/api/v1/committees/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "committees")
public class RecognitionResource {

    private final Committees committees;
    private final RecognizingCommittees recognizing;
    private final CommitteeViews views;
    private final Caller caller;
    private final OnlyOnce once;

    RecognitionResource(
            Committees committees,
            RecognizingCommittees recognizing,
            CommitteeViews views,
            Caller caller,
            OnlyOnce once) {
        this.committees = committees;
        this.recognizing = recognizing;
        this.views = views;
        this.caller = caller;
        this.once = once;
    }

    @POST
    @Path("/recognize")
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(
            summary = "Record that the superior recognises a committee",
            description = "By an ADMIN in scope who does not sit in it. The seats give their assignments from now on:"
                    + " chair CHAIR, accountant ACCOUNTANT, cashier CASHIER, those of the inspection committee"
                    + " INSPECTOR, each to the account that is linked to the member.")
    @Answers(value = CommitteeView.class, as = "The recognised committee")
    public Response recognizeCommittee(
            @RestPath("id") CommitteeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Recognition form) {
        return decided(id, form, () -> recognizing.recognize(id, ifMatch, form));
    }

    @POST
    @Path("/end")
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(
            summary = "Record that a committee ends before its term",
            description = "By an ADMIN in scope, with the decision. All seats and what they give end with it.")
    @Answers(CommitteeView.class)
    public Response endCommittee(
            @RestPath("id") CommitteeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EarlyEnd form) {
        return decided(id, form, () -> recognizing.end(id, ifMatch, form));
    }

    @POST
    @Path("/seats")
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(
            summary = "Record that somebody comes into a recognised committee",
            description = "By an ADMIN in scope, never for the own account, with the decision.")
    @Answers(value = CommitteeView.class, as = "The committee with the new seat")
    public Response addCommitteeSeat(
            @RestPath("id") CommitteeId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid MidTermSeat form) {
        return decided(id, form, () -> recognizing.seat(id, ifMatch, form));
    }

    @POST
    @Path("/seats/{seatId}/end")
    @Needs(Permission.GRANT_ASSIGNMENTS)
    @Transactional
    @Operation(
            summary = "Record that somebody leaves a recognised committee",
            description = "By an ADMIN in scope, with the decision. What the seat gives ends with it, today if the day"
                    + " has passed.")
    @Answers(CommitteeView.class)
    public Response endCommitteeSeat(
            @RestPath("id") CommitteeId id,
            @RestPath("seatId") @Parameter(description = "Id of the seat") SeatId seatId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = "ETag of the committee") @Nullable
                    String ifMatch,
            @NotNull @Valid EarlyEnd form) {
        return decided(id, form, () -> recognizing.vacate(id, seatId, ifMatch, form));
    }

    private Response decided(CommitteeId id, Object form, Supplier<Committee> decision) {
        return once.run(form, () -> views.shown(decision.get()), _ -> {
            Committee committee = committees.require(id);
            caller.see(Permission.READ_MEMBERS, committee.unitId());
            return views.shown(committee);
        });
    }
}
