package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Homes;

/// Gives a node what stays at home of the unions whose records move to it. Nobody writes them meanwhile, so it can be
/// read page by page, at any time, and again.
@ApplicationScoped
class HandingOver {

    /// In one statement: what has no position at this moment is seen to wait for one.
    private static final String STANDING = """
            select not exists (select from change_pending where owner_union_id = any (?)), epoch, position
            from change_head
            """;

    private final Sql sql;
    private final Homes homes;
    private final Belongings belongings;
    private final MovingRows moving;

    HandingOver(Sql sql, Homes homes, Belongings belongings, MovingRows moving) {
        this.sql = sql;
        this.homes = homes;
        this.belongings = belongings;
        this.moving = moving;
    }

    /// How far a hand-over has come here.
    ///
    /// @param ready nobody writes the records any more, and the log tells all that was written of them
    /// @param epoch of the log
    /// @param position up to which the node must have taken the log before it asks for what stays at home
    record Standing(boolean ready, int epoch, long position) {}

    Standing standing(String node) {
        UUID[] unions = moving(node);
        return sql.one(
                        STANDING,
                        row -> new Standing(unions.length > 0 && row.getBoolean(1), row.getInt(2), row.getLong(3)),
                        (Object) unions)
                .orElseThrow();
    }

    /// What comes after a place.
    Page page(String node, Page.Place from) {
        Standing standing = standing(node);
        if (!standing.ready()) {
            throw new Conflict("nothing-moves");
        }
        UUID[] unions = moving(node);
        List<MovingTable> tables = belongings.tables();
        @Nullable UUID after = from.after();
        for (int place = from.table(); place < tables.size(); place++) {
            MovingTable table = tables.get(place);
            List<ObjectNode> rows = moving.read(table, unions, after, table.atOnce());
            if (!rows.isEmpty()) {
                boolean more = rows.size() == table.atOnce();
                Page.Place next = more
                        ? new Page.Place(
                                place,
                                UUID.fromString(rows.getLast().path(table.key()).asText()))
                        : new Page.Place(place + 1, null);
                return new Page(from, table.name(), rows, next, standing.epoch(), List.of(unions));
            }
            after = null;
        }
        return new Page(from, null, List.of(), null, standing.epoch(), List.of(unions));
    }

    private UUID[] moving(String node) {
        Set<UUID> unions = homes.movingTo(node);
        return unions.stream().sorted().toArray(UUID[]::new);
    }
}
