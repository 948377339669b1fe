package vn.congdoan.vks.acceptance.events;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.congdoan.vks.acceptance.system.LocalSystem;

/// Looks into the services' databases and compares what several of them know, row by row.
public record Databases(LocalSystem system) {

    private static final List<String> REPLICAS = List.of("campaign", "welfare");

    /// What a replica must hold, as the source has it: the same query runs on both sides.
    private static final List<String> PROJECTIONS = List.of(
            "select unit_id, union_id, parent_id, kind, code, name, valid_from, valid_to from directory_unit_version",
            "select assignment_id, issuer, subject, role, unit_id, valid_from, valid_to from directory_assignment",
            "select member_id, owner_union_id, unit_id, full_name, status from directory_member",
            "select member_id, issuer, subject from directory_account");

    /// Each kind of aggregate of membership-service, with its table and key.
    private static final List<String> AGGREGATES =
            List.of("unit:unit_id", "assignment:assignment_id", "member:member_id", "account_link:member_id");

    /// Rows in which a replica differs from the source; empty once everything has arrived.
    List<String> differences() {
        List<String> differences = new ArrayList<>();
        for (String query : PROJECTIONS) {
            TreeSet<String> source = new TreeSet<>(rows("membership", query));
            for (String replica : REPLICAS) {
                TreeSet<String> known = new TreeSet<>(rows(replica, query));
                source.stream()
                        .filter(row -> !known.contains(row))
                        .forEach(row -> differences.add(replica + " lacks " + row));
                known.stream()
                        .filter(row -> !source.contains(row))
                        .forEach(row -> differences.add(replica + " has " + row));
            }
        }
        return differences;
    }

    /// What is wrong with the logs themselves: gaps, waiting changes, an aggregate whose latest version is not the
    /// log's.
    List<String> disorderInLogs() {
        List<String> disorder = new ArrayList<>();
        for (String service : List.of("membership", "campaign", "welfare")) {
            if (!one(service, "select count(*) = coalesce(max(position), 0) from change where epoch = 1")
                    .equals("t")) {
                disorder.add(service + " has gaps");
            }
            if (!one(service, "select count(*) from change_pending").equals("0")) {
                disorder.add(service + " has changes without a position");
            }
        }
        for (String aggregate : AGGREGATES) {
            String table = aggregate.replaceFirst(":.*", "");
            String key = aggregate.replaceFirst(".*:", "");
            String type = table.equals("account_link") ? "account" : table;
            rows(
                            "membership",
                            "select %2$s from %1$s where not exists (select from change where change.aggregate_id = %1$s.%2$s and aggregate_type = '%3$s' group by aggregate_id having max(change.version) = %1$s.version)"
                                    .formatted(table, key, type))
                    .forEach(row -> disorder.add(type + " " + row + " and its log differ"));
            rows(
                            "membership",
                            "select aggregate_id from (select aggregate_id, version, lag(version) over (partition by aggregate_id order by position) as before from change where aggregate_type = '%s') each where before >= version"
                                    .formatted(type))
                    .forEach(row -> disorder.add(type + " " + row + " has versions out of order"));
        }
        return disorder;
    }

    public String one(String database, String query) {
        return rows(database, query).getFirst();
    }

    public List<String> rows(String database, String query) {
        try (Connection connection = system.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(row.getString(column)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException failure) {
            throw new IllegalStateException(query, failure);
        }
    }
}
