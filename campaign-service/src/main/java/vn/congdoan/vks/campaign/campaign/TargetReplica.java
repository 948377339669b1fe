package vn.congdoan.vks.campaign.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;

/// Keeps the targets of other nodes' records: what differs from their states goes, what lacks comes, and the
/// others are not touched.
@ApplicationScoped
public class TargetReplica {

    private static final String TOLD = """
            rows from (jsonb_to_recordset(taken.state->'targets')
                as (id uuid, name text, "unitOfMeasure" text, value numeric, direction text)) with ordinality
            as told(target_id, name, unit_of_measure, value, direction, ordinal)
            """;

    private final Sql sql;

    TargetReplica(Sql sql) {
        this.sql = sql;
    }

    /// Makes the targets to be what the states tell.
    ///
    /// @param table whose targets: `campaign` or `participation`
    /// @param taken the states, as in [Replica#TAKEN]
    public void apply(String table, String taken) {
        sql.change("""
                delete from %1$s_target kept using %2$s
                where kept.%1$s_id = taken.id and not exists (
                    select from %3$s
                    where (told.target_id, told.name, told.unit_of_measure, told.value, told.direction)
                            = (kept.target_id, kept.name, kept.unit_of_measure, kept.value, kept.direction)
                        and told.ordinal - 1 = kept.place)
                """.formatted(table, Replica.TAKEN, TOLD), taken);
        sql.change("""
                insert into %1$s_target (%1$s_id, place, target_id, name, unit_of_measure, value, direction)
                select taken.id, told.ordinal - 1, told.target_id, told.name, told.unit_of_measure, told.value,
                    told.direction
                from %2$s cross join %3$s
                on conflict (%1$s_id, place) do nothing
                """.formatted(table, Replica.TAKEN, TOLD), taken);
    }

    /// Takes all targets of some records away.
    public void withdraw(String table, UUID[] ids) {
        sql.change("delete from %1$s_target where %1$s_id = any (?)".formatted(table), (Object) ids);
    }
}
