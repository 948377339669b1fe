package vn.congdoan.vks.platform.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// Many transactions that begin, write, commit and roll back in every order, while the sequencer runs and a reader
/// follows the log.
class SequencerModelTest {

    private static final int AGGREGATES = 4;
    private static final int TRANSACTIONS = 5;
    private static final int STEPS = 120;

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void a_reader_that_has_seen_a_position_never_meets_a_smaller_one_and_misses_nothing(@ForAll Random random)
            throws SQLException {
        try (Interleaving run = new Interleaving(random, "position")) {
            run.play();
            assertEquals(List.of(), run.disorder());
            assertEquals(run.committed(), run.seen());
            assertEquals(run.committed().size(), run.lastSeen(), "positions without gaps");
        }
    }

    /// The trap that positions are for: identity values are given before the commit, so reading by them skips rows.
    @Property(tries = 1)
    void reading_by_the_identity_column_would_miss_changes() throws SQLException {
        boolean missed = false;
        for (int seed = 0; seed < 20 && !missed; seed++) {
            try (Interleaving run = new Interleaving(new Random(seed), "identity")) {
                run.play();
                missed = !run.committed().equals(run.seen());
            }
        }
        assertTrue(missed, "the model finds what it is made to find");
    }

    /// One random run over a database of its own.
    private static final class Interleaving implements AutoCloseable {

        private final Random random;
        private final boolean byPosition;
        private final TestDatabase database = new TestDatabase();
        private final Connection reader = database.connect();
        private final Connection sequencer = database.connect();
        private final Connection rival = database.connect();
        private final List<Transaction> open = new ArrayList<>();
        private final Map<Integer, UUID> aggregates = new HashMap<>();
        private final Set<Integer> locked = new HashSet<>();
        private final Set<UUID> committed = new HashSet<>();
        private final Set<UUID> seen = new HashSet<>();
        private final Map<UUID, Long> versionsSeen = new HashMap<>();
        private final List<String> disorder = new ArrayList<>();
        private long lastSeen;

        Interleaving(Random random, String readBy) throws SQLException {
            this.random = random;
            this.byPosition = readBy.equals("position");
            try (Statement statement = reader.createStatement()) {
                statement.execute("create table thing (thing_id uuid primary key, version bigint not null)");
                for (int aggregate = 0; aggregate < AGGREGATES; aggregate++) {
                    UUID id = UUID.randomUUID();
                    aggregates.put(aggregate, id);
                    statement.execute("insert into thing values ('" + id + "', 0)");
                }
            }
        }

        private record Transaction(Connection connection, Set<Integer> written, Set<UUID> changes) {}

        void play() throws SQLException {
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(10)) {
                    case 0, 1 -> begin();
                    case 2, 3, 4, 5 -> write();
                    case 6, 7 -> end();
                    case 8 -> sequence();
                    default -> read();
                }
            }
            while (!open.isEmpty()) {
                end();
            }
            while (sequence() != 0) {
                read();
            }
            read();
        }

        private void begin() throws SQLException {
            if (open.size() < TRANSACTIONS) {
                Connection connection = database.connect();
                connection.setAutoCommit(false);
                open.add(new Transaction(connection, new HashSet<>(), new HashSet<>()));
            }
        }

        /// The next version of an aggregate that no other open transaction holds.
        private void write() throws SQLException {
            if (open.isEmpty()) {
                return;
            }
            Transaction transaction = open.get(random.nextInt(open.size()));
            int aggregate = random.nextInt(AGGREGATES);
            if (locked.contains(aggregate) && !transaction.written().contains(aggregate)) {
                return;
            }
            locked.add(aggregate);
            transaction.written().add(aggregate);
            UUID change = UUID.randomUUID();
            try (PreparedStatement write = transaction.connection().prepareStatement("""
                    with changed as (update thing set version = version + 1 where thing_id = ? returning *)
                    insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                        origin_node, owner_union_id, recorded_at, effective_date, happened, schema_version, state)
                    select ?, 'STATE', 'thing', thing_id, thing_id, version, 'test', thing_id, now(), current_date,
                        'changed', 1, '{}' from changed
                    """)) {
                write.setObject(1, aggregates.get(aggregate));
                write.setObject(2, change);
                write.executeUpdate();
            }
            transaction.changes().add(change);
        }

        private void end() throws SQLException {
            if (open.isEmpty()) {
                return;
            }
            Transaction transaction = open.remove(random.nextInt(open.size()));
            if (random.nextInt(4) == 0) {
                transaction.connection().rollback();
            } else {
                transaction.connection().commit();
                committed.addAll(transaction.changes());
            }
            locked.removeAll(transaction.written());
            transaction.connection().close();
        }

        /// Sometimes while another instance is at it.
        private int sequence() throws SQLException {
            int most = 1 + random.nextInt(5);
            if (random.nextInt(3) > 0) {
                return sequence(sequencer, most);
            }
            rival.setAutoCommit(false);
            int moved = sequence(rival, most);
            assertEquals(-1, sequence(sequencer, most), "one at a time");
            rival.commit();
            return moved;
        }

        private static int sequence(Connection connection, int most) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select sequence_changes(" + most + ")")) {
                row.next();
                return row.getInt(1);
            }
        }

        private void read() throws SQLException {
            String next = byPosition
                    ? "select position, change_id, aggregate_id, version from change where position > ? order by position"
                    : "select pending_id, change_id, aggregate_id, version from change_pending where pending_id > ?"
                            + " order by pending_id";
            try (PreparedStatement read = reader.prepareStatement(next)) {
                read.setLong(1, lastSeen);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        take(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getLong(4));
                    }
                }
            }
        }

        private void take(long position, UUID change, UUID aggregate, long version) {
            if (byPosition && position != lastSeen + 1) {
                disorder.add("position " + position + " after " + lastSeen);
            }
            lastSeen = position;
            Long before = versionsSeen.put(aggregate, version);
            if (before != null && before >= version) {
                disorder.add("version " + version + " after " + before);
            }
            seen.add(change);
        }

        Set<UUID> committed() {
            return committed;
        }

        Set<UUID> seen() {
            return seen;
        }

        long lastSeen() {
            return lastSeen;
        }

        List<String> disorder() {
            return disorder;
        }

        @Override
        public void close() throws SQLException {
            reader.close();
            sequencer.close();
            rival.close();
        }
    }
}
