package vn.congdoan.vks.welfare.proof;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.paging.Page;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.ledger.Transfers;

/// The chain over the transfers of a fund.
@Path("/api/v1/funds/{id}/proof")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class ProofResource {

    private final ProofLinks links;
    private final BooksChecks checks;
    private final Transfers transfers;
    private final Funds funds;
    private final SealedCursors cursors;
    private final Caller caller;

    ProofResource(
            ProofLinks links,
            BooksChecks checks,
            Transfers transfers,
            Funds funds,
            SealedCursors cursors,
            Caller caller) {
        this.links = links;
        this.checks = checks;
        this.transfers = transfers;
        this.funds = funds;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read how far the proof of a fund's books reaches",
            description = "Each transfer is a link of its fund's chain, soon after it was booked. A link's hash is the"
                    + " SHA-256 of these lines in UTF-8, joined by line feeds: the hash of the link before (64 zeros"
                    + " before the first), the id of the fund, the transfer's id, day, kind, purpose, the id of the"
                    + " transfer that it takes back (the last two empty where there is none), and its postings as"
                    + " `ACCOUNT:amount`, joined by commas. No names, no texts.")
    public ProofView getProof(@RestPath("id") FundId id) {
        see(id);
        Optional<ProofLinks.Link> last = links.last(id);
        Optional<BooksChecks.Check> check = checks.last(id);
        long linked = last.map(ProofLinks.Link::number).orElse(0L);
        return new ProofView(
                id,
                linked,
                links.unlinked(id),
                last.map(ProofLinks.Link::transfer).orElse(null),
                last.map(ProofLinks.Link::hash).orElseGet(ProofHash::none).hex(),
                check.map(BooksChecks.Check::checkedAt).orElse(null),
                check.map(BooksChecks.Check::finding).orElse(null));
    }

    @GET
    @Path("/links")
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "List the links of a fund's proof",
            description =
                    "In their order, each with all that its hash is made of, so that whoever reads them can make the"
                            + " hashes again.")
    public Page<ProofLinkView> listProofLinks(
            @RestPath("id") FundId id,
            @RestQuery("after")
                    @Parameter(description = "Only links after this number", example = "0")
                    @DefaultValue("0")
                    @PositiveOrZero
                    long after,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        see(id);
        List<ProofLinks.Link> rows = links.after(id, cursor == null ? after : after(id, cursor), limit.rowsToRead());
        Map<TransferId, BookedTransfer> booked =
                transfers.inOrder(rows.stream().map(ProofLinks.Link::transfer).toList()).stream()
                        .collect(Collectors.toMap(BookedTransfer::id, Function.identity()));
        return Page.of(
                rows,
                limit,
                link -> ProofLinkView.of(link, booked.get(link.transfer())),
                last -> cursors.after(list(id), List.of(Long.toString(last.number()))));
    }

    private void see(FundId id) {
        FundTerms terms = funds.terms(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
    }

    private long after(FundId id, String cursor) {
        return Long.parseLong(cursors.read(list(id), cursor).getFirst());
    }

    private static String list(FundId id) {
        return "proof-links of " + id;
    }
}
