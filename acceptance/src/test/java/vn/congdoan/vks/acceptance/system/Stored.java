package vn.congdoan.vks.acceptance.system;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.stack.Waiting;

/// What lies in the databases of all services: of every table its number of rows and which transactions wrote
/// them, so that whatever is added, changed or taken away shows, even where it is written again as it was.
public final class Stored {

    private static final List<String> DATABASES = List.of("membership", "campaign", "welfare");

    private Stored() {}

    /// By table; two equal maps mean that nothing was written in between.
    public static Map<String, String> in(LocalSystem system) {
        PostgresServer postgres = system.postgres();
        Map<String, String> stored = new TreeMap<>();
        for (String database : DATABASES) {
            try (Connection connection = postgres.connect(database);
                    Statement statement = connection.createStatement()) {
                awaitPositions(statement);
                try (ResultSet rows = statement.executeQuery(digests(tables(statement)))) {
                    while (rows.next()) {
                        stored.put(database + "." + rows.getString(1), rows.getString(2));
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return stored;
    }

    /// All but what goes on by itself: how far Kafka has been told, copies of other services' records, counts that
    /// follow from the members, the proofs of what was booked, and when books were looked through.
    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select tablename from pg_tables where schemaname = 'public'"
                        + " and tablename <> 'relay' and tablename not like 'directory%' and tablename not like 'count%'"
                        + " and tablename not like 'proof%' and tablename not in ('books_check', 'stated_closing', 'award_bonus')")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /// Changes get their positions a moment after their commit.
    private static void awaitPositions(Statement statement) {
        boolean done = Waiting.until(
                () -> {
                    try (ResultSet row = statement.executeQuery("select not exists (select from change_pending)")) {
                        return row.next() && row.getBoolean(1);
                    } catch (SQLException failure) {
                        throw new IllegalStateException(failure);
                    }
                },
                Duration.ofSeconds(20));
        if (!done) {
            throw new AssertionError("Changes wait for their positions");
        }
    }

    /// One question for all tables: this is asked before and after hundreds of requests.
    private static String digests(List<String> tables) {
        return tables.stream()
                .map(table -> "select '" + table + "', count(*) || ' rows, ' || coalesce(sum(xmin::text::bigint), 0)"
                        + " from \"" + table + "\"")
                .collect(Collectors.joining(" union all "));
    }
}
