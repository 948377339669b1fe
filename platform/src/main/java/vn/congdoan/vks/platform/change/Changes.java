package vn.congdoan.vks.platform.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// The change log of this service, in the order of its positions.
@ApplicationScoped
public class Changes {

    private static final String COLUMNS = """
            select epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
                origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id, recorded_at,
                effective_date, happened, schema_version, state
            """;

    private static final String AFTER = COLUMNS + "from changes_after(?, ?) order by position";

    private static final String WITHOUT_AUDIENCE = AFTER.replace("audience", "null::uuid[]");

    private static final String LATEST = COLUMNS + """
            from change
            where aggregate_id = ? and aggregate_type = ? and kind <> 'WITHDRAWAL' order by position desc limit 1
            """;

    /// Looks through so many rows at most, whoever reads: an audience of few changes must not cost a scan of all.
    private static final int LOOKED_THROUGH = 10_000;

    private static final String FOR_AUDIENCE = COLUMNS + """
            from change
            where position > ? and position <= ? and (audience is null or audience && ?) order by position limit ?
            """;

    private static final String FOR_NODE = COLUMNS + """
            from changes_for(?, ?, ?, ?, ?, ?, ?) order by position
            """;

    private static final String END_OF_TRANSACTION =
            "select coalesce(transaction_end, position) from change where position = ?";

    /// The last position of an epoch is the one after which the next began, or the head.
    private static final String END_OF_EPOCH = """
            select coalesce((select begins_after from change_epoch later where later.epoch > change_epoch.epoch
                             order by later.epoch limit 1), head.position)
            from change_epoch cross join change_head head where change_epoch.epoch = ?
            """;

    static final int BATCH = 2_000;

    /// Another instance gives positions at this moment.
    static final int BUSY = -1;

    private static final long OTHERS_TURN = 1_000_000;

    private final Sql sql;

    protected Changes(Sql sql) {
        this.sql = sql;
    }

    /// Gives positions to committed changes, at most so many, and tells to how many.
    int sequence(int most) {
        return sql.one("select sequence_changes(?)", row -> row.getInt(1), most).orElseThrow();
    }

    /// Everything that was committed before the call has its position after it.
    public void catchUp() {
        int moved = sequence(BATCH);
        while (moved == BUSY || moved >= BATCH) {
            if (moved == BUSY) {
                LockSupport.parkNanos(OTHERS_TURN);
            }
            moved = sequence(BATCH);
        }
    }

    /// Names the last of the changes that are committed and have no position yet; 0 if all have one.
    public long lastPending() {
        return sql.one("select coalesce(max(pending_id), 0) from change_pending", row -> row.getLong(1))
                .orElseThrow();
    }

    /// Whether everything that was committed up to a pending change has its position.
    public boolean areSequencedUpTo(long lastPending) {
        return sql.one(
                        "select not exists (select from change_pending where pending_id <= ?)",
                        row -> row.getBoolean(1),
                        lastPending)
                .orElseThrow();
    }

    /// The place of the last change that has one.
    public Position head() {
        return sql.one("select epoch, position from change_head", Changes::position)
                .orElseThrow();
    }

    /// The last position of an epoch, up to now if it is the current one; empty if there is no such epoch.
    public OptionalLong endOf(int epoch) {
        return sql.one(END_OF_EPOCH, row -> row.getLong(1), epoch)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// The changes after a position, at most so many.
    public List<LoggedChange> after(long position, int most) {
        return sql.list(AFTER, Changes::change, position, most);
    }

    /// The same without their audience, for those who send everything to one place.
    public List<LoggedChange> withoutAudience(long position, int most) {
        return sql.list(WITHOUT_AUDIENCE, Changes::change, position, most);
    }

    /// Changes for some unions.
    ///
    /// @param upTo the position up to which the log was looked through: the reader goes on from there
    public record Window(List<LoggedChange> changes, long upTo) {}

    /// The changes after a position and up to another that some unions may read, at most so many.
    public Window window(long after, long head, Set<UUID> unions, int most) {
        long end = Math.min(after + LOOKED_THROUGH, head);
        List<LoggedChange> found =
                sql.list(FOR_AUDIENCE, Changes::change, after, end, unions.toArray(UUID[]::new), most);
        return new Window(
                found, found.size() == most ? found.getLast().position().number() : end);
    }

    /// What a node may read here.
    ///
    /// @param reader the node that reads
    /// @param here the node whose log this is
    /// @param unions for a province those whose node it is; for the central node those whose node this is
    /// @param own whether a province also reads what it made itself
    public record NodesView(String reader, String here, Set<UUID> unions, boolean own) {

        public NodesView {
            unions = Set.copyOf(unions);
        }
    }

    /// The changes after a position and up to another that a node may have: whole transactions, at most so many changes
    /// unless one transaction alone made more.
    public Window window(NodesView view, long after, long head, int most) {
        long end = endOfTransaction(Math.min(after + LOOKED_THROUGH, head));
        List<LoggedChange> found = sql.list(
                FOR_NODE,
                Changes::change,
                view.reader(),
                view.here(),
                view.unions().toArray(UUID[]::new),
                view.own(),
                after,
                end,
                most);
        return new Window(
                found,
                found.size() < most
                        ? end
                        : endOfTransaction(found.getLast().position().number()));
    }

    /// Of what is no longer in the log nobody knows; there it ends anywhere.
    private long endOfTransaction(long position) {
        return sql.one(END_OF_TRANSACTION, row -> row.getLong(1), position).orElse(position);
    }

    /// The last state of an aggregate among those that have a position.
    public Optional<LoggedChange> latest(AggregateType type, UUID aggregateId) {
        return sql.one(LATEST, Changes::change, aggregateId, type.name());
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(row.getInt(1), row.getLong(2));
    }

    private static LoggedChange change(ResultSet row) throws SQLException {
        return new LoggedChange(
                position(row),
                row.getObject(3, UUID.class),
                ChangeKind.valueOf(row.getString(4)),
                row.getString(5),
                row.getObject(6, UUID.class),
                row.getObject(7, UUID.class),
                row.getLong(8),
                row.getString(9),
                row.getInt(10),
                row.getLong(11),
                row.getObject(12, UUID.class),
                ids(row.getArray(13)),
                row.getString(14),
                row.getObject(15, UUID.class),
                row.getString(16),
                row.getObject(17, OffsetDateTime.class).toInstant(),
                row.getObject(18, LocalDate.class),
                row.getString(19),
                row.getInt(20),
                state(row.getBytes(21)));
    }

    private static @Nullable State state(byte @Nullable [] json) {
        return json == null ? null : new State(json);
    }

    private static @Nullable List<UUID> ids(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.asList((UUID[]) array.getArray());
    }
}
