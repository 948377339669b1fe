package vn.congdoan.vks.membership;

import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// What changes of a record leave behind.
final class Traces {

    private Traces() {}

    /// What the change log tells of the record, in the order of its versions.
    static List<String> told(Sql sql, String id) {
        return sql.list("""
                select happened from (
                    select happened, version from change_pending where aggregate_id = ?
                    union all select happened, version from change where aggregate_id = ?) told
                order by version
                """, row -> row.getString(1), UUID.fromString(id), UUID.fromString(id));
    }

    /// The actions on the record that the audit trail holds, each with the fields that changed.
    static List<String> audited(Sql sql, String id) {
        return sql.list(
                "select action, changed from audit_entry where resource_id = ? order by audit_entry_id",
                row -> row.getString(1) + " "
                        + List.of((String[]) row.getArray(2).getArray()),
                UUID.fromString(id));
    }
}
