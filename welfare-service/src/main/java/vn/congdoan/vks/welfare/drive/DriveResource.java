package vn.congdoan.vks.welfare.drive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Forbidden;

/// Collecting for occasions.
@Path("/api/v1/drives")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "drives", description = "Collecting for an occasion: a goal, its days, who pledged what, what was given")
public class DriveResource {

    private static final String LIST = "drives";

    private final Drives drives;
    private final Pledges pledges;
    private final DriveViews views;
    private final KeepingDrives keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final OnlyOnce once;

    DriveResource(
            Drives drives,
            Pledges pledges,
            DriveViews views,
            KeepingDrives keeping,
            SealedCursors cursors,
            Caller caller,
            OnlyOnce once) {
        this.drives = drives;
        this.pledges = pledges;
        this.views = views;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List drives",
            description = "Drives of units within the caller's reach, the latest first, each with how far it is.")
    public Page<DriveView> listDrives(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("on")
                    @Parameter(description = "Only those that are open on this day", example = "2022-10-20")
                    @Nullable
                    LocalDate on,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<Drive> rows = drives.page(
                caller.visible(Permission.READ_FUNDS, unit).all(), on, cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.opensOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read a drive",
            description =
                    "One drive of a unit within the caller's reach: goal, given, pledged. `GET /contributions?drive=`"
                            + " lists what was given.")
    @Answers(DriveView.class)
    public Response getDrive(@RestPath("id") DriveId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/pledges")
    @Needs(Permission.READ_ARREARS)
    @Transactional
    @Operation(
            summary = "List the pledges to a drive",
            description =
                    "Who promised what and what was given of it, in the order in which they were written down. Names of"
                            + " donors outside the union are shown inside it only.")
    public Page<PledgeView> listPledges(
            @RestPath("id") DriveId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        Drive drive = views.see(id);
        if (caller.reach(Permission.READ_ARREARS, drive.unitId()) != Reach.SCOPE) {
            throw new Forbidden();
        }
        List<Pledges.Pledge> rows = pledges.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(
                rows, limit, PledgeView::of, last -> IdCursor.after(last.id().value()));
    }

    @POST
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Open a drive",
            description = "By an ACCOUNTANT of the unit or of one above it in the same union.")
    @Answers(DriveView.class)
    public Response openDrive(@NotNull @Valid NewDrive form) {
        return once.run(form, () -> keeping.open(new DriveId(Ids.next()), form), id -> views.show(new DriveId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(summary = "Open a drive under an id of the client's")
    @Answers(DriveView.class)
    public Response openDriveWithId(
            @RestPath("id") DriveId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewDrive form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.open(id, form);
    }

    @POST
    @Path("/{id}/extend")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Set until when a drive goes on",
            description =
                    "By an ACCOUNTANT: later than planned, or earlier, but not before something was given for it.")
    @Answers(DriveView.class)
    public Response extendDrive(
            @RestPath("id") DriveId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Extension form) {
        return once.run(form, () -> keeping.extend(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/pledges")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Operation(
            summary = "Write a pledge down",
            description =
                    "By an ACCOUNTANT: who promised how much, until the drive's last day. What is given of it names the"
                            + " pledge, as a contribution.")
    @Answers(DriveView.class)
    public Response pledge(
            @RestPath("id") DriveId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewPledge form) {
        return keeping.pledge(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/pledges/{pledge}/withdraw")
    @Needs(Permission.PLAN_CONTRIBUTIONS)
    @Transactional
    @Operation(
            summary = "Wait for a pledge no more",
            description = "By an ACCOUNTANT. What was given of it stays given. 409 pledge-withdrawn if it was before.")
    @Answers(DriveView.class)
    public Response withdrawPledge(
            @RestPath("id") DriveId id,
            @RestPath("pledge") @Parameter(description = "Id of the pledge") PledgeId pledge,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.withdraw(id, pledge, ifMatch), same -> views.show(id));
    }
}
