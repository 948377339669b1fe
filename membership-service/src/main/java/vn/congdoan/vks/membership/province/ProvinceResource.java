package vn.congdoan.vks.membership.province;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Provinces: reference data that is published to all staff.
@Path("/api/v1/provinces")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "provinces", description = "Provinces by their codes, through time")
public class ProvinceResource {

    private static final String LIST = "provinces";

    private final Provinces provinces;
    private final SealedCursors cursors;
    private final Clock clock;

    ProvinceResource(Provinces provinces, SealedCursors cursors, Clock clock) {
        this.provinces = provinces;
        this.cursors = cursors;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_UNITS)
    @Operation(
            summary = "List provinces",
            description = "The provinces of one day in the order of their codes: 34 from 2025-07-01, 63 on any day"
                    + " before. The record begins with those 63 and knows no earlier day of any of them (their"
                    + " `validFrom` is null), so for a day long past it still answers with them.")
    public Page<ProvinceView> listProvinces(
            @RestQuery("asOf") @Parameter(description = "The day; today unless told", example = "2025-06-30") @Nullable
                    LocalDate asOf,
            @RestQuery("code")
                    @Parameter(description = "Only what this code stands for on that day", example = "51")
                    @Nullable
                    String code,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
        String after = cursor == null ? null : cursors.read(LIST, cursor).getFirst();
        return Page.of(
                provinces.page(day, code, after, limit.rowsToRead()),
                limit,
                province -> province,
                last -> cursors.after(LIST, List.of(last.code())));
    }
}
