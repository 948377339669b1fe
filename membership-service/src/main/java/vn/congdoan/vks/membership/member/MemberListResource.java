package vn.congdoan.vks.membership.member;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;

/// Lists of members.
@Path("/api/v1/members")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class MemberListResource {

    private static final String LIST = "members";
    private static final int CURSOR_PARTS = 5;

    private static final String HOW = """
            In Vietnamese order by given name, then by the rest of the name. Members seen from a union above show less, and \
            are found by less.

            `q` finds those who have it in their name, without regard to diacritics (`d` is `đ`) and case, or whose member \
            number or card number begins with it (in scope). Only where nobody has it, those with a similar name are listed, \
            the most similar first, so that a mistyped letter does no harm; the cursor knows which of the two lists it \
            goes through.

            `asOf` lists those who were counted in these units on that day, each with the unit of that day and everything \
            else as the record stands today. Members who are out of the caller's scope by now show less.

            The ends of ranges belong to them. An age counts on `asOf` or today: by the day of birth where it is known \
            and the caller reads it, else as if the birthday of that year had been.
            """;

    private final MemberList list;
    private final SealedCursors cursors;

    MemberListResource(MemberList list, SealedCursors cursors) {
        this.list = list;
        this.cursors = cursors;
    }

    @GET
    @Needs(Permission.READ_MEMBERS)
    @Operation(summary = "List members", description = HOW)
    public Page<MemberView> listMembers(
            @RestQuery("unit")
                    @Parameter(description = "Only of this unit and of those below it inside its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("q")
                    @Size(max = 200)
                    @Parameter(
                            description = "Part of the name, or the beginning of a member or card number",
                            example = "nguyen")
                    @Nullable
                    String q,
            @RestQuery("status") @Parameter(description = "Only with this status today") @Nullable MemberStatus status,
            @RestQuery("endReason")
                    @Parameter(description = "Only former members who left for this reason: RETIRED, DECEASED …")
                    @Nullable
                    EndReason endReason,
            @RestQuery("gender") @Parameter(description = "Only of this gender") @Nullable Gender gender,
            @RestQuery("category") @Parameter(description = "Only employed like this") @Nullable
                    EmploymentCategory category,
            @RestQuery("party")
                    @Parameter(
                            description = "Only in the Party, or only others. Needs a `purpose`; looks only at members"
                                    + " whose sensitive data the caller may read (403 if there are none); audited")
                    @Nullable
                    Boolean party,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(description = "Why `party` is asked; recorded in the audit trail")
                    @Nullable
                    String purpose,
            @RestQuery("ageFrom") @Min(0) @Max(150) @Parameter(description = "Only of this age or older") @Nullable
                    Integer ageFrom,
            @RestQuery("ageTo") @Min(0) @Max(150) @Parameter(description = "Only of this age or younger") @Nullable
                    Integer ageTo,
            @RestQuery("joinedFrom")
                    @Parameter(description = "Only who joined the union on this day or later")
                    @Nullable
                    LocalDate joinedFrom,
            @RestQuery("joinedTo")
                    @Parameter(description = "Only who joined the union on this day or earlier")
                    @Nullable
                    LocalDate joinedTo,
            @RestQuery("asOf")
                    @Parameter(
                            description = "Who was counted there on this day; absent: the records as they stand, with"
                                    + " applicants and former members")
                    @Nullable
                    LocalDate asOf,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        MemberFilter filter = new MemberFilter(
                q == null || q.isEmpty() ? null : q,
                status,
                endReason,
                gender,
                category,
                party,
                ageFrom,
                ageTo,
                joinedFrom,
                joinedTo,
                asOf,
                purpose);
        List<MemberList.Row> rows = list.page(unit, filter, after(cursor), limit);
        return Page.of(rows, limit, MemberList.Row::view, row -> cursor(row.position()));
    }

    private String cursor(MemberList.After position) {
        return cursors.after(
                LIST,
                List.of(
                        position.section().name(),
                        String.valueOf(position.distance()),
                        position.givenName(),
                        position.restOfName(),
                        position.id().toString()));
    }

    private MemberList.@Nullable After after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> keys = cursors.read(LIST, cursor);
        if (keys.size() != CURSOR_PARTS) {
            throw Invalid.parameter("cursor", "invalid-cursor");
        }
        return new MemberList.After(
                section(keys.getFirst()),
                Integer.parseInt(keys.get(1)),
                keys.get(2),
                keys.get(3),
                Ids.parse(keys.getLast()).orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor")));
    }

    private static MemberList.Section section(String name) {
        return Arrays.stream(MemberList.Section.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Invalid.parameter("cursor", "invalid-cursor"));
    }
}
