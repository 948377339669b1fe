package vn.congdoan.vks.welfare.donor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.sql.Sql;

/// Records of members that were merged: what was written down by any of them is the person's.
@ApplicationScoped
public class RecordsOfPerson {

    private final Sql sql;

    RecordsOfPerson(Sql sql) {
        this.sql = sql;
    }

    /// The record that stands for the person, and those that it has taken in.
    public List<UUID> of(MemberId any) {
        return sql.list("select records_of_person(?)", row -> row.getObject(1, UUID.class), any.value());
    }
}
