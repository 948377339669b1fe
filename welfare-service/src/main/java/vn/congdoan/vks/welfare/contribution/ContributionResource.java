package vn.congdoan.vks.welfare.contribution;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.donor.RecordsOfPerson;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// Contributions to funds within the caller's reach.
@Path("/api/v1/contributions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contributions", description = "What members, units and others give to the funds")
public class ContributionResource {

    private static final String LIST = "contributions";

    private final Contributions contributions;
    private final ContributionViews views;
    private final RecordingContributions recording;
    private final Funds funds;
    private final RecordsOfPerson records;
    private final SealedCursors cursors;
    private final Caller caller;

    ContributionResource(
            Contributions contributions,
            ContributionViews views,
            RecordingContributions recording,
            Funds funds,
            RecordsOfPerson records,
            SealedCursors cursors,
            Caller caller) {
        this.contributions = contributions;
        this.views = views;
        this.recording = recording;
        this.funds = funds;
        this.records = records;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List contributions",
            description = "Contributions to funds within the caller's reach, the latest first. Names of donors outside"
                    + " the union are shown inside it only.")
    public Page<ContributionView> listContributions(
            @RestQuery("fund") @Parameter(description = "Only to this fund") @Nullable UUID fund,
            @RestQuery("unit")
                    @Parameter(description = "Only to funds of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("member") @Parameter(description = "Only by this member") @Nullable MemberId member,
            @RestQuery("plan") @Parameter(description = "Only towards this plan") @Nullable PlanId plan,
            @RestQuery("drive") @Parameter(description = "Only for this drive") @Nullable DriveId drive,
            @RestQuery("from") @Parameter(description = "The first day", example = "2022-01-01") @Nullable
                    LocalDate from,
            @RestQuery("to") @Parameter(description = "The last day, inclusive", example = "2022-12-31") @Nullable
                    LocalDate to,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Invalid.parameter("to", "ends-before-start");
        }
        requireVisible(fund);
        List<Contribution> rows = contributions.page(
                caller.visible(Permission.READ_FUNDS, unit).all(),
                new Contributions.Filter(
                        fund,
                        member == null ? null : records.of(member),
                        plan == null ? null : plan.value(),
                        drive == null ? null : drive.value(),
                        from,
                        to),
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(rows, limit, views.each(rows), this::cursor);
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(summary = "Read a contribution", description = "One contribution to a fund within the caller's reach.")
    @Answers(ContributionView.class)
    public Response getContribution(@RestPath("id") ContributionId id) {
        return views.show(id);
    }

    @POST
    @Needs(Permission.RECORD_MONEY)
    @ResponseStatus(201)
    @Operation(
            summary = "Record a contribution",
            description = "By an ACCOUNTANT of the fund's unit or of one above it in the same union. It is booked at"
                    + " once: cash, bank or goods against income. What is given in kind (GOODS) is worth what its"
                    + " goods sum to; it counts towards no plan and keeps no pledge.")
    @Answers(ContributionView.class)
    public Response recordContribution(@NotNull @Valid NewContribution form) {
        return recording.record(form);
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.RECORD_MONEY)
    @Operation(summary = "Record a contribution under an id of the client's")
    @Answers(ContributionView.class)
    public Response recordContributionWithId(
            @RestPath("id") ContributionId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewContribution form) {
        ETags.requireCreation(ifNoneMatch);
        return recording.record(id, form);
    }

    private void requireVisible(@Nullable UUID fund) {
        if (fund == null) {
            return;
        }
        FundTerms terms = funds.terms(new FundId(fund)).orElseThrow(() -> NotFound.parameter("fund"));
        if (caller.reach(Permission.READ_FUNDS, terms.unitId()) == Reach.NONE) {
            throw NotFound.parameter("fund");
        }
    }

    private String cursor(Contribution last) {
        return cursors.after(LIST, new PlaceInTime(last.givenOn(), last.id().value()));
    }
}
