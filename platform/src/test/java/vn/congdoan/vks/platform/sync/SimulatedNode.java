package vn.congdoan.vks.platform.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.ChangesAccess;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.SqlAccess;
import vn.congdoan.vks.platform.testing.TestDatabase;

/// A node of the simulation: the real tables, feed and application over a database of its own, with three kinds of
/// records. Topics are referred to by notes and entries; an entry changes the sum of its topic, so that one which is
/// applied twice shows.
final class SimulatedNode {

    private static final String HELD = """
            select 'topic ' || topic_id, concat(version, ' ', name, ' ', total) from topic left join topic_sum using (topic_id)
            where owner = ?
            union all select 'note ' || note_id, concat(version, ' ', topic_id, ' ', label) from note where owner = ?
            union all select 'entry ' || entry_id, concat(topic_id, ' ', amount) from entry where owner = ?
            """;

    private final String name;
    private final UUID union;
    private final TestDatabase database = new TestDatabase();
    private final SimulatedConnection connection;
    private final Sql sql;
    private final ThisNode self;
    private final Homes homes;
    final Feeding feeding;
    final Receiving receiving;
    final Doubts doubts;
    final Digests digests;
    final Comparing comparing;

    SimulatedNode(String name, UUID union) {
        this.name = name;
        this.union = union;
        try {
            this.connection = new SimulatedConnection(database.connect());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        this.sql = SqlAccess.on(connection.source());
        SimulatedTables.make(sql);
        // Tables of a few rows are planned in one way only; planning each time costs more than it finds.
        run("set plan_cache_mode = force_generic_plan");
        this.self = new ThisNode(sql, name);
        this.homes = new Homes(sql, self);
        InOneTransaction transaction = new InOneTransaction() {
            @Override
            <T> T run(Supplier<T> work) {
                return connection.inTransaction(work);
            }
        };
        Clock clock = Clock.systemUTC();
        TakingChanges taking = new TakingChanges(sql, homes, self, SimulatedRecords.replicas(sql));
        Applying applying = new Applying(sql, taking, new Quarantine(sql, new SyncLines(), clock));
        Changes changes = ChangesAccess.of(sql);
        this.feeding = new Feeding(changes, new NewChanges(changes), self);
        this.receiving =
                new Receiving(sql, transaction, new CheckingBatches(sql, homes, self, taking, clock), applying, clock);
        this.doubts = new Doubts(sql, transaction, self);
        this.digests = new Digests(sql);
        this.comparing = new Comparing(sql, digests, changes, self);
    }

    /// A connection beside that of the simulation.
    Connection connect() throws SQLException {
        return database.connect();
    }

    String name() {
        return name;
    }

    UUID union() {
        return union;
    }

    SimulatedConnection connection() {
        return connection;
    }

    /// As it was when it was new, for the next run.
    void clear(List<SimulatedNode> provinces) {
        connection.calm();
        connection.inTransaction(() -> {
            sql.one("select clear_all()", row -> true);
            sql.change("insert into this_node (node) values (?)", name);
            provinces.forEach(
                    each -> sql.change("insert into home (union_id, node) values (?, ?)", each.union(), each.name()));
            return true;
        });
    }

    void backUp() {
        connection.inTransaction(() -> sql.one("select back_up()", row -> true));
    }

    /// Back to the last backup, in a new epoch. The database names an epoch by the second, which is too long here.
    void restore(int epoch) {
        connection.inTransaction(() -> {
            sql.one("select restore_backup()", row -> true);
            sql.one("select begin_epoch()", row -> true);
            sql.change("update change_epoch set epoch = ? where epoch = (select epoch from change_head)", epoch);
            return sql.change("update change_head set epoch = ?", epoch);
        });
    }

    /// Many runs leave many dead rows behind.
    void tidy() {
        SimulatedTables.tidy(sql);
    }

    boolean isRecovering() {
        return self.isRecovering();
    }

    void recovered() {
        self.hasRecovered();
    }

    void sequence(int most) {
        sql.list("select sequence_changes(" + most + ")", row -> true);
    }

    /// Changes without a position.
    int pending() {
        return sql.one("select count(*)::int from change_pending", row -> row.getInt(1))
                .orElseThrow();
    }

    void retry(String sender) {
        receiving.retry(sender);
    }

    /// Something happens to a record of this node. Refused by the database as little as in a service: then nothing is
    /// done.
    void write(Random random, SimulatedRecords.Audiences audiences) {
        connection.inTransaction(() -> {
            int writes = 1 + random.nextInt(2);
            for (int write = 0; write < writes; write++) {
                new SimulatedRecords.Writing(sql, name, union, random, audiences).write();
            }
            return true;
        });
    }

    /// Makes a topic of a union that everybody is told of, in a transaction of its own.
    void write(UUID owner) {
        inOneTransaction(() -> writeWithin(owner));
    }

    /// The same in the transaction of the caller.
    void writeWithin(UUID owner) {
        writing(owner, new Random()).newTopic();
    }

    /// Gives a topic to another union, as the last change of it.
    void give(UUID topic, UUID to) {
        give(topic, to, new Random());
    }

    private void give(UUID topic, UUID to, Random random) {
        inOneTransaction(() -> {
            new Giving(sql).to(new UnitId(to));
            writing(union, random).give(topic, to);
        });
    }

    /// Gives some topic that everybody is told of and nothing refers to, or makes one that can be given later.
    boolean giveAny(Random random, UUID to) {
        List<UUID> topics = sql.list("""
                select topic_id from topic
                where owner = ? and not exists (select from note where note.topic_id = topic.topic_id)
                and not exists (select from entry where entry.topic_id = topic.topic_id)
                and (latest_change('topic', topic_id)).audience is null
                order by topic_id
                """, row -> row.getObject(1, UUID.class), union);
        if (topics.isEmpty()) {
            inOneTransaction(() -> writing(union, random).newTopic());
        } else {
            give(topics.get(random.nextInt(topics.size())), to, random);
        }
        return !topics.isEmpty();
    }

    /// The same without having said so.
    void passOn(UUID topic, UUID to) {
        inOneTransaction(() -> writing(union, new Random()).give(topic, to));
    }

    /// Changes a topic that is a union's.
    void rename(UUID topic, UUID owner) {
        inOneTransaction(() -> writing(owner, new Random()).rename(topic));
    }

    /// From now on to one union only.
    void show(UUID topic, UUID to) {
        connection.inTransaction(
                () -> sql.one("select tell_audience('topic', ?, ?)", row -> row.getBoolean(1), topic, new UUID[] {to}));
    }

    private void inOneTransaction(Runnable work) {
        connection.inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /// Writes of what everybody is told.
    private SimulatedRecords.Writing writing(UUID owner, Random random) {
        List<UUID @Nullable []> all =
                SimulatedRecords.Audiences.of(owner, owner, List.of()).choices();
        return new SimulatedRecords.Writing(
                sql, name, owner, random, new SimulatedRecords.Audiences(all.subList(all.size() - 1, all.size())));
    }

    /// The versions that are known here of what others write.
    List<String> replicas() {
        return sql.list(
                "select concat_ws(' ', aggregate_type, aggregate_id, version, sender) from replica order by 1",
                row -> row.getString(1));
    }

    /// What of a node's topics is compared here.
    List<String> compared(String node) {
        return sql.list("""
                select concat_ws(' ', aggregate_id, version) from compared_records(?, 'topic', '-infinity', 'infinity',
                    '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', null)
                """, row -> row.getString(1), node);
    }

    /// Puts a label on a topic.
    void label(UUID owner, UUID topic) {
        inOneTransaction(() -> writing(owner, new Random()).label(topic));
    }

    int epoch() {
        return sql.one("select epoch from change_head", row -> row.getInt(1)).orElseThrow();
    }

    /// Asks whether what belongs to a unit is written here.
    void requireWritten(UUID unit) {
        new WritingAtHome(sql, self).require(new UnitId(unit));
    }

    /// How many changes of its own are set aside.
    int stillSetAside() {
        return self.stillSetAside();
    }

    /// From now on it is known here that a unit is one of a union.
    void unit(UUID unit, UUID of) {
        sql.change("""
                insert into directory_unit_version (unit_id, union_id, kind, code, name, valid_from)
                values (?, ?, 'SECTION', 'S', 'Section', date '2020-01-01')
                """, unit, of);
    }

    /// What is held here of a union's records, in words that are equal where the records are.
    Map<String, String> held(UUID owner) {
        Map<String, String> held = new TreeMap<>();
        sql.list(HELD, row -> held.put(row.getString(1), row.getString(2)), owner, owner, owner);
        return held;
    }

    /// The names of the records that a reader who reads everything anew has in the end.
    List<String> shownTo(Feeding.Reader reader) {
        List<String> shown = new ArrayList<>();
        Cursor cursor = Cursor.START;
        while (true) {
            Batch batch = feeding.after(cursor, reader, 500);
            for (SyncChange each : batch.changes()) {
                String record = each.aggregateType() + " " + each.aggregateId();
                shown.remove(record);
                if (each.state() != null) {
                    shown.add(record);
                }
            }
            cursor = new Cursor(batch.epoch(), batch.to());
            if (batch.to() == batch.head()) {
                return shown;
            }
        }
    }

    /// The names of the records that were written here at some time.
    Set<String> toldItself() {
        return Set.copyOf(sql.list(
                "select distinct aggregate_type || ' ' || aggregate_id from change where origin_node = ?",
                row -> row.getString(1),
                name));
    }

    /// The log in short words, to understand a failure by.
    String log() {
        return String.join("\n", sql.list("""
                select concat_ws(' ', name.node, position, '-', transaction_end, 'e' || epoch, kind, aggregate_type,
                    left(aggregate_id::text, 4), origin_node, 'e' || origin_epoch || '.' || version, 'for',
                    coalesce((select string_agg(right(each::text, 1), '') from unnest(audience) each), 'all'))
                from change cross join this_node name order by position
                """, row -> row.getString(1)));
    }

    List<String> setAside() {
        return sql.list(
                "select concat_ws(' ', aggregate_type, aggregate_id, reason, detail) from quarantined_change",
                row -> row.getString(1));
    }

    /// Does to the log what nobody may do.
    void alter(String statement) {
        connection.inTransaction(() -> {
            sql.one("select set_config('vks.retiring', 'on', true)", row -> true);
            return sql.change(statement);
        });
    }

    void run(String statement) {
        sql.change(statement);
    }
}
