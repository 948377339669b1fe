package vn.congdoan.vks.welfare.contribution;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.LinkedMember;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.welfare.donor.RecordsOfPerson;

/// What the caller gave.
@Path("/api/v1/my/contributions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my", description = "What concerns the member whom the caller's account is linked to")
public class MyContributionsResource {

    private static final String LIST = "my-contributions";

    private final Contributions contributions;
    private final ContributionViews views;
    private final RecordsOfPerson records;
    private final SealedCursors cursors;
    private final Caller caller;

    MyContributionsResource(
            Contributions contributions,
            ContributionViews views,
            RecordsOfPerson records,
            SealedCursors cursors,
            Caller caller) {
        this.contributions = contributions;
        this.views = views;
        this.records = records;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.KNOW_MYSELF)
    @Transactional
    @Operation(
            summary = "List what I gave",
            description =
                    "Contributions by the member whom the account is linked to, the latest first, to whichever fund;"
                            + " nothing for an account that is linked to nobody.")
    public Page<ContributionView> listMyContributions(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        PlaceInTime after = cursors.place(LIST, cursor);
        LinkedMember me = caller.standing().member();
        List<Contribution> rows =
                me == null ? List.of() : contributions.ofMember(records.of(me.id()), after, limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.givenOn(), last.id().value())));
    }
}
