package vn.congdoan.vks.platform.sync;

import java.sql.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;

/// The records of the simulation, and what happens to them at home.
final class SimulatedRecords {

    private static final AggregateType TOPIC = AggregateType.states("simulated", "topic", 1, Nothing.class, "written");
    private static final AggregateType NOTE = AggregateType.states("simulated", "note", 1, Nothing.class, "written");
    private static final AggregateType ENTRY = AggregateType.entries("simulated", "entry", 1, Nothing.class, "written");

    private static final int LABELS = 4;

    private SimulatedRecords() {}

    private record Nothing() {}

    static List<Replica> replicas(Sql sql) {
        return List.of(
                new Kept(
                        TOPIC,
                        Ownership.ofOwner().unit("unit").thatCanBeGiven(),
                        sql,
                        List.of("""
                        insert into topic (topic_id, owner, version, name)
                        select id, owner, version, state->>'name' from %s
                        on conflict (topic_id) do update set owner = excluded.owner, version = excluded.version,
                            name = excluded.name
                        """, """
                        insert into topic_sum (topic_id, total) select id, 0 from %s on conflict do nothing
                        """),
                        List.of(
                                "delete from topic_sum where topic_id = any (?)",
                                "delete from topic where topic_id = any (?)")),
                new Kept(
                        NOTE,
                        Ownership.ofOwner().record("topic", "topic"),
                        sql,
                        List.of("""
                        insert into note (note_id, owner, version, topic_id, label)
                        select id, owner, version, (state->>'topic')::uuid, (state->>'label')::int from %s
                        on conflict (note_id) do update set version = excluded.version, label = excluded.label
                        """),
                        List.of("delete from note where note_id = any (?)")),
                new Kept(ENTRY, Ownership.ofOwner().entryOf("topic", "topic"), sql, List.of("""
                        with made as (
                            insert into entry (entry_id, owner, topic_id, amount)
                            select id, owner, (state->>'topic')::uuid, (state->>'amount')::bigint from %s
                            on conflict do nothing
                            returning topic_id, amount
                        )
                        update topic_sum set total = total + more from (
                            select topic_id, sum(amount) as more from made group by topic_id) sums
                        where sums.topic_id = topic_sum.topic_id
                        """), List.of("""
                        with gone as (delete from entry where entry_id = any (?) returning topic_id, amount)
                        update topic_sum set total = total - less from (
                            select topic_id, sum(amount) as less from gone group by topic_id) sums
                        where sums.topic_id = topic_sum.topic_id
                        """)));
    }

    private record Kept(
            AggregateType type, Ownership ownership, Sql sql, List<String> applying, List<String> withdrawing)
            implements Replica {

        @Override
        public void apply(String taken) {
            applying.forEach(statement -> sql.change(statement.formatted(TAKEN), taken));
        }

        @Override
        public void withdraw(UUID[] ids) {
            withdrawing.forEach(statement -> sql.change(statement, (Object) ids));
        }

        @Override
        public Map<UUID, Record> held(Collection<UUID> ids) {
            throw new UnsupportedOperationException();
        }
    }

    /// Who may be told of the records of a union.
    ///
    /// @param choices each a set of unions; null: everybody
    record Audiences(List<UUID @Nullable []> choices) {

        static Audiences of(UUID owner, UUID central, List<UUID> others) {
            List<UUID @Nullable []> choices = new ArrayList<>();
            choices.add(new UUID[] {owner});
            choices.add(new UUID[] {owner, central});
            others.forEach(other -> choices.add(new UUID[] {owner, central, other}));
            choices.add(null);
            return new Audiences(choices);
        }

        UUID @Nullable [] any(Random random) {
            return choices.get(random.nextInt(choices.size()));
        }
    }

    /// Makes or changes a record of a union at its home, as its service would: rows and change in one transaction.
    static final class Writing {

        private final Sql sql;
        private final String node;
        private final UUID owner;
        private final Random random;
        private final Audiences audiences;

        Writing(Sql sql, String node, UUID owner, Random random, Audiences audiences) {
            this.sql = sql;
            this.node = node;
            this.owner = owner;
            this.random = random;
            this.audiences = audiences;
        }

        void write() {
            List<UUID> topics = sql.list(
                    "select topic_id from topic where owner = ? order by topic_id",
                    row -> row.getObject(1, UUID.class),
                    owner);
            if (topics.isEmpty() || random.nextInt(8) == 0) {
                newTopic();
                return;
            }
            UUID topic = topics.get(random.nextInt(topics.size()));
            switch (random.nextInt(6)) {
                case 0 -> rename(topic);
                case 1, 2 -> label(topic);
                case 3, 4 -> post(topic);
                default -> tellOthers(topic);
            }
        }

        void newTopic() {
            UUID id = id();
            sql.change("insert into topic values (?, ?, 1, ?)", id, owner, name());
            sql.change("insert into topic_sum values (?, 0)", id);
            logTopic(id, audiences.any(random));
        }

        /// From now on it is another union's.
        void give(UUID topic, UUID to) {
            UUID @Nullable [] audience = audienceOf(topic);
            sql.change("update topic set version = version + 1, owner = ? where topic_id = ?", to, topic);
            append("topic", topic, topic, to, audience, """
                    select version, jsonb_build_object('name', name) from topic where topic_id = ?
                    """);
        }

        void rename(UUID topic) {
            sql.change("update topic set version = version + 1, name = ? where topic_id = ?", name(), topic);
            logTopic(topic, audienceOf(topic));
        }

        private void logTopic(UUID topic, UUID @Nullable [] audience) {
            append("topic", topic, topic, audience, """
                    select version, jsonb_build_object('name', name) from topic where topic_id = ?
                    """);
        }

        /// A label belongs to one note at a time: whoever has it gives it up in the same transaction.
        void label(UUID topic) {
            int label = random.nextInt(LABELS);
            Optional<UUID> holder = sql.one(
                    "select note_id from note where owner = ? and label = ?",
                    row -> row.getObject(1, UUID.class),
                    owner,
                    label);
            holder.ifPresent(note -> {
                sql.change(
                        "update note set version = version + 1, label = ? where note_id = ?",
                        LABELS + random.nextInt(1_000_000),
                        note);
                logNote(note);
            });
            UUID note = id();
            sql.change("insert into note values (?, ?, 1, ?, ?)", note, owner, topic, label);
            logNote(note);
        }

        private void logNote(UUID note) {
            UUID topic = sql.one(
                            "select topic_id from note where note_id = ?", row -> row.getObject(1, UUID.class), note)
                    .orElseThrow();
            append("note", note, note, audienceOf(topic), """
                    select version, jsonb_build_object('topic', topic_id, 'label', label) from note where note_id = ?
                    """);
        }

        private void post(UUID topic) {
            UUID entry = id();
            int amount = 1 + random.nextInt(100);
            sql.change("insert into entry values (?, ?, ?, ?)", entry, owner, topic, (long) amount);
            sql.change("update topic_sum set total = total + ? where topic_id = ?", (long) amount, topic);
            append("entry", entry, topic, audienceOf(topic), """
                    select 1, jsonb_build_object('topic', topic_id, 'amount', amount) from entry where entry_id = ?
                    """);
        }

        /// From now on a topic and what refers to it is told to others than before.
        private void tellOthers(UUID topic) {
            UUID @Nullable [] audience = audiences.any(random);
            for (String type : List.of("topic", "note", "entry")) {
                sql.list(
                        "select tell_audience('%1$s', %1$s_id, ?::uuid[]) from %1$s where topic_id = ? order by %1$s_id"
                                .formatted(type),
                        row -> true,
                        written(audience),
                        topic);
            }
        }

        /// In PostgreSQL's notation of an array.
        private static @Nullable String written(UUID @Nullable [] ids) {
            return ids == null
                    ? null
                    : Arrays.stream(ids).map(Objects::toString).collect(Collectors.joining(",", "{", "}"));
        }

        private UUID @Nullable [] audienceOf(UUID topic) {
            AtomicReference<UUID @Nullable []> audience = new AtomicReference<>();
            sql.list(
                    "select (latest_change('topic', ?)).audience",
                    row -> {
                        Array told = row.getArray(1);
                        audience.set(told == null ? null : (UUID[]) told.getArray());
                        return true;
                    },
                    topic);
            return audience.get();
        }

        private void append(String type, UUID id, UUID stream, UUID @Nullable [] audience, String state) {
            append(type, id, stream, owner, audience, state);
        }

        private void append(String type, UUID id, UUID stream, UUID ofUnion, UUID @Nullable [] audience, String state) {
            String kind = type.equals("entry") ? "ENTRY" : "STATE";
            sql.change("""
                    insert into change_pending (change_id, kind, aggregate_type, aggregate_id, stream_key, version,
                        origin_node, owner_union_id, audience, recorded_at, effective_date, happened, schema_version, state)
                    select ?, ?, ?, ?, ?, told.version, ?, ?, ?::uuid[], now(), current_date, 'written', 1, told.state
                    from (%s) as told (version, state)
                    """.formatted(state), id(), kind, type, id, stream, node, ofUnion, written(audience), id);
        }

        private String name() {
            return "name " + random.nextInt(1_000);
        }

        /// Reproducible, other than random ids.
        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
