package vn.congdoan.vks.platform.sync;

import java.util.List;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;

/// The tables of the simulation's records, and what empties, saves and brings back a node's whole database: functions
/// of the database, because there are many runs.
final class SimulatedTables {

    private static final List<String> TABLES = List.of("""
            create table topic (topic_id uuid primary key, owner uuid not null, version bigint not null,
                name text not null)
            """, """
            create table topic_sum (topic_id uuid primary key references topic, total bigint not null)
            """, """
            create table note (note_id uuid primary key, owner uuid not null, version bigint not null,
                topic_id uuid not null references topic, label int not null, unique (owner, label))
            """, """
            create table entry (entry_id uuid primary key, owner uuid not null, topic_id uuid not null references topic,
                amount bigint not null)
            """);

    /// Everything that a backup holds.
    private static final List<String> SAVED = List.of(
            "topic",
            "topic_sum",
            "note",
            "entry",
            "change_pending",
            "change",
            "change_head",
            "change_epoch",
            "replica",
            "sync_cursor",
            "quarantined_change");

    private static final String AS_REPLICA = "perform set_config('session_replication_role', 'replica', true);";
    private static final String AS_ORIGIN = "perform set_config('session_replication_role', 'origin', true);";

    private SimulatedTables() {}

    /// Adds to the platform's own tables.
    static void make(Sql sql) {
        TABLES.forEach(sql::change);
        sql.change("create schema backup");
        SAVED.forEach(table -> sql.change("create table backup." + table + " (like " + table + ")"));
        String delete = SAVED.stream().map(each -> "delete from " + each + ";").collect(Collectors.joining());
        String save = SAVED.stream()
                .map(each -> "delete from backup.%1$s; insert into backup.%1$s select * from %1$s;".formatted(each))
                .collect(Collectors.joining());
        String bringBack = SAVED.stream()
                .map(each -> "insert into %1$s overriding system value select * from backup.%1$s;".formatted(each))
                .collect(Collectors.joining());
        makeFunction(sql, "clear_all", AS_REPLICA + delete + """
                delete from this_node; delete from home;
                insert into change_head (epoch, position) values (1, 0);
                insert into change_epoch (epoch, begins_after, begun_at) values (1, 0, now());
                """ + AS_ORIGIN);
        makeFunction(sql, "back_up", save);
        makeFunction(sql, "restore_backup", AS_REPLICA + delete + bringBack + AS_ORIGIN);
    }

    private static void makeFunction(Sql sql, String function, String body) {
        sql.change("create function " + function + "() returns void language plpgsql as $$ begin " + body + " end $$");
    }

    static void tidy(Sql sql) {
        SAVED.forEach(table -> sql.change("vacuum " + table));
    }
}
