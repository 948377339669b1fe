package vn.congdoan.vks.welfare.goods;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.FundId;

/// The goods of a fund.
@Path("/api/v1/funds/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "goods", description = "What lies in the funds in kind, and what was given out of it")
public class GoodsResource {

    private static final String LIST = "goods-issues";

    private final Stock stock;
    private final GoodsIssues issues;
    private final GoodsIssueViews views;
    private final IssuingGoods issuing;
    private final SealedCursors cursors;

    GoodsResource(Stock stock, GoodsIssues issues, GoodsIssueViews views, IssuingGoods issuing, SealedCursors cursors) {
        this.stock = stock;
        this.issues = issues;
        this.views = views;
        this.issuing = issuing;
        this.cursors = cursors;
    }

    @GET
    @Path("/goods")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List the goods that lie in a fund",
            description = "What was given in kind and is still there, by the gift that it came with, in the order in"
                    + " which that was recorded.")
    public Page<GoodsInStock> listGoods(
            @RestPath("id") FundId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<GoodsInStock> rows = stock.page(id, cursor == null ? null : IdCursor.read(cursor), limit.rowsToRead());
        return Page.of(
                rows, limit, each -> each, last -> IdCursor.after(last.goodsId().value()));
    }

    @GET
    @Path("/goods-issues")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List what was given out in kind",
            description = "Goods that left the fund, the latest first. For whom they were is shown inside the union"
                    + " only.")
    public Page<GoodsIssueView> listGoodsIssues(
            @RestPath("id") FundId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        FundTerms fund = views.see(id);
        List<GoodsIssue> rows = issues.page(id, cursors.place(LIST, cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(fund.unitId(), rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.issuedOn(), last.id().value())));
    }

    @GET
    @Path("/goods-issues/{issueId}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read what was given out in kind",
            description = "Goods that left a fund within the caller's reach together.")
    @Answers(value = GoodsIssueView.class, as = "What was given out")
    public Response getGoodsIssue(
            @RestPath("id") FundId id,
            @RestPath("issueId") @Parameter(description = "Id of what was given out") GoodsIssueId issueId) {
        return views.show(id, issueId);
    }

    @POST
    @Path("/goods-issues")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.RECORD_MONEY)
    @ResponseStatus(201)
    @Operation(
            summary = "Give goods out of a fund",
            description =
                    "For one of its purposes, on to whoever they were collected for, or written off by a decision, by an"
                            + " ACCOUNTANT of the fund's unit or of one above it in the same union. Of no goods more leave"
                            + " than are there on the day and on any later one: 409 insufficient-goods. What was given out"
                            + " wrongly is taken back by its entry (`entryId`). What is given to somebody whose support case"
                            + " is approved goes by a visit.")
    @Answers(value = GoodsIssueView.class, as = "What was given out")
    public Response giveOutGoods(@RestPath("id") FundId id, @NotNull @Valid NewGoodsIssue form) {
        return issuing.give(id, form);
    }

    @PUT
    @Path("/goods-issues/{issueId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.RECORD_MONEY)
    @Operation(summary = "Give goods out of a fund under an id of the client's")
    @Answers(value = GoodsIssueView.class, as = "What was given out")
    public Response giveOutGoodsWithId(
            @RestPath("id") FundId id,
            @RestPath("issueId")
                    @Parameter(description = "The client's id for what is given out: a new UUID, best of version 7")
                    GoodsIssueId issueId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewGoodsIssue form) {
        ETags.requireCreation(ifNoneMatch);
        return issuing.give(id, issueId, form);
    }
}
