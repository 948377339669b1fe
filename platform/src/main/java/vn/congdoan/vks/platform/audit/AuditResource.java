package vn.congdoan.vks.platform.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Invalid;

/// Each service's own audit trail; the gateway shows all of them as one.
@Path("/api/v1/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "audit")
public class AuditResource {

    private final Caller caller;
    private final AuditEntries entries;

    AuditResource(Caller caller, AuditEntries entries) {
        this.caller = caller;
        this.entries = entries;
    }

    @GET
    @Needs(Permission.READ_AUDIT)
    @Transactional
    @Operation(
            summary = "List the audit trail",
            description = "Changes and reads of sensitive data within the caller's scope, newest first.")
    public Page<Entry> listAuditEntries(
            @RestQuery("subject") @Parameter(description = "Id of the record that was changed or read") @Nullable
                    UUID subject,
            @RestQuery("actor") @Parameter(description = "Subject of the account that did it") @Nullable String actor,
            @RestQuery("from") @Parameter(description = "First day, in Vietnam") @Nullable LocalDate from,
            @RestQuery("to") @Parameter(description = "The day after the last, in Vietnam") @Nullable LocalDate to,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        UUID before = cursor == null ? null : IdCursor.read(cursor);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Invalid.parameter("to", "empty-period");
        }
        AuditEntries.Filter filter = new AuditEntries.Filter(subject, actor, from, to);
        UUID[] units = caller.visible(Permission.READ_AUDIT, null).all();
        List<AuditEntry> rows = entries.page(units, filter, before, limit.rowsToRead());
        return Page.of(rows, limit, Entry::of, row -> IdCursor.after(row.id));
    }

    /// One entry of the trail.
    @JsonInclude(Include.NON_NULL)
    @Schema(
            name = "AuditEntry",
            description = "A change of a record, or a read of its sensitive data",
            examples = Entry.EXAMPLE)
    public record Entry(
            UUID id,
            Instant at,
            Principal actor,

            @Schema(description = "The assignment that permitted it; absent for a member's own data") @Nullable
            UUID assignmentId,

            @Schema(description = "What was done", examples = "admit")
            String action,

            @Schema(description = "Kind of record", examples = "member")
            String resourceType,

            UUID resourceId,
            UnitId unitId,

            @Schema(description = "Why sensitive data was read or the record was changed, in the words of who did it")
            @Nullable
            String purpose,

            @Schema(description = "Names the request in the logs") @Nullable
            String requestId,

            @Schema(description = "Names of the changed fields, never their values")
            List<String> changed) {

        static final String EXAMPLE = """
                {
                  "id": "019aa7b0-1c00-7000-8000-000000000003",
                  "at": "2022-12-31T01:30:00Z",
                  "actor": {"issuer": "congdoan", "subject": "0d9f2b4e-6f0a-4c41-9d8e-1f6f5c1a0001"},
                  "assignmentId": "019aa7b0-1c00-7000-8000-000000000004",
                  "action": "create",
                  "resourceType": "fund",
                  "resourceId": "019aa7b0-1c00-7000-8000-000000000001",
                  "unitId": "019366a0-0000-7000-8000-000000000051",
                  "requestId": "2f1c9d5e-7b0a-4c3e-9a51-0d4f6a8b1c2d",
                  "changed": ["name", "kind"]
                }
                """;

        static Entry of(AuditEntry row) {
            return new Entry(
                    row.id,
                    row.at,
                    row.actor,
                    row.assignmentId,
                    row.action,
                    row.resourceType,
                    row.resourceId,
                    row.unitId,
                    row.purpose,
                    row.requestId,
                    row.changed);
        }
    }
}
