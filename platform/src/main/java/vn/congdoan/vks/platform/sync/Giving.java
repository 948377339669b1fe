package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Lets records pass to unions whose home is another node. Their next change, which names the new owner, is the last
/// one that is made here; afterwards they are replicas. What is not published of them has to go along in another way.
@ApplicationScoped
public class Giving {

    private final Sql sql;

    Giving(Sql sql) {
        this.sql = sql;
    }

    /// From now on and until the transaction ends records that are written here may be given to the union.
    public void to(UnitId union) {
        sql.one(
                "select set_config('vks.giving',"
                        + " concat_ws(',', nullif(current_setting('vks.giving', true), ''), ?::text), true)",
                row -> true,
                union.value().toString());
    }

    /// Whether the records of a union are written here, now.
    public boolean isWrittenHere(UnitId union) {
        return sql.one(
                        "select written_here(?) and not recovering from this_node",
                        row -> row.getBoolean(1),
                        union.value())
                .orElse(false);
    }

    /// Where the records of a union are written, if that is not here.
    public Optional<String> elsewhere(UnitId union) {
        return sql.one(
                        "select coalesce((select node from home where union_id = ?), 'central'), node from this_node",
                        row -> new String[] {row.getString(1), row.getString(2)},
                        union.value())
                .filter(homes -> !homes[0].equals(homes[1]))
                .map(homes -> homes[0]);
    }
}
