package vn.congdoan.vks.platform.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.sql.Sql;

/// Takes what stays at home of the records that move to this node. Each page is one transaction with the place that was
/// reached, so that it goes on there after whatever happens.
@ApplicationScoped
class TakingOver {

    private static final Logger LOG = Logger.getLogger(TakingOver.class);

    private static final String PLACE = "select place, after, complete from taking_over";

    private static final String ASIDE = """
            select count(*), min(concat_ws(' ', reason, aggregate_type, aggregate_id, detail))
            from quarantined_change where change ->> 'ownerUnion' = any (?::text[]) having count(*) > 0
            """;

    private final Sql sql;
    private final Belongings belongings;
    private final MovingRows moving;

    TakingOver(Sql sql, Belongings belongings, MovingRows moving) {
        this.sql = sql;
        this.belongings = belongings;
        this.moving = moving;
    }

    /// How far it has come.
    record Reached(Page.Place place, boolean complete) {}

    Reached reached() {
        return read(PLACE);
    }

    /// Begins anew, if it is another hand-over than before: the records were written again where they were.
    ///
    /// @param version of the node's record, which says that they move
    void begin(long version) {
        sql.change("""
                update taking_over set of_version = ?, place = 0, after = null, complete = false where of_version <> ?
                """, version, version);
    }

    /// Takes the next rows, within a transaction of the caller.
    void take(Page page) {
        Reached reached = read(PLACE + " for update");
        if (reached.complete() || !reached.place().equals(page.from())) {
            throw new Conflict("cursor-elsewhere");
        }
        UUID[] unions = page.unions().toArray(UUID[]::new);
        if (page.from().equals(Page.Place.FIRST)) {
            moving.clear(unions);
        }
        if (page.table() != null) {
            moving.write(tableOf(page), page.rows());
        }
        Page.Place next = page.next();
        if (next == null) {
            finish(unions, page.epoch());
        } else {
            sql.change("update taking_over set place = ?, after = ?", next.table(), next.after());
        }
    }

    private void finish(UUID[] unions, int epoch) {
        sql.one(ASIDE, row -> row.getLong(1) + ", such as " + row.getString(2), (Object) unions)
                .ifPresent(aside -> {
                    throw new IllegalStateException("Changes of the records are set aside: " + aside);
                });
        belongings.complete(unions);
        sql.one("select reach_epoch(?)", row -> true, epoch);
        sql.change("update taking_over set complete = true");
        LOG.infof("Has all that moves of %s", List.of(unions));
    }

    private MovingTable tableOf(Page page) {
        return belongings.tables().stream()
                .filter(each -> each.name().equals(page.table()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This software knows no table " + page.table()));
    }

    private Reached read(String statement) {
        return sql.one(
                        statement,
                        row -> new Reached(
                                new Page.Place(row.getInt(1), row.getObject(2, UUID.class)), row.getBoolean(3)))
                .orElseThrow();
    }
}
