package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Somebody who moves a home on a connection of its own, at the same time as others write.
final class HomeMover implements AutoCloseable {

    private static final String MOVE = """
            insert into home (union_id, node, moving_to)
            select ?, 'central', 'a' from pg_advisory_xact_lock(hashtext('home'), hashtext(?::text))
            """;

    private final Connection connection;
    private final Connection watcher;
    private CompletableFuture<Void> move = CompletableFuture.completedFuture(null);

    HomeMover(SimulatedNode node) throws SQLException {
        this.connection = node.connect();
        this.watcher = node.connect();
    }

    void begin(UUID union) {
        move = CompletableFuture.runAsync(() -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
                statement.setObject(1, union);
                statement.setString(2, union.toString());
                statement.executeUpdate();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /// Returns once the move waits for a lock; it never does if writers do not hold it up, and this fails.
    void requireWaiting() {
        while (true) {
            assertTrue(!move.isDone(), "the home moved while somebody wrote");
            try (Statement statement = watcher.createStatement();
                    ResultSet waiting = statement.executeQuery(
                            "select from pg_locks where locktype = 'advisory' and not granted")) {
                if (waiting.next()) {
                    return;
                }
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            Thread.onSpinWait();
        }
    }

    void requireDone() throws Exception {
        move.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        watcher.close();
    }
}
