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

/// The erasure of a person's data, on the person's request.
@Path("/api/v1/members/{id}/erase")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class ErasureResource {

    private static final String EXAMPLE = """
            {"decision": {"number": "12/QĐ-CĐVKS", "date": "2026-03-02", "signer": "Chủ tịch Công đoàn"}}
            """;

    private final Members members;
    private final MemberViews views;
    private final ErasingPersons erasing;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    ErasureResource(
            Members members, MemberViews views, ErasingPersons erasing, Caller caller, OnlyOnce once, Clock clock) {
        this.members = members;
        this.views = views;
        this.erasing = erasing;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @POST
    @Needs(Permission.DECIDE_ON_MEMBERS)
    @Transactional
    @Operation(
            summary = "Erase a person's data",
            description = "On the person's request, by decision, for ever: of a former member or a refused applicant"
                    + " remain a pseudonym, the year of birth, what statistics count, and the decisions.")
    @Answers(value = MemberView.class, as = "What remains of the record")
    public Response eraseMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Erasure form) {
        return once.run(form, () -> erase(id, ifMatch, form), _ -> views.answer(members.require(id)));
    }

    /// What the erasure rests on.
    @Schema(description = "What the erasure of a person's data rests on", examples = EXAMPLE)
    public record Erasure(
            @NotNull @Valid @Schema(description = "The decision on the person's request")
            Decision decision) {}

    private Response erase(MemberId id, @Nullable String ifMatch, Erasure form) {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        caller.act(Permission.DECIDE_ON_MEMBERS, member.unitId());
        ETags.requireMatch(ifMatch, member.version());
        if (form.decision().date().isAfter(LocalDate.now(clock))) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        member.requireNotMerged();
        if (!member.isErased()) {
            erasing.erase(member, form.decision());
        }
        return views.answer(member);
    }
}
