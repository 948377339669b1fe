package vn.congdoan.vks.welfare.imports;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.IdCursor;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.plan.PlanId;

/// Imports of contributions to funds within the caller's scope.
@Path("/api/v1/contribution-imports")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "contribution-imports",
        description = "Contributions in bulk from a workbook or a bank's statement: uploaded, looked over, confirmed,"
                + " undone")
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String LIST = "contribution-imports";
    private static final String ROWS = "contribution-import-rows";

    private static final String STATEMENT = """
            Ngày giao dịch;Số bút toán;Ghi có;Nội dung
            26/02/2026;FT26057000001;500.000;DV00000004HM ung ho
            27/02/2026;FT26058123456;200.000;NGUYEN VAN AN ung ho quy tinh nghia
            """;

    private final Imports imports;
    private final ImportRows rows;
    private final ImportViews views;
    private final UploadingImports uploading;
    private final CorrectingRows correcting;
    private final ConfirmingImports confirming;
    private final UndoingImports undoing;
    private final References references;
    private final SealedCursors cursors;
    private final Caller caller;

    ImportResource(
            Imports imports,
            ImportRows rows,
            ImportViews views,
            UploadingImports uploading,
            CorrectingRows correcting,
            ConfirmingImports confirming,
            UndoingImports undoing,
            References references,
            SealedCursors cursors,
            Caller caller) {
        this.imports = imports;
        this.rows = rows;
        this.views = views;
        this.uploading = uploading;
        this.correcting = correcting;
        this.confirming = confirming;
        this.undoing = undoing;
        this.references = references;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(
            summary = "List imports",
            description = "Imports of contributions to funds within the caller's scope, the latest first.")
    public Page<ImportView> listContributionImports(
            @RestQuery("unit")
                    @Parameter(description = "Only to funds of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("fund") @Parameter(description = "Only to this fund") @Nullable UUID fund,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<ContributionImport> found = imports.page(
                caller.visible(Permission.RECORD_MONEY, unit).all(),
                fund == null ? null : new FundId(fund),
                cursor == null ? null : place(cursor),
                limit.rowsToRead());
        return Page.of(found, limit, views.each(found), this::cursor);
    }

    private Imports.Place place(String cursor) {
        List<String> keys = cursors.read(LIST, cursor);
        return new Imports.Place(Instant.parse(keys.getFirst()), UUID.fromString(keys.getLast()));
    }

    private String cursor(ContributionImport last) {
        return cursors.after(
                LIST, List.of(last.recordedAt().toString(), last.id().toString()));
    }

    @GET
    @Path("/references")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(
            summary = "List the reference codes of members",
            description = "Of those who are members in units within the caller's scope: what each of them writes into a"
                    + " bank transfer, so that an import knows who gave.")
    public Page<ReferenceView> listContributionReferences(
            @RestQuery("unit")
                    @Parameter(description = "Only in this unit and in the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<ReferenceView> found = references.page(
                caller.visible(Permission.RECORD_MONEY, unit).all(),
                cursor == null ? null : IdCursor.read(cursor),
                limit.rowsToRead());
        return Page.of(
                found,
                limit,
                each -> each,
                last -> IdCursor.after(last.memberId().value()));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(
            summary = "Read an import",
            description = "How many rows are in each status, and what is booked when it is confirmed.")
    @Answers(ImportView.class)
    public Response getContributionImport(@RestPath("id") ImportId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/rows")
    @Needs(Permission.RECORD_MONEY)
    @Transactional
    @Operation(
            summary = "List the rows of an import",
            description = "In the order of the file: what was read of each, who gave, and what is wrong with it.")
    public Page<RowView> listContributionImportRows(
            @RestPath("id") ImportId id,
            @RestQuery("status") @Parameter(description = "Only in this status") @Nullable RowStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor,
            @Context HttpHeaders headers) {
        ContributionImport found = views.see(id);
        int after =
                cursor == null ? 0 : Integer.parseInt(cursors.read(ROWS, cursor).getFirst());
        List<ImportRow> some = rows.page(id, status, after, limit.rowsToRead());
        return Page.of(
                some,
                limit,
                views.each(found, some, headers),
                last -> cursors.after(ROWS, List.of(Integer.toString(last.line()))));
    }

    @PUT
    @Path("/{id}")
    @Consumes({CSV, WORKBOOK})
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Upload a file of contributions",
            description =
                    "By an ACCOUNTANT of the fund's unit or of one above it in the same union: CSV in UTF-8, or a workbook"
                            + " (xlsx), of at most 2 MB, 20,000 rows and 100 columns. It is read by the layout, and for each row it is"
                            + " found out who gave; nothing is booked. The file itself is not kept. An equal upload again answers 200.")
    @Answers(ImportView.class)
    public Response uploadContributions(
            @RestPath("id") ImportId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @RestQuery("fund")
                    @Parameter(
                            description = "The fund that it was given to",
                            required = true,
                            example = "019aa7b0-1c00-7000-8000-000000000001")
                    @Nullable
                    UUID fund,
            @RestQuery("layout")
                    @Parameter(
                            description = "The layout to read it by",
                            required = true,
                            example = "019aa7b0-1c00-7000-8000-000000000091")
                    @Nullable
                    UUID layout,
            @RestQuery("method") @DefaultValue("BANK") @Parameter(description = "How the money came")
                    PaymentMethod method,
            @RestQuery("plan")
                    @Parameter(description = "The plan of the fund that all of it counts towards; without `drive`")
                    @Nullable
                    PlanId plan,
            @RestQuery("drive")
                    @Parameter(description = "The drive of the fund that all of it was given for; without `plan`")
                    @Nullable
                    DriveId drive,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @RequestBody(
                            required = true,
                            description = "The file",
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = SchemaType.STRING),
                                        example = STATEMENT),
                                @Content(
                                        mediaType = WORKBOOK,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    byte[] file) {
        ETags.requireCreation(ifNoneMatch);
        if (plan != null && drive != null) {
            throw Invalid.parameter("drive", "not-with-a-plan");
        }
        if (file.length == 0) {
            throw new Invalid("", "required");
        }
        UploadingImports.Upload upload = new UploadingImports.Upload(
                new FundId(required("fund", fund)),
                new LayoutId(required("layout", layout)),
                method,
                plan,
                drive,
                type.isCompatible(MediaType.valueOf(WORKBOOK)));
        return uploading.upload(id, upload, file);
    }

    private static UUID required(String parameter, @Nullable UUID value) {
        if (value == null) {
            throw Invalid.parameter(parameter, "required");
        }
        return value;
    }

    @POST
    @Path("/{id}/correct")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Correct rows of an import",
            description = "Says who gave, or leaves rows out: all of them, or none with all that stands against it. A"
                    + " duplicate that is given a donor counts as another movement of money; a row that is equal to"
                    + " another one and was not shown as a duplicate becomes one first.")
    @Answers(ImportView.class)
    public Response correctContributionImport(
            @RestPath("id") ImportId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Corrections form) {
        return correcting.correct(id, ifMatch, form);
    }

    @POST
    @Path("/{id}/confirm")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Confirm an import",
            description =
                    "Books every row that is clear, each as a contribution, a thousand in one stroke. Say what you have seen"
                            + " (`accepted`): 409 import-changed where it is something else by now, and nothing more is booked. While"
                            + " totals still show MATCHED rows, ask again with the same body: however often that is done and wherever it"
                            + " stops, each row is booked once. What is not clear stays and may be corrected and confirmed later.")
    @Answers(ImportView.class)
    public Response confirmContributionImport(@RestPath("id") ImportId id, @NotNull @Valid Confirmation form) {
        return confirming.confirm(id, form);
    }

    @POST
    @Path("/{id}/undo")
    @Needs(Permission.RECORD_MONEY)
    @Operation(
            summary = "Undo an import",
            description =
                    "Takes back everything that was booked of it, each by an entry of its own, a thousand in one stroke; one"
                            + " of which nothing is booked is given up. While it is UNDOING, ask again with the same body. Refused as a"
                            + " single entry would be: where the books are closed for the day, or the money was spent.")
    @Answers(ImportView.class)
    public Response undoContributionImport(@RestPath("id") ImportId id, @NotNull @Valid NewUndoing form) {
        return undoing.undo(id, form);
    }
}
