package vn.congdoan.vks.welfare.fund;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.VietnameseText;

/// All funds, of all units.
@ApplicationScoped
class Funds implements PanacheRepositoryBase<Fund, FundId> {

    private final Sql sql;

    Funds(Sql sql) {
        this.sql = sql;
    }

    /// The fund, or 404.
    Fund require(FundId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Whether the owner has a fund of this name on some of the same days, whatever the capitals.
    boolean hasNameOf(NewFund form) {
        return sql.one(
                        """
                        select 1 from fund
                        where unit_id = ? and name_key = lower(? collate "vi-x-icu")
                          and open_during && daterange(?, ?, '[]')
                        """,
                        row -> row.getInt(1),
                        form.unitId().value(),
                        VietnameseText.singleLine(form.name()),
                        form.opensOn(),
                        form.closesOn())
                .isPresent();
    }
}
