package vn.congdoan.vks.membership.member;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// The steps of a membership after the application: admitted or rejected by the committee, ended.
@Path("/api/v1/members/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MembershipResource {

    private final Members members;
    private final MemberViews views;
    private final Caller caller;
    private final MembershipSteps steps;
    private final ReadmittingMembers readmitting;
    private final Clock clock;
    private final OnlyOnce once;

    MembershipResource(
            Members members,
            MemberViews views,
            Caller caller,
            MembershipSteps steps,
            ReadmittingMembers readmitting,
            Clock clock,
            OnlyOnce once) {
        this.readmitting = readmitting;
        this.once = once;
        this.members = members;
        this.views = views;
        this.caller = caller;
        this.steps = steps;
        this.clock = clock;
    }

    @POST
    @Path("/admit")
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(
            summary = "Admit an applicant",
            description = "By the CHAIR, on the committee's decision; on the superior's who was a member before.")
    @Answers(MemberView.class)
    public Response admitMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Admission form) {
        return step(id, Permission.DECIDE_ON_MEMBERS, ifMatch, form, member -> {
            member.requireApplied();
            requireIssued(form.decision());
            readmitting.requireDecidedRightly(
                    member, form.decidedBy(), form.decision().date());
            LocalDate effective =
                    effective(form.effectiveDate(), form.decision().date());
            MembershipStep step = member.admit(effective, form.decision(), clock.instant());
            return form.decidedBy() == null ? step : step.decidedBy(form.decidedBy());
        });
    }

    @POST
    @Path("/reject")
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(summary = "Refuse an applicant", description = "By the CHAIR.")
    @Answers(MemberView.class)
    public Response rejectMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Rejection form) {
        return step(id, Permission.DECIDE_ON_MEMBERS, ifMatch, form, member -> {
            requireIssued(form.decision());
            LocalDate effective = effective(form.effectiveDate(), LocalDate.now(clock));
            return member.reject(effective, form.decision(), clock.instant());
        });
    }

    @POST
    @Path("/end")
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "End a membership",
            description =
                    "The effective date is the first day without it. INELIGIBLE and UNIT_DISSOLVED need a decision;"
                            + " EXPELLED has an operation of its own.")
    @Answers(value = MemberView.class, as = "The former member")
    public Response endMembership(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid End form) {
        if (form.reason() == EndReason.EXPELLED) {
            throw new Unprocessable("/reason", "only-by-expulsion");
        }
        return step(id, Permission.KEEP_MEMBERS, ifMatch, form, member -> {
            requireIssued(form.decision());
            LocalDate effective = effective(form.effectiveDate(), LocalDate.now(clock));
            return member.end(form.reason(), effective, form.decision(), clock.instant());
        });
    }

    @POST
    @Path("/expel")
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(
            summary = "Expel a member",
            description = "By the CHAIR, on a decision. The effective date is the first day without the membership.")
    @Answers(value = MemberView.class, as = "The former member")
    public Response expelMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Expulsion form) {
        return step(id, Permission.DECIDE_ON_MEMBERS, ifMatch, form, member -> {
            requireIssued(form.decision());
            LocalDate effective =
                    effective(form.effectiveDate(), form.decision().date());
            return member.end(EndReason.EXPELLED, effective, form.decision(), clock.instant());
        });
    }

    private static final String ADMISSION = """
            {"decision": {"number": "05/QĐ-CĐVKS", "date": "2023-02-14", "signer": "Chủ tịch Công đoàn"}}
            """;

    private static final String REJECTION = """
            {"decision": {"number": "06/QĐ-CĐVKS", "date": "2023-02-14", "signer": "Chủ tịch Công đoàn"}}
            """;

    private static final String EXPULSION = """
            {"decision": {"number": "07/QĐ-CĐVKS", "date": "2023-08-01", "signer": "Chủ tịch Công đoàn"}}
            """;

    private static final String END = """
            {"reason": "RETIRED", "effectiveDate": "2023-08-01"}
            """;

    /// A decision to admit.
    @Schema(description = "A decision to admit", examples = ADMISSION)
    public record Admission(
            @Schema(description = "First day as a member; the day of the decision unless told", examples = "2023-02-14")
            @Nullable
            LocalDate effectiveDate,

            @NotNull @Valid Decision decision,

            @Schema(
                    description = "Only, and always, for somebody who was a member before: the superior who decided",
                    nullable = true)
            @Nullable
            Superior decidedBy) {}

    /// A decision not to admit.
    @Schema(description = "A decision not to admit", examples = REJECTION)
    public record Rejection(
            @Schema(description = "When it takes effect; today unless told", examples = "2023-02-14") @Nullable
            LocalDate effectiveDate,

            @Valid @Nullable Decision decision) {}

    /// An expulsion.
    @Schema(description = "An expulsion", examples = EXPULSION)
    public record Expulsion(
            @Schema(
                    description = "First day without the membership; the day of the decision unless told",
                    examples = "2023-08-01")
            @Nullable
            LocalDate effectiveDate,

            @NotNull @Valid Decision decision) {}

    /// The end of a membership.
    @Schema(name = "MembershipEnd", description = "The end of a membership", examples = END)
    public record End(
            @NotNull @Schema(description = "Why it ends") EndReason reason,

            @Schema(description = "First day without it; today unless told", examples = "2023-08-01") @Nullable
            LocalDate effectiveDate,

            @Valid @Nullable Decision decision) {}

    private Response step(
            MemberId id,
            Permission permission,
            @Nullable String ifMatch,
            Object form,
            Function<Member, MembershipStep> take) {
        Supplier<Response> effect = () -> {
            Member member = requireFor(id, permission, ifMatch);
            steps.record(member, take.apply(member));
            return views.answer(member);
        };
        return once.run(form, effect, same -> views.answer(members.require(id)));
    }

    private Member requireFor(MemberId id, Permission permission, @Nullable String ifMatch) {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        caller.act(permission, member.unitId());
        ETags.requireMatch(ifMatch, member.version());
        return member;
    }

    private void requireIssued(@Nullable Decision decision) {
        if (decision != null && decision.date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
    }

    private LocalDate effective(@Nullable LocalDate given, LocalDate otherwise) {
        LocalDate effective = given == null ? otherwise : given;
        if (effective.isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/effectiveDate", "in-the-future");
        }
        return effective;
    }
}
