package vn.congdoan.vks.welfare.entitlement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What happened to people.
@Path("/api/v1/life-events")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "life-events",
        description = "What happened to members and retirees that nobody else tells of: bereavement, illness, wedding,"
                + " birth. Nobody outside the union knows of it")
public class LifeEventResource {

    private static final String LIST = "life-events";

    private final LifeEvents events;
    private final NotingLifeEvents noting;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    LifeEventResource(LifeEvents events, NotingLifeEvents noting, SealedCursors cursors, Caller caller, OnlyOnce once) {
        this.events = events;
        this.noting = noting;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List what happened to people",
            description = "As noted by units within the caller's scope, what happened last first.")
    public Page<LifeEventView> listLifeEvents(
            @RestQuery("unit")
                    @Parameter(description = "Only noted by this unit and by the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("member") @Parameter(description = "Only of this member") @Nullable MemberId member,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<LifeEvent> rows = events.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                member == null ? null : member.value(),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                each -> each.view(null),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.happenedOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read what happened to somebody",
            description =
                    "One note of a unit within the caller's scope; what it tells of the person's health only for a"
                            + " stated purpose, and that read is audited.")
    @Answers(LifeEventView.class)
    public Response getLifeEvent(
            @RestPath("id") LifeEventId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why the health note is needed; recorded in the audit trail",
                            example = "Thăm hỏi đoàn viên")
                    @Nullable
                    String purpose) {
        return noting.show(id, purpose);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Operation(
            summary = "Note what happened to somebody",
            description =
                    "By an OFFICER of the unit or of one above it in the same union, under an id of the client's; an equal"
                            + " body again answers 200. It asks for nothing: whoever is entitled by it stands on the list of entitlements.")
    @Answers(LifeEventView.class)
    public Response noteLifeEvent(
            @RestPath("id") LifeEventId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewLifeEvent form) {
        ETags.requireCreation(ifNoneMatch);
        return noting.note(id, form);
    }

    @POST
    @Path("/{id}/end")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Say that an illness is over", description = "By an OFFICER. From then on it gets no longer.")
    @Answers(LifeEventView.class)
    public Response endLifeEvent(
            @RestPath("id") LifeEventId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LifeEventEnd form) {
        return once.run(form, () -> noting.end(id, ifMatch, form), same -> noting.show(id, null));
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Withdraw a note",
            description = "By an OFFICER: it was a mistake. Nobody is entitled by it any more.")
    @Answers(LifeEventView.class)
    public Response withdrawLifeEvent(
            @RestPath("id") LifeEventId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid LifeEventWithdrawal form) {
        return once.run(form, () -> noting.withdraw(id, ifMatch, form), same -> noting.show(id, null));
    }
}
