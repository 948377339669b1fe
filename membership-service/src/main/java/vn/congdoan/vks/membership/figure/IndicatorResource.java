package vn.congdoan.vks.membership.figure;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// What reports count: reference data that is published to all staff.
@Path("/api/v1/indicators")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reported figures")
public class IndicatorResource {

    private static final String LIST = "indicators";
    private static final List<Indicator> ALL = List.of(Indicator.values());

    private final SealedCursors cursors;

    IndicatorResource(SealedCursors cursors) {
        this.cursors = cursors;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Operation(
            summary = "List indicators",
            description = "Everything that a reported figure can be about, in the order of a report: members,"
                    + " organization, emulation, welfare, funds.")
    public Page<IndicatorView> listIndicators(
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        int first = cursor == null
                ? 0
                : ALL.indexOf(Indicator.valueOf(cursors.read(LIST, cursor).getFirst())) + 1;
        List<Indicator> rows =
                ALL.stream().skip(first).limit(limit.rowsToRead()).toList();
        return Page.of(rows, limit, Indicator::view, last -> cursors.after(LIST, List.of(last.name())));
    }
}
