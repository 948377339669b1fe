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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// The change log of this service, in the order of its positions.
@ApplicationScoped
public class Changes {

    private static final String COLUMNS = """
            select epoch, position, change_id, kind, aggregate_type, aggregate_id, stream_key, version, origin_node,
                origin_epoch, origin_position, owner_union_id, audience, actor, assignment_id, request_id, recorded_at,
                effective_date, happened, schema_version, state
            from change
            """;

    private static final String AFTER = COLUMNS + "where (epoch, position) > (?, ?) order by epoch, position limit ?";

    private static final String LATEST =
            COLUMNS + "where aggregate_id = ? order by epoch desc, version desc, position desc limit 1";

    /// Looks through so many rows at most, whoever reads: an audience of few changes must not cost a scan of all.
    private static final int LOOKED_THROUGH = 10_000;

    private static final String FOR_AUDIENCE = COLUMNS + """
            where (epoch, position) > (?, ?) and (epoch, position) <= (?, ?) and (audience is null or audience && ?)
            order by epoch, position limit ?
            """;

    private static final String END_OF_WINDOW = """
            select epoch, position from change where (epoch, position) > (?, ?) and (epoch, position) <= (?, ?)
            order by epoch, position offset ? limit 1
            """;

    static final int BATCH = 2_000;

    /// Another instance gives positions at this moment.
    static final int BUSY = -1;

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
        int moved = BUSY;
        while (moved == BUSY || moved == BATCH) {
            moved = sequence(BATCH);
        }
    }

    /// The place of the last change that has one.
    public Position head() {
        return sql.one("select epoch, position from change_head", Changes::position)
                .orElseThrow();
    }

    /// The changes after a place, at most so many.
    public List<LoggedChange> after(Position position, int most) {
        return sql.list(AFTER, Changes::change, position.epoch(), position.number(), most);
    }

    /// Changes for some unions.
    ///
    /// @param upTo the place up to which the log was looked through: the reader goes on from there
    public record Window(List<LoggedChange> changes, Position upTo) {}

    /// The changes after a place and up to another that some unions may read, at most so many.
    public Window window(Position after, Position head, Set<UUID> unions, int most) {
        Position end = sql.one(
                        END_OF_WINDOW,
                        Changes::position,
                        after.epoch(),
                        after.number(),
                        head.epoch(),
                        head.number(),
                        LOOKED_THROUGH - 1)
                .orElse(head.compareTo(after) > 0 ? head : after);
        List<LoggedChange> found = sql.list(
                FOR_AUDIENCE,
                Changes::change,
                after.epoch(),
                after.number(),
                end.epoch(),
                end.number(),
                unions.toArray(UUID[]::new),
                most);
        return new Window(found, found.size() == most ? found.getLast().position() : end);
    }

    /// The last change of an aggregate among those that have a position.
    public Optional<LoggedChange> latest(UUID aggregateId) {
        return sql.one(LATEST, Changes::change, aggregateId);
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
                row.getString(21));
    }

    private static @Nullable List<UUID> ids(@Nullable Array array) throws SQLException {
        return array == null ? null : Arrays.asList((UUID[]) array.getArray());
    }
}
