package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.problem.Problem;
import vn.congdoan.vks.platform.problem.Problems;
import vn.congdoan.vks.platform.problem.Violation;

/// Existing members, many at once.
@Path("/api/v1/members/enrolments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "members")
public class EnrolmentResource {

    private static final int MOST = 1000;

    private static final String ENROLMENTS = """
            {"items": [{
              "id": "019366a0-0000-7000-8000-000000000101",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "fullName": "Phạm Văn Đông",
              "birth": {"year": 1979},
              "gender": "MALE",
              "joinedOn": "2004-05-01",
              "source": "Sổ đoàn viên 2022"
            }]}
            """;

    private static final String OUTCOMES = """
            {"items": [{"index": 0, "id": "019366a0-0000-7000-8000-000000000101", "outcome": "CREATED", "errors": [], "warnings": []}]}
            """;

    private final EnrollingMembers enrolling;
    private final OnlyOnce once;
    private final Problems problems;

    EnrolmentResource(EnrollingMembers enrolling, OnlyOnce once, Problems problems) {
        this.enrolling = enrolling;
        this.once = once;
        this.problems = problems;
    }

    @POST
    @Needs(Permission.KEEP_MEMBERS)
    @Transactional
    @Operation(
            summary = "Enrol existing members",
            description = "Up to 1,000 at once, each row by itself; ids are the client's, so a repetition is harmless.")
    public Outcomes enrolMembers(@NotNull @Valid Enrolments form, @Context HttpHeaders headers) {
        List<Outcome> outcomes = once.runRows(form, () -> enrolling.enrol(form.items())).stream()
                .map(row -> new Outcome(
                        row.index(),
                        row.id(),
                        row.outcome(),
                        told(row.violations(), headers),
                        told(row.warnings(), headers)))
                .toList();
        return new Outcomes(outcomes);
    }

    private List<Problem.Place> told(List<Violation> found, HttpHeaders headers) {
        return found.stream().map(each -> problems.place(each, headers)).toList();
    }

    /// Rows are read one by one, so that a bad one rejects only itself.
    @Schema(description = "Existing members to enrol", examples = ENROLMENTS)
    public record Enrolments(
            @NotNull
            @Size(min = 1, max = MOST)
            @Schema(type = SchemaType.ARRAY, implementation = MemberForm.class, description = "The rows")
            List<JsonNode> items) {}

    /// What came of the request, row by row.
    @Schema(name = "EnrolmentOutcomes", description = "What came of the rows", examples = OUTCOMES)
    public record Outcomes(
            @Schema(description = "One for each row, in their order")
            List<Outcome> items) {}

    /// What came of one row.
    @JsonInclude(Include.NON_NULL)
    @Schema(name = "EnrolmentOutcome", description = "What came of one row")
    public record Outcome(
            @Schema(description = "Position in the request, from 0")
            int index,

            @Nullable MemberId id,

            @Schema(description = "UNCHANGED: it was enrolled before from equal data")
            EnrolmentRow.Outcome outcome,

            @Schema(description = "Why it was rejected; pointers are into the row")
            List<Problem.Place> errors,

            @Schema(description = "What may be a mistake in a row that was taken; pointers are into the row")
            List<Problem.Place> warnings) {}
}
