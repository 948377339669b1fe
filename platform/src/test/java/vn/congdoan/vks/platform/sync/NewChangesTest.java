package vn.congdoan.vks.platform.sync;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.ChangesAccess;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.change.Sequencer;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// Readers who have read everything wait for more.
class NewChangesTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database = new TestDatabase();
    private final AtomicInteger looks = new AtomicInteger();
    private final Changes changes = ChangesAccess.of(SqlAccess.on(counting()));
    private final NewChanges news = new NewChanges(changes);

    @Test
    void what_another_instance_wrote_is_found() throws SQLException {
        Position read = changes.head();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> news.await(news.times(), read, LONG));
        int before = looks.get();
        assertTrue(Waiting.until(() -> looks.get() > before + 1, PATIENCE));
        assertFalse(waiting.isDone());
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("update change_head set position = position + 1");
        }
        assertTrue(Waiting.until(waiting::isDone, PATIENCE));
    }

    @Test
    void what_this_instance_wrote_is_told_to_whoever_waits() {
        CompletableFuture<Void> waiting =
                CompletableFuture.runAsync(() -> news.await(news.times(), new Position(9, 9), LONG));
        assertTrue(Waiting.until(() -> looks.get() > 0, PATIENCE));
        news.came(new Sequencer.Sequenced(1));
        assertTrue(Waiting.until(waiting::isDone, PATIENCE));
    }

    @Test
    void nobody_waits_for_what_came_while_he_read() {
        long seen = news.times();
        news.came(new Sequencer.Sequenced(1));
        news.await(seen, changes.head(), LONG);
    }

    @Test
    void nobody_waits_longer_than_he_will() {
        news.await(news.times(), changes.head(), Duration.ofMillis(20));
    }

    @Test
    void all_who_wait_look_together() {
        Position read = changes.head();
        long begin = System.nanoTime();
        int before = looks.get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int reader = 0; reader < 100; reader++) {
                waiting.add(CompletableFuture.runAsync(
                        () -> news.await(news.times(), read, Duration.ofSeconds(2)), threads));
            }
            waiting.forEach(CompletableFuture::join);
        }
        long most = 2 + (System.nanoTime() - begin) / Duration.ofMillis(500).toNanos();
        assertTrue(looks.get() - before <= most, looks.get() - before + " looks, at most " + most);
    }

    private DataSource counting() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    looks.incrementAndGet();
                    return database.connect();
                });
    }
}
