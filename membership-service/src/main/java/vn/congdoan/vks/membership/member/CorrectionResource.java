package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;

/// Corrections of days and units that were recorded wrongly.
@Path("/api/v1/members/{id}/corrections")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class CorrectionResource {

    private final Members members;
    private final MemberViews views;
    private final CorrectingMembers correcting;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    CorrectionResource(
            Members members,
            MemberViews views,
            CorrectingMembers correcting,
            Caller caller,
            OnlyOnce once,
            Clock clock) {
        this.members = members;
        this.views = views;
        this.correcting = correcting;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Correct when and where a member was placed",
            description =
                    "For what was recorded wrongly: the first day, the end or the unit of one placement. Figures of"
                            + " those days change, no others do, and the history tells from what to what. Where the membership"
                            + " goes on in another placement, the day between them moves for both. With a decision, or a reason.")
    @Answers(MemberView.class)
    public Response correctMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Correction form) {
        return once.run(form, () -> correct(id, ifMatch, form), _ -> views.answer(members.require(id)));
    }

    private Response correct(MemberId id, @Nullable String ifMatch, Correction form) {
        Member member = members.requireToChange(id);
        views.requireVisible(member);
        caller.act(Permission.KEEP_MEMBERS, member.unitId());
        ETags.requireMatch(ifMatch, member.version());
        Grounds.require(form.decision(), form.reason(), LocalDate.now(clock));
        correcting.correct(member, form.correction(), form.decision(), form.reason());
        return views.answer(member);
    }

    private static final String EXAMPLE = """
            {"on": "2022-03-01", "validFrom": "2022-02-01", "reason": "Ghi nhầm ngày trên quyết định kết nạp"}
            """;

    /// What was recorded wrongly about one placement, and how it was.
    @Schema(
            name = "PlacementCorrection",
            description = "What was recorded wrongly about one placement; what is absent stays",
            examples = EXAMPLE)
    public record Correction(
            @NotNull @Schema(description = "A day of the placement as it is recorded", examples = "2022-03-01")
            LocalDate on,

            @Schema(description = "The right first day", examples = "2022-02-01") @Nullable
            LocalDate validFrom,

            @Schema(description = "The right end, the first day after it; only for a placement that has ended")
            @Nullable
            LocalDate validTo,

            @Schema(description = "The right unit, of the same union") @Nullable
            UnitId unitId,

            @Valid @Nullable Decision decision,

            @Size(max = 500)
            @Schema(
                    description = "Why; required without a decision",
                    examples = "Ghi nhầm ngày trên quyết định kết nạp")
            @Nullable
            String reason) {

        private PlacementCorrection correction() {
            return new PlacementCorrection(on, validFrom, validTo, unitId);
        }
    }
}
