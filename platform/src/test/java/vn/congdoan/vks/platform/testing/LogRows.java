package vn.congdoan.vks.platform.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/// Writes changes as a service's transactions do, and has them sequenced.
public final class LogRows {

    private final DataSource database;

    public LogRows(DataSource database) {
        this.database = database;
    }

    /// A committed change without a position yet.
    public void append(String aggregateType, UUID aggregate, long version) {
        append(aggregateType, aggregate, version, "{\"version\": " + version + "}");
    }

    public void append(String aggregateType, UUID aggregate, long version, String state) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                            origin_node, owner_union_id, recorded_at, effective_date, happened, schema_version, state)
                        values (?, 'STATE', ?, ?, ?, ?, 'test', ?, clock_timestamp(), current_date, 'changed', 1,
                            ?::jsonb)
                        """)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, aggregateType);
            insert.setObject(3, aggregate);
            insert.setObject(4, aggregate);
            insert.setLong(5, version);
            insert.setObject(6, aggregate);
            insert.setString(7, state);
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
