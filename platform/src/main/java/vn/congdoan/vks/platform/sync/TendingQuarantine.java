package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.change.Sequencer;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// Tries a change in quarantine at once, or gives it up. What is given up is not lost: its record is doubted
/// from then on, so that the sender tells it again as it is by then. An entry of the books is never given up,
/// because no later state says what it said, and what follows it in its stream may rest on it.
@ApplicationScoped
class TendingQuarantine {

    private static final String RESOURCE = "quarantined-change";

    private static final String FIND = """
            select sender, aggregate_type, aggregate_id, stream_key, change->>'kind'
            from quarantined_change where change_id = ? order by quarantined_id limit 1
            """;

    private final Sql sql;
    private final Receiving receiving;
    private final Doubts doubts;
    private final Sequencer sequencer;
    private final AuditTrail trail;

    TendingQuarantine(Sql sql, Receiving receiving, Doubts doubts, Sequencer sequencer, AuditTrail trail) {
        this.sql = sql;
        this.receiving = receiving;
        this.doubts = doubts;
        this.sequencer = sequencer;
        this.trail = trail;
    }

    private record Aside(String sender, String aggregateType, UUID aggregateId, UUID streamKey, ChangeKind kind) {

        static Aside read(ResultSet row) throws SQLException {
            return new Aside(
                    row.getString(1),
                    row.getString(2),
                    row.getObject(3, UUID.class),
                    row.getObject(4, UUID.class),
                    ChangeKind.valueOf(row.getString(5)));
        }
    }

    /// Within a transaction: tries it again with all of its stream.
    void retry(UUID changeId, UnitId keeper) {
        Aside aside = require(changeId);
        receiving.retry(aside.sender(), aside.streamKey());
        trail.changed("retry", RESOURCE, changeId, keeper, List.of());
        sequencer.wake();
    }

    /// Within a transaction: gives it up, so that what waited for it is tried.
    void discard(UUID changeId, UnitId keeper, String reason) {
        Aside aside = require(changeId);
        if (aside.kind() == ChangeKind.ENTRY) {
            throw new Conflict("entry-is-kept");
        }
        receiving.hold(aside.sender());
        sql.change("delete from quarantined_change where change_id = ?", changeId);
        doubts.doubt(aside.sender(), aside.aggregateType(), aside.aggregateId());
        receiving.retry(aside.sender(), aside.streamKey());
        trail.changedBecause(reason, "discard", RESOURCE, changeId, keeper, List.of());
        sequencer.wake();
    }

    private Aside require(UUID changeId) {
        return sql.one(FIND, Aside::read, changeId).orElseThrow(NotFound::new);
    }
}
