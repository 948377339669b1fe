package vn.congdoan.vks.local.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.stack.PostgresServer;

/// Commits 1, 2, 3, … first in one database and then in another. Whoever finds a number in the second and not in the
/// first, or two more in the first than in the second, has not met the two at one point.
@NullMarked
final class PairWriter implements AutoCloseable {
    private final PostgresServer server;
    private final int writer;
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean stopping;
    private @Nullable CompletableFuture<Void> running;

    PairWriter(PostgresServer server, int writer) {
        this.server = server;
        this.writer = writer;
    }

    void start() {
        running = CompletableFuture.runAsync(this::write, Thread::startVirtualThread);
    }

    /// The last number that both databases have acknowledged.
    int done() {
        return done.get();
    }

    private void write() {
        try (Connection first = server.connect("membership");
                Connection second = server.connect("campaign");
                PreparedStatement intoFirst = first.prepareStatement("INSERT INTO pair VALUES (?, ?)");
                PreparedStatement intoSecond = second.prepareStatement("INSERT INTO pair VALUES (?, ?)")) {
            while (!stopping) {
                int number = done.get() + 1;
                insert(intoFirst, number);
                insert(intoSecond, number);
                done.set(number);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void insert(PreparedStatement statement, int number) throws SQLException {
        statement.setInt(1, writer);
        statement.setInt(2, number);
        statement.executeUpdate();
    }

    /// Waits for the pair that is being written; fails if a write has failed.
    @Override
    public void close() {
        stopping = true;
        CompletableFuture<Void> writing = running;
        running = null;
        if (writing != null) {
            try {
                writing.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
