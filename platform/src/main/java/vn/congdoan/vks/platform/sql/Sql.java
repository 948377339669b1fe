package vn.congdoan.vks.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Runs SQL on the service's database: inside a transaction on the same connection as the entities, else on its own.
@ApplicationScoped
public class Sql {

    private final DataSource database;

    Sql(DataSource database) {
        this.database = database;
    }

    /// Makes one object of one row.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// All rows. Give a limit in the statement wherever the number of rows has none of its own.
    public <T> List<T> list(String statement, RowReader<T> reader, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, values);
                ResultSet rows = prepared.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /// The only row, if there is one.
    public <T> Optional<T> one(String statement, RowReader<T> reader, @Nullable Object... values) {
        return list(statement, reader, values).stream().findFirst();
    }

    /// Changes rows and tells how many.
    public int change(String statement, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = prepare(connection, statement, values)) {
            return prepared.executeUpdate();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /// Runs a statement once for each row of values, sent together.
    public void batch(String statement, List<@Nullable Object[]> rows) {
        try (Connection connection = database.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] values : rows) {
                bind(connection, prepared, values);
                prepared.addBatch();
            }
            prepared.executeBatch();
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        bind(connection, prepared, values);
        return prepared;
    }

    private static void bind(Connection connection, PreparedStatement prepared, @Nullable Object... values)
            throws SQLException {
        for (int index = 0; index < values.length; index++) {
            Object value = values[index];
            switch (value) {
                case UUID[] ids -> prepared.setArray(index + 1, connection.createArrayOf("uuid", ids));
                case String[] texts -> prepared.setArray(index + 1, connection.createArrayOf("text", texts));
                case byte[][] blobs -> prepared.setArray(index + 1, connection.createArrayOf("bytea", blobs));
                case null, default -> prepared.setObject(index + 1, value);
            }
        }
    }
}
