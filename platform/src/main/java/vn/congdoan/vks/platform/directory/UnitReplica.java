package vn.congdoan.vks.platform.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Keeps the units with their dated versions.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class UnitReplica implements Subscription {

    private static final String VERSIONS = """
            insert into directory_unit_version
                (unit_id, union_id, parent_id, kind, code, name, valid_from, valid_to)
            select taken.id, version."unionId", version."parentId", version.kind, version.code, version.name,
                version."validFrom", version."validTo"
            from %s
            cross join jsonb_to_recordset(taken.state->'versions') as version("unionId" uuid, "parentId" uuid,
                kind text, code text, name text, "validFrom" date, "validTo" date)
            where taken.id = any (?)
            """.formatted(States.TAKEN);

    private static final String SUCCESSORS = """
            insert into directory_unit_succession (unit_id, successor_id, ordinal)
            select taken.id, successor.id::uuid, successor.ordinal - 1
            from %s
            cross join jsonb_array_elements_text(coalesce(taken.state->'successors', '[]'))
                with ordinality as successor(id, ordinal)
            where taken.id = any (?)
            """.formatted(States.TAKEN);

    private final Sql sql;
    private final States states;

    UnitReplica(Sql sql, States states) {
        this.sql = sql;
        this.states = states;
    }

    @Override
    public String topic() {
        return "vks.membership.unit";
    }

    @Override
    public int schemaVersion() {
        return 1;
    }

    @Override
    public void take(List<Event> events) {
        String taken = states.json(events);
        Object newer = states.newer("directory_unit", "unit_id", "", "", taken);
        sql.change("delete from directory_unit_version where unit_id = any (?)", newer);
        sql.change(VERSIONS, taken, newer);
        sql.change("delete from directory_unit_succession where unit_id = any (?)", newer);
        sql.change(SUCCESSORS, taken, newer);
    }

    @Override
    public void forget(List<Gone> gone) {
        Object forgotten = states.forget("directory_unit", "unit_id", gone);
        sql.change("delete from directory_unit_version where unit_id = any (?)", forgotten);
        sql.change("delete from directory_unit_succession where unit_id = any (?)", forgotten);
    }
}
