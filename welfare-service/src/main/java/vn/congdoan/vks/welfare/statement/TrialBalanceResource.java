package vn.congdoan.vks.welfare.statement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.fund.Funds;
import vn.congdoan.vks.welfare.ledger.FundId;

/// The trial balance of a fund.
@Path("/api/v1/funds/{id}/trial-balance")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "funds")
public class TrialBalanceResource {

    private final TrialBalances balances;
    private final Funds funds;
    private final Caller caller;
    private final Clock clock;

    TrialBalanceResource(TrialBalances balances, Funds funds, Caller caller, Clock clock) {
        this.balances = balances;
        this.funds = funds;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Needs(Permission.READ_FUNDS)
    @Transactional
    @Operation(
            summary = "Read the trial balance of a fund",
            description =
                    "What stood on each account before the first day, what was debited and credited, and what stood"
                            + " there after the last day; in each pair of totals debits equal credits. With `to` alone it tells"
                            + " the balances on that date.")
    public TrialBalanceView getTrialBalance(
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
                    LocalDate to) {
        AskedDays.require(from, to, clock);
        FundTerms terms = funds.terms(id).orElseThrow(NotFound::new);
        caller.see(Permission.READ_FUNDS, terms.unitId());
        return balances.of(id, from, Objects.requireNonNullElseGet(to, () -> LocalDate.now(clock)));
    }
}
