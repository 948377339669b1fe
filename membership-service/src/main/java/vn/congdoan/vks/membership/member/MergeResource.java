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
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// The merging of records of one person.
@Path("/api/v1/members/{id}/merge")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MergeResource {

    private static final String DUPLICATE = "/duplicateId";
    private static final String EXAMPLE = """
            {"duplicateId": "019366a0-0000-7000-8000-000000000102", "reason": "Nhập hai lần từ hai danh sách"}
            """;

    private final Members members;
    private final MemberViews views;
    private final MergingMembers merging;
    private final Caller caller;
    private final OnlyOnce once;
    private final Clock clock;

    MergeResource(
            Members members, MemberViews views, MergingMembers merging, Caller caller, OnlyOnce once, Clock clock) {
        this.members = members;
        this.views = views;
        this.merging = merging;
        this.caller = caller;
        this.once = once;
        this.clock = clock;
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Take in another record of the same person",
            description = "The record in the path stays and goes on with what only the duplicate knows: days, fields,"
                    + " seats, exemptions, the account. The duplicate becomes MERGED, keeps what was written and leads"
                    + " here; the history here tells of both. 409 records-contradict where they were placed"
                    + " differently on a day: correct one of them before. With a decision, or a reason.")
    @Answers(MemberView.class)
    public Response mergeMember(
            @RestPath("id") MemberId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Merge form) {
        return once.run(form, () -> merge(id, ifMatch, form), _ -> views.answer(members.require(id)));
    }

    /// Which record is taken in, and why.
    @Schema(name = "MemberMerge", description = "Which record of the same person is taken in", examples = EXAMPLE)
    public record Merge(
            @NotNull @Schema(description = "The record that is closed")
            MemberId duplicateId,

            @Valid @Nullable Decision decision,

            @Size(max = 500)
            @Schema(description = "Why; required without a decision", examples = "Nhập hai lần từ hai danh sách")
            @Nullable
            String reason) {}

    private Response merge(MemberId id, @Nullable String ifMatch, Merge form) {
        views.requireVisible(members.require(id));
        if (form.duplicateId().equals(id)) {
            throw new Unprocessable(DUPLICATE, "the-same-record");
        }
        requireDuplicate(form.duplicateId());
        members.holdBoth(id, form.duplicateId());
        Member surviving = members.require(id);
        Member duplicate = requireDuplicate(form.duplicateId());
        caller.act(Permission.KEEP_MEMBERS, surviving.unitId());
        caller.actAt(DUPLICATE, Permission.KEEP_MEMBERS, duplicate.unitId());
        if (id.equals(duplicate.mergedInto())) {
            return views.answer(surviving);
        }
        ETags.requireMatch(ifMatch, surviving.version());
        Grounds.require(form.decision(), form.reason(), LocalDate.now(clock));
        merging.merge(surviving, duplicate, form.decision(), form.reason());
        return views.answer(surviving);
    }

    private Member requireDuplicate(MemberId id) {
        return members.findByIdOptional(id)
                .filter(each -> caller.reach(Permission.READ_MEMBERS, each.unitId()) != Reach.NONE)
                .orElseThrow(() -> new Unprocessable(DUPLICATE, "unknown-member"));
    }
}
