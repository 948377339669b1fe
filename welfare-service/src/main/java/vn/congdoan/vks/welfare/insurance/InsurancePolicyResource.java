package vn.congdoan.vks.welfare.insurance;

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
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
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
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;

/// Group insurance.
@Path("/api/v1/insurance-policies")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "insurance-policies",
        description = "Group insurance: policies, whom they insure as people join and leave, premiums and claims")
public class InsurancePolicyResource {

    private static final String LIST = "insurance-policies";

    private final InsurancePolicies policies;
    private final InsurancePolicyViews views;
    private final InsuredPeople people;
    private final Endorsements endorsements;
    private final KeepingInsurance keeping;
    private final SealedCursors cursors;
    private final Caller caller;
    private final Directory directory;
    private final OnlyOnce once;
    private final Clock clock;

    InsurancePolicyResource(
            InsurancePolicies policies,
            InsurancePolicyViews views,
            InsuredPeople people,
            Endorsements endorsements,
            KeepingInsurance keeping,
            SealedCursors cursors,
            Caller caller,
            Directory directory,
            OnlyOnce once,
            Clock clock) {
        this.policies = policies;
        this.views = views;
        this.people = people;
        this.endorsements = endorsements;
        this.keeping = keeping;
        this.cursors = cursors;
        this.caller = caller;
        this.directory = directory;
        this.once = once;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List insurance policies",
            description = "Policies of units within the caller's scope, the latest period first.")
    public Page<InsurancePolicyView> listInsurancePolicies(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<InsurancePolicy> rows = policies.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(), cursors.place(LIST, cursor), limit.rowsToRead());
        Page<InsurancePolicy> page = Page.of(
                rows,
                limit,
                Function.identity(),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.beginsOn(), last.id().value())));
        return new Page<>(views.all(page.items()), page.next());
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "Read an insurance policy",
            description = "One policy of a unit within the caller's scope, with how many it insures and what was paid.")
    @Answers(InsurancePolicyView.class)
    public Response getInsurancePolicy(@RestPath("id") InsurancePolicyId id) {
        return views.show(id);
    }

    @POST
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @ResponseStatus(201)
    @Operation(
            summary = "Write an insurance policy down",
            description =
                    "By an OFFICER of the unit or of one above it in the same union. With `insureAll` everybody is"
                            + " insured who is a member of these units on its first day; whoever joins or leaves later is"
                            + " taken over by endorsements.")
    @Answers(InsurancePolicyView.class)
    public Response concludeInsurance(@NotNull @Valid NewInsurancePolicy form) {
        return once.run(
                form,
                () -> keeping.conclude(new InsurancePolicyId(Ids.next()), form),
                id -> views.show(new InsurancePolicyId(id)));
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(summary = "Write an insurance policy down under an id of the client's")
    @Answers(InsurancePolicyView.class)
    public Response concludeInsuranceWithId(
            @RestPath("id") InsurancePolicyId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewInsurancePolicy form) {
        ETags.requireCreation(ifNoneMatch);
        return keeping.conclude(id, form);
    }

    @POST
    @Path("/{id}/endorse")
    @Needs(Permission.KEEP_SUPPORT)
    @Transactional
    @Operation(
            summary = "Take over who joined and who left",
            description =
                    "By an OFFICER: from the day on whoever joined is insured and whoever left is not, all of them"
                            + " or some. 409 nothing-to-endorse if nobody did.")
    @Answers(InsurancePolicyView.class)
    public Response endorseInsurance(
            @RestPath("id") InsurancePolicyId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewEndorsement form) {
        return once.run(form, () -> keeping.endorse(id, ifMatch, form), same -> views.show(id));
    }

    @GET
    @Path("/{id}/insured")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(summary = "List whom a policy insures", description = "On one day, with names.")
    public Page<InsuredView> listInsuredPeople(
            @RestPath("id") InsurancePolicyId id,
            @RestQuery("on")
                    @Parameter(
                            description = "The day; today unless told, or the day of the policy's period nearest to it",
                            example = "2024-03-01")
                    @Nullable
                    LocalDate on,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        LocalDate day = day(views.see(id), on);
        List<InsuredView> rows = people.page(id, day, last(cursor), limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Function.identity(),
                last -> IdCursor.after(last.memberId().value()));
    }

    @GET
    @Path("/{id}/differences")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List of whom the insurer has to be told",
            description =
                    "Whoever is a member of the units on the day and is not insured, and whoever is insured and is"
                            + " no member. Whoever came and went between two looks is on neither side.")
    public Page<DifferenceView> listInsuranceDifferences(
            @RestPath("id") InsurancePolicyId id,
            @RestQuery("on")
                    @Parameter(
                            description = "The day; today unless told, or the day of the policy's period nearest to it",
                            example = "2024-03-01")
                    @Nullable
                    LocalDate on,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        InsurancePolicy policy = views.see(id);
        List<DifferenceView> rows = people.differences(
                id,
                directory.unitsOfMembers(policy.unitId(), day(policy, on)),
                day(policy, on),
                null,
                last(cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                Function.identity(),
                last -> IdCursor.after(last.memberId().value()));
    }

    @GET
    @Path("/{id}/endorsements")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the endorsements of a policy",
            description = "How many joined and left by each, in the order in which they were written down.")
    public Page<EndorsementView> listInsuranceEndorsements(
            @RestPath("id") InsurancePolicyId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        List<EndorsementView> rows = endorsements.page(id, last(cursor), limit.rowsToRead());
        return Page.of(rows, limit, Function.identity(), last -> IdCursor.after(last.id()));
    }

    private LocalDate day(InsurancePolicy policy, @Nullable LocalDate asked) {
        return policy.nearest(asked == null ? LocalDate.now(clock) : asked);
    }

    private static @Nullable UUID last(@Nullable String cursor) {
        return cursor == null ? null : IdCursor.read(cursor);
    }
}
