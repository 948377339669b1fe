package vn.congdoan.vks.welfare.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;

/// The statement of a fund.
@Path("/api/v1/funds/{id}/statement")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class StatementResource {

    private final Statements statements;
    private final StatementCursors cursors;
    private final Funds funds;
    private final Caller caller;
    private final Clock clock;

    StatementResource(Statements statements, StatementCursors cursors, Funds funds, Caller caller, Clock clock) {
        this.statements = statements;
        this.cursors = cursors;
        this.funds = funds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read the statement of a fund",
            description = "What the fund held in cash and at the bank before the first day, each transfer with the"
                    + " balance after it, and what it held after the last day. Its pages show the books as they were"
                    + " when the first one was read.")
    public StatementView getStatement(
            @RestPath("id") FundId id,
            @RestQuery("from")
                    @Parameter(
                            description = "The first day, not in the future; from the beginning unless told",
                            example = "2022-01-01")
                    @Nullable
                    LocalDate from,
            @RestQuery("to")
                    @Parameter(description = "The last day, inclusive; today unless told", example = "2022-12-31")
                    @Nullable
                    LocalDate to,
            @RestQuery("limit") @DefaultValue(PageLimit.DEFAULT) PageLimit limit,
            @RestQuery("cursor") @Nullable String cursor) {
        AskedDays.require(from, to, clock);
        FundTerms terms = funds.terms(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        boolean withText = caller.reach(Permission.READ_SENSITIVE, terms.unitId()) == Reach.SCOPE;
        return view(page(id, from, to, withText, limit, cursor), limit);
    }

    private Statements.Page page(
            FundId id,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean withText,
            PageLimit limit,
            @Nullable String cursor) {
        if (cursor == null) {
            LocalDate last = to == null ? LocalDate.now(clock) : to;
            return statements.first(id, from, last, withText, limit.rowsToRead());
        }
        StatementCursors.Position position = cursors.read(cursor, id, from, to);
        return statements.next(position.head(), position.after(), withText, limit.rowsToRead());
    }

    private StatementView view(Statements.Page page, PageLimit limit) {
        Statements.Head head = page.head();
        List<StatementView.Line> lines = page.lines();
        boolean more = lines.size() > limit.value();
        List<StatementView.Line> shown = more ? lines.subList(0, limit.value()) : lines;
        return new StatementView(
                head.fund(),
                head.from(),
                head.to(),
                head.opening(),
                head.closing(),
                shown,
                more ? cursors.after(head, shown.getLast()) : null);
    }
}
