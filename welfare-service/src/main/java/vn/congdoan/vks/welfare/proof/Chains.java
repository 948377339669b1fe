package vn.congdoan.vks.welfare.proof;

import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.TransferState;

/// Whether the chains of funds hold all that was booked.
@ApplicationScoped
public class Chains {

    private static final String COMPLETE = """
            with own as materialized (select fund_id from fund where unit_id = ?)
            select not exists (
                select from change_pending join own on fund_id = stream_key where aggregate_type = ?
            ) and not exists (
                select from change join own on fund_id = stream_key
                where position > (select proof_place.position from proof_place) and aggregate_type = ?
            )
            """;

    private final Sql sql;

    Chains(Sql sql) {
        this.sql = sql;
    }

    /// Whether those of a unit's funds are complete at this moment.
    public boolean areComplete(UnitId unit) {
        String type = TransferState.TYPE.name();
        return sql.one(COMPLETE, row -> row.getBoolean(1), unit.value(), type, type)
                .orElseThrow();
    }
}
