package vn.congdoan.vks.welfare.entry;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.openapi.Answers;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.statement.AskedDays;

/// Entries in the books of a fund.
@Path("/api/v1/funds/{id}/entries")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class EntryResource {

    private final Entries entries;
    private final PostingEntries posting;
    private final ReversingEntries reversing;
    private final Clock clock;

    EntryResource(Entries entries, PostingEntries posting, ReversingEntries reversing, Clock clock) {
        this.entries = entries;
        this.posting = posting;
        this.reversing = reversing;
        this.clock = clock;
    }

    @POST
    @Needs(Permission.RECORD_MONEY)
    @ResponseStatus(201)
    @Operation(
            summary = "Post an entry in the books of a fund",
            description = "Money out, other money in, or a way between cash and bank, by an ACCOUNTANT of the fund's"
                    + " unit or of one above it in the same union. Cash and bank go below zero on no day, whatever the"
                    + " order in which days are entered: 409 insufficient-funds. After the fund's last day no more"
                    + " income comes in, but what is left may be spent. It stays for good; a mistake is made good by"
                    + " taking it back.")
    @Answers(EntryView.class)
    public Response postEntry(@RestPath("id") FundId id, @NotNull @Valid NewEntry form) {
        return posting.post(id, form);
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List the entries in the books of a fund",
            description =
                    "In the order of their days, the money of contributions and of support as well. By account it is"
                            + " what the line of a trial balance or of a disclosure is made of; what takes back another"
                            + " entry (`reverses`) counts with the other sign.")
    public Page<EntryView> listEntries(
            @RestPath("id") FundId id,
            @RestQuery("account") @Parameter(description = "Only what moved on this account") @Nullable
                    AccountKind account,
            @RestQuery("code")
                    @Parameter(
                            description = "Which of them, where a fund has many of the kind; with `account`",
                            example = "HARDSHIP")
                    @Nullable
                    String code,
            @RestQuery("from") @Parameter(description = "The first day", example = "2022-01-01") @Nullable
                    LocalDate from,
            @RestQuery("to") @Parameter(description = "The last day, inclusive", example = "2022-12-31") @Nullable
                    LocalDate to,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        if (code != null && account == null) {
            throw Invalid.parameter("account", "required");
        }
        AskedDays.require(from, to, clock);
        return entries.page(id, account == null ? null : new Account(account, code), from, to, limit, cursor);
    }

    @GET
    @Path("/{entryId}")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read an entry",
            description = "One entry in the books of a fund within the caller's reach, the money of a contribution as"
                    + " well; its text is shown inside the union only.")
    @Answers(EntryView.class)
    public Response getEntry(
            @RestPath("id") FundId id,
            @RestPath("entryId") @Parameter(description = "Id of the entry") TransferId entryId) {
        return entries.show(id, entryId);
    }

    @PUT
    @Path("/{entryId}")
    @Needs(Permission.RECORD_MONEY)
    @Operation(summary = "Post an entry under an id of the client's")
    @Answers(EntryView.class)
    public Response postEntryWithId(
            @RestPath("id") FundId id,
            @RestPath("entryId")
                    @Parameter(description = "The client's id for the entry: a new UUID, best of version 7")
                    TransferId entryId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @NotNull @Valid NewEntry form) {
        ETags.requireCreation(ifNoneMatch);
        return posting.post(id, entryId, form);
    }

    @POST
    @Path("/{entryId}/reverse")
    @Needs(Permission.RECORD_MONEY)
    @ResponseStatus(201)
    @Operation(
            summary = "Take back an entry",
            description =
                    "Books its opposite, for the same day or a later one: the only way to make a mistake good. By an"
                            + " ACCOUNTANT of the fund's unit or of one above it in the same union. A contribution is taken back"
                            + " by its `transferId`. 409 entry-reversed if it was taken back before, entry-is-a-reversal if it"
                            + " takes back another one itself, insufficient-funds if the money is not there any more.")
    @Answers(value = EntryView.class, as = "The entry that takes it back")
    public Response reverseEntry(
            @RestPath("id") FundId id,
            @RestPath("entryId") @Parameter(description = "Id of the entry") TransferId entryId,
            @NotNull @Valid NewReversal form) {
        return reversing.reverse(id, entryId, form);
    }
}
