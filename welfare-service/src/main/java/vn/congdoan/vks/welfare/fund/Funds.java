package vn.congdoan.vks.welfare.fund;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.FundId;

/// All funds, of all units.
@ApplicationScoped
public class Funds implements PanacheRepositoryBase<Fund, FundId> {

    private static final String TERMS = """
            select fund_id, unit_id, owner_union_id, opens_on, closes_on, takes_outside_donors, purposes, pass_through,
                moved_to
            from fund where fund_id = ?
            """;

    private final Sql sql;

    Funds(Sql sql) {
        this.sql = sql;
    }

    /// The fund, or 404.
    Fund require(FundId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Fund> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// What the books must know of a fund; empty if there is no such fund.
    public Optional<FundTerms> terms(FundId id) {
        return sql.one(TERMS, FundTerms::read, id.value());
    }

    /// Whether the owner has a fund of this name on some of the same days; see [NewFund#nameKey].
    boolean hasNameOf(NewFund form) {
        return sql.one(
                        """
                        select 1 from fund
                        where unit_id = ? and name_key = ? and open_during && daterange(?, ?, '[]')
                        """,
                        row -> row.getInt(1),
                        form.unitId().value(),
                        form.nameKey(),
                        form.opensOn(),
                        form.closesOn())
                .isPresent();
    }
}
