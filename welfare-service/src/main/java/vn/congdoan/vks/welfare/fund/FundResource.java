package vn.congdoan.vks.welfare.fund;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.welfare.ledger.Balances;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Held;

/// Funds within the caller's reach.
@Path("/api/v1/funds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds", description = "Funds of the unions: purposes, owners, windows, balances, books")
public class FundResource {

    private final Funds funds;
    private final FundList list;
    private final OpeningFunds opening;
    private final FundCursors cursors;
    private final Balances balances;
    private final Caller caller;
    private final Clock clock;
    private final OnlyOnce once;

    FundResource(
            Funds funds,
            FundList list,
            OpeningFunds opening,
            FundCursors cursors,
            Balances balances,
            Caller caller,
            Clock clock,
            OnlyOnce once) {
        this.once = once;
        this.funds = funds;
        this.list = list;
        this.opening = opening;
        this.cursors = cursors;
        this.balances = balances;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List funds",
            description = "Funds within the caller's reach: those open today first, then the others, "
                    + "each in the order of their creation.")
    public Page<FundView> listFunds(
            @RestQuery("unit")
                    @Parameter(description = "Only funds of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("kind") @Parameter(description = "Only funds of this kind") @Nullable FundKind kind,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        FundList.After after = cursor == null ? null : cursors.read(cursor);
        LocalDate day = after == null ? LocalDate.now(clock) : after.day();
        List<Fund> rows =
                list.page(caller.visible(Permission.READ_FUNDS, unit).all(), kind, day, after, limit.rowsToRead());
        Map<FundId, Held> held = balances.of(rows.stream().map(Fund::id).toList());
        return Page.of(
                rows,
                limit,
                fund -> fund.viewOn(day, shown(fund, held.getOrDefault(fund.id(), Held.NOTHING))),
                last -> cursors.after(last, day));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(summary = "Read a fund", description = "One fund within the caller's reach.")
    @Answers(FundView.class)
    public Response getFund(@RestPath("id") FundId id) {
        Fund fund = funds.require(id);
        caller.see(Permission.READ_FUNDS, fund.unitId());
        return Response.ok(fund.viewOn(LocalDate.now(clock), shown(fund, balances.of(id))))
                .tag(OpeningFunds.tag(fund))
                .build();
    }

    private Held shown(Fund fund, Held held) {
        return caller.reach(Permission.READ_SUPPORT, fund.unitId()) == Reach.SCOPE ? held : held.withoutPromised();
    }

    @POST
    @Needs(Permission.CREATE_FUNDS)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Create a fund",
            description = "By an ACCOUNTANT of the owning unit or of one above it in the same union. "
                    + "A name that the owner already has on some of the same days is refused: 409 fund-name-taken.")
    @Answers(FundView.class)
    public Response createFund(@NotNull @Valid NewFund form) {
        return once.run(form, () -> opening.open(new FundId(Ids.next()), form), fund -> getFund(new FundId(fund)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.CREATE_FUNDS)
    @Transactional
    @Operation(summary = "Create a fund under an id of the client's")
    @Answers(FundView.class)
    public Response createFundWithId(
            @RestPath("id") FundId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewFund form) {
        ETags.requireCreation(ifNoneMatch);
        return opening.open(id, form);
    }
}
