package vn.congdoan.vks.welfare.payfile;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.idempotency.OnlyOnce;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.layout.LayoutId;
import vn.congdoan.vks.welfare.payee.SealedAccounts;

/// Payments through a bank.
@Path("/api/v1/payment-files")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "payment-files",
        description =
                "Payments through a bank: a file of everything that is due by some records, drawn up, approved and exported"
                        + " by three people, and reconciled with what the bank answers. What is in an open file is paid by nobody else")
public class PaymentFileResource {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType TABLE = MediaType.valueOf(CSV);
    private static final MediaType WORKBOOK = MediaType.valueOf(XLSX);
    private static final List<Variant> FORMS =
            Variant.mediaTypes(TABLE, WORKBOOK).build();

    private static final String LIST = "payment-files";
    private static final String LINES = "payment-file-lines";
    private static final String UNMATCHED = "payment-file-unmatched";

    private static final String ANSWER = """
            Ngày giao dịch;Số bút toán;Ghi nợ;Nội dung
            26/01/2026;FT26026123456;500.000;VK7Q2M4C8D1F5K TRO CAP TET BINH NGO 2026
            """;

    private static final String TABLE_EXAMPLE = """
            STT,SO THAM CHIEU,TEN NGUOI HUONG,SO TAI KHOAN,MA NGAN HANG,TEN NGAN HANG,SO TIEN,NOI DUNG
            1,VK7Q2M4C8D1F5K,NGUYEN THI MINH HOA,0011004123456,VCB,VIETCOMBANK VINH,500000,VK7Q2M4C8D1F5K TRO CAP TET BINH NGO 2026
            """;

    private final PaymentFiles files;
    private final PaymentFileLines lines;
    private final UnmatchedRows unmatched;
    private final PaymentFileViews views;
    private final DrawingUp drawingUp;
    private final KeepingPaymentFiles keeping;
    private final ExportedContent content;
    private final BankAnswers answers;
    private final Reconciling reconciling;
    private final SealedAccounts seals;
    private final SealedCursors cursors;
    private final AuditTrail trail;
    private final Caller caller;
    private final OnlyOnce once;

    PaymentFileResource(
            PaymentFiles files,
            PaymentFileLines lines,
            UnmatchedRows unmatched,
            PaymentFileViews views,
            DrawingUp drawingUp,
            KeepingPaymentFiles keeping,
            ExportedContent content,
            BankAnswers answers,
            Reconciling reconciling,
            SealedAccounts seals,
            SealedCursors cursors,
            AuditTrail trail,
            Caller caller,
            OnlyOnce once) {
        this.files = files;
        this.lines = lines;
        this.unmatched = unmatched;
        this.views = views;
        this.drawingUp = drawingUp;
        this.keeping = keeping;
        this.content = content;
        this.answers = answers;
        this.reconciling = reconciling;
        this.seals = seals;
        this.cursors = cursors;
        this.trail = trail;
        this.caller = caller;
        this.once = once;
    }

    @GET
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List payment files",
            description = "Of funds of units within the caller's scope, the latest first.")
    public Page<PaymentFileView> listPaymentFiles(
            @RestQuery("unit")
                    @Parameter(description = "Only of funds of this unit and of the units below it in its union")
                    @Nullable
                    UnitId unit,
            @RestQuery("status") @Parameter(description = "Only in this state") @Nullable PaymentFileStatus status,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        List<PaymentFile> rows = files.page(
                caller.visible(Permission.READ_SUPPORT, unit).all(),
                status,
                cursors.place(LIST, cursor),
                limit.rowsToRead());
        return Page.of(
                rows,
                limit,
                views.each(rows),
                last -> cursors.after(
                        LIST, new PlaceInTime(last.payOn(), last.id().value())));
    }

    @GET
    @Path("/{id}")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(summary = "Read a payment file", description = "With what became of its lines, in numbers.")
    @Answers(PaymentFileView.class)
    public Response getPaymentFile(@RestPath("id") PaymentFileId id) {
        return views.show(id);
    }

    @GET
    @Path("/{id}/lines")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List the lines of a payment file",
            description =
                    "In the order of the file. Where each is paid to is shown only for a stated purpose to those who"
                            + " may read sensitive data, and that read is audited.")
    public Page<PaymentLineView> listPaymentFileLines(
            @RestPath("id") PaymentFileId id,
            @RestQuery("state") @Parameter(description = "Only in this state") @Nullable PaymentLineState state,
            @RestQuery("answered")
                    @Parameter(
                            description = "Of those on their way only those of which the bank has said something, or"
                                    + " (false) nothing yet")
                    @Nullable
                    Boolean answered,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why the bank details are needed; recorded in the audit trail",
                            example = "Kiểm tra lệnh chi")
                    @Nullable
                    String purpose,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        PaymentFile found = views.see(id);
        List<PaymentFileLines.Line> rows = lines.page(id, state, answered, number(LINES, cursor), limit.rowsToRead());
        boolean isShown = purpose != null && isShown(found, purpose);
        return Page.of(
                rows,
                limit,
                each -> each.view(isShown ? seals.opened(each.id(), each.sealed()) : null),
                last -> cursors.after(LINES, List.of(Integer.toString(last.line()))));
    }

    /// Those who may read sensitive data see where it is paid to; the trail keeps who asked and why.
    private boolean isShown(PaymentFile file, String purpose) {
        boolean isAllowed = caller.reach(Permission.READ_SENSITIVE, file.unitId()) == Reach.SCOPE;
        if (isAllowed) {
            trail.read("payment-file", file.id().value(), file.unitId(), purpose);
        }
        return isAllowed;
    }

    @GET
    @Path("/{id}/unmatched")
    @Needs(Permission.READ_SUPPORT)
    @Transactional
    @Operation(
            summary = "List what of the bank's answer settles nothing",
            description =
                    "Rows of the last file of the bank that was read for it, and why. Lines of which the bank has said"
                            + " nothing are those with `answered=false`.")
    public Page<UnmatchedView> listUnmatchedBankRows(
            @RestPath("id") PaymentFileId id,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        views.see(id);
        return Page.of(
                unmatched.page(id, number(UNMATCHED, cursor), limit.rowsToRead()),
                limit,
                each -> each,
                last -> cursors.after(UNMATCHED, List.of(Integer.toString(last.row()))));
    }

    private int number(String list, @Nullable String cursor) {
        return cursor == null ? 0 : Integer.parseInt(cursors.read(list, cursor).getFirst());
    }

    @PUT
    @Path("/{id}")
    @Needs(Permission.PROPOSE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Draw a payment file up",
            description =
                    "By an ACCOUNTANT of the fund's unit and of the units whose records it pays: everything that is due by"
                            + " them and in no other open file, at most 20,000 payments. Who has no bank details is left out and counted."
                            + " From now on nobody is paid otherwise who is in it: 409 in-a-payment-file. An equal body again answers 200.")
    @Answers(PaymentFileView.class)
    public Response drawUpPaymentFile(
            @RestPath("id") PaymentFileId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewPaymentFile form) {
        ETags.requireCreation(ifNoneMatch);
        return drawingUp.drawUp(id, form);
    }

    @POST
    @Path("/{id}/approve")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Approve a payment file",
            description =
                    "By the CHAIR, who has not drawn it up: 403 duties-not-separate. What is paid by it is kept back in"
                            + " the fund.")
    @Answers(PaymentFileView.class)
    public Response approvePaymentFile(
            @RestPath("id") PaymentFileId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.approve(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/export")
    @Needs(Permission.PAY_SUPPORT)
    @Transactional
    @Operation(
            summary = "Hand a payment file out for the bank",
            description = "By a CASHIER, who has neither drawn it up nor approved it. From now on `/content` can be"
                    + " downloaded, and the file can be given up by a decision only. Needs an Idempotency-Key.")
    @Answers(PaymentFileView.class)
    public Response exportPaymentFile(
            @RestPath("id") PaymentFileId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.export(id, ifMatch), same -> views.show(id));
    }

    @GET
    @Path("/{id}/content")
    @Produces({CSV, XLSX})
    @Needs(Permission.PAY_SUPPORT)
    @Transactional
    @Operation(
            summary = "Download what the bank gets",
            description =
                    "As CSV or as a workbook (`Accept`), by a CASHIER, for a stated purpose, and that is audited. Holders and"
                            + " texts are in capitals of ASCII without marks, as Vietnamese banks take them; the reference stands first in"
                            + " the text and comes back in the statement. No cell is ever a formula. The same file gives the same octets"
                            + " each time: `Repr-Digest` tells their SHA-256, and `digest` of the file that of the CSV.")
    @APIResponse(
            responseCode = "200",
            description = "The payments",
            content = {
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = TABLE_EXAMPLE),
                @Content(mediaType = XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response getPaymentFileContent(
            @Context Request request,
            @RestPath("id") PaymentFileId id,
            @RestQuery("purpose")
                    @Size(min = 3, max = 200)
                    @Parameter(
                            description = "Why it is needed; recorded in the audit trail",
                            required = true,
                            example = "Gửi ngân hàng")
                    @Nullable
                    String purpose) {
        if (purpose == null) {
            throw Invalid.parameter("purpose", "required");
        }
        PaymentFile found = views.see(id);
        views.requireScope(found, Permission.PAY_SUPPORT);
        Variant form = request.selectVariant(FORMS);
        boolean isWorkbook = form != null && WORKBOOK.equals(form.getMediaType());
        byte[] bytes = isWorkbook ? content.workbook(found, purpose) : content.csv(found, purpose);
        String name = "lenh-chi-" + id + (isWorkbook ? ".xlsx" : ".csv");
        return Response.ok(bytes, isWorkbook ? WORKBOOK : TABLE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(
                        "Repr-Digest",
                        "sha-256=:" + Base64.getEncoder().encodeToString(ExportedContent.sha256(bytes)) + ":")
                .build();
    }

    @POST
    @Path("/{id}/cancel")
    @Needs(Permission.PROPOSE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Give a payment file up before it is exported",
            description = "By an ACCOUNTANT: what it would have paid is due as before.")
    @Answers(PaymentFileView.class)
    public Response cancelPaymentFile(
            @RestPath("id") PaymentFileId id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return once.run(null, () -> keeping.cancel(id, ifMatch), same -> views.show(id));
    }

    @POST
    @Path("/{id}/call-back")
    @Needs(Permission.APPROVE_SUPPORT)
    @Transactional
    @Operation(
            summary = "Call a payment file back from the bank",
            description =
                    "By the CHAIR, by a decision and with a reason, when it is certain that the bank will not pay: what"
                            + " is on its way is due as before. 409 payment-file-answered while there are answers of the bank that are not"
                            + " reconciled.")
    @Answers(PaymentFileView.class)
    public Response callPaymentFileBack(
            @RestPath("id") PaymentFileId id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CalledBack form) {
        return once.run(form, () -> keeping.callBack(id, ifMatch, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/results")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Permission.PAY_SUPPORT)
    @Transactional
    @Operation(
            summary = "Say what the bank has done, line by line",
            description =
                    "By a CASHIER, who has neither drawn the file up nor approved it: PAID, FAILED, or later RETURNED, all of"
                            + " it or nothing. It may be corrected until it is reconciled; what is settled so already stays. Nothing is"
                            + " booked: reconcile. Needs an Idempotency-Key.")
    @Answers(PaymentFileView.class)
    public Response tellBankResults(@RestPath("id") PaymentFileId id, @NotNull @Valid BankResults form) {
        return once.run(form, () -> answers.tell(id, form), same -> views.show(id));
    }

    @POST
    @Path("/{id}/answer")
    @Consumes({CSV, XLSX})
    @Needs(Permission.PAY_SUPPORT)
    @Transactional
    @Operation(
            summary = "Upload the bank's answer",
            description =
                    "By a CASHIER, as in `/results`: the statement of the account, or the bank's file of results, as CSV in"
                            + " UTF-8 or as a workbook of at most 2 MB, read by a layout whose amounts are those that went out. A row"
                            + " settles the line whose reference stands anywhere in it, if the amount is the line's. Of a file of results"
                            + " `paid` is what the column of notes says of what was paid; everything else there is why it failed. What"
                            + " settles nothing is listed in `/unmatched`, without its texts. The file itself is not kept. Needs an"
                            + " Idempotency-Key.")
    @Answers(PaymentFileView.class)
    public Response uploadBankAnswer(
            @RestPath("id") PaymentFileId id,
            @RestQuery("layout")
                    @Parameter(
                            description = "The layout to read it by",
                            required = true,
                            example = "019aa7b0-1c00-7000-8000-000000000091")
                    @Nullable
                    UUID layout,
            @RestQuery("paid")
                    @Size(min = 1, max = 100)
                    @Parameter(
                            description =
                                    "What the column of notes says of what was paid; absent: every row is a payment",
                            example = "Thành công")
                    @Nullable
                    String paid,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true) MediaType type,
            @RequestBody(
                            required = true,
                            description = "The bank's file",
                            content = {
                                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING), example = ANSWER),
                                @Content(
                                        mediaType = XLSX,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
                            })
                    byte[] file) {
        if (layout == null) {
            throw Invalid.parameter("layout", "required");
        }
        if (file.length == 0) {
            throw new Invalid("", "required");
        }
        BankAnswers.Reading reading = new BankAnswers.Reading(new LayoutId(layout), paid, type.isCompatible(WORKBOOK));
        return once.run(List.of(reading, file), () -> answers.read(id, reading, file), same -> views.show(id));
    }

    @POST
    @Path("/{id}/reconcile")
    @Needs(Permission.PAY_SUPPORT)
    @Operation(
            summary = "Book what the bank has done",
            description =
                    "By a CASHIER: what was PAID with the bank's day and number, each by an entry of its own, a thousand in"
                            + " one stroke; what FAILED is due again; what was RETURNED is taken back and due again. While totals still"
                            + " show `answered`, ask again: however often that is done and wherever it stops, each is booked once. Cashiers"
                            + " leave what is paid to themselves to another one. RECONCILED once nothing is on its way. Needs an"
                            + " Idempotency-Key.")
    @Answers(PaymentFileView.class)
    public Response reconcilePaymentFile(@RestPath("id") PaymentFileId id) {
        return reconciling.reconcile(id);
    }
}
