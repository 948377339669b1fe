package vn.congdoan.vks.welfare.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.background.Loop;
import vn.congdoan.vks.platform.sql.Sql;

/// Forgets what is personal in imports that nobody has touched for ninety days: the texts of the rows, and those
/// that were not booked. What is left knows the statement again and can undo the import.
@ApplicationScoped
class ForgettingImports {

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 20;

    private final Sql sql;
    private final Clock clock;
    private @Nullable Loop loop;

    ForgettingImports(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(@Observes StartupEvent start) {
        loop = Loop.start("forgetting imports", () -> forget() == AT_ONCE ? Duration.ZERO : EVERY);
    }

    void stop(@Observes ShutdownEvent stop) {
        if (loop != null) {
            loop.close();
        }
    }

    /// Not of unions whose records move, to here or from here: that would be lost on the way. Where they are gone the
    /// papers that were left behind are forgotten in their time.
    ///
    /// @return of how many imports
    int forget() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return QuarkusTransaction.requiringNew().call(() -> {
            UUID[] old = sql.list("""
                            select import_id from contribution_import cross join this_node
                            left join home on home.union_id = owner_union_id
                            where forgotten_at is null and touched_at < ? and home.moving_to is null
                                and (this_node.node = 'central' or home.node = this_node.node)
                            order by touched_at limit ? for update of contribution_import skip locked
                            """, row -> row.getObject(1, UUID.class), now.minus(KEPT), AT_ONCE)
                    .toArray(UUID[]::new);
            sql.one("select set_config('vks.applying', 'on', true)", row -> true);
            sql.change("""
                    delete from contribution_import_row where import_id = any (?) and status not in ('BOOKED', 'UNDONE')
                    """, (Object) old);
            sql.change("""
                    update contribution_import_row
                    set date_text = null, amount_text = null, reference = null, description = null, name = null, note = null,
                        donor_kind = null, donor_member_id = null, donor_unit_id = null, donor_name = null, candidates = '{}'
                    where import_id = any (?)
                    """, (Object) old);
            sql.change(
                    "update contribution_import set forgotten_at = ?, version = version + 1 where import_id = any (?)",
                    now,
                    old);
            return old.length;
        });
    }
}
