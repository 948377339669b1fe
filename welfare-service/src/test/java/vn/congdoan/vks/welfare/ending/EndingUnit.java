package vn.congdoan.vks.welfare.ending;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.Organization;

/// A section of a union that ends, and that the union itself succeeds.
public final class EndingUnit {

    /// The first day on which it is no more.
    public static final LocalDate END = LocalDate.of(2025, 7, 1);

    private EndingUnit() {}

    /// A new one, which has not ended yet.
    public static UUID stands(Sql sql, Organization union) {
        UUID id = UUID.randomUUID();
        sql.change("insert into directory_unit (unit_id, epoch, version) values (?, 1, 1)", id);
        sql.change("""
                insert into directory_unit_version (unit_id, union_id, parent_id, kind, code, name, valid_from)
                values (?, ?, ?, 'SECTION', ?, 'Công đoàn bộ phận kết thúc hoạt động', '2010-01-01')
                """, id, union.id(), union.id(), "T-" + id);
        return id;
    }

    public static void ends(Sql sql, UUID unit, Organization successor) {
        sql.change("update directory_unit_version set valid_to = ? where unit_id = ?", END, unit);
        sql.change(
                "insert into directory_unit_succession (unit_id, successor_id, ordinal) values (?, ?, 0)",
                unit,
                successor.id());
    }

    /// The decision that it ends by.
    public static Map<String, String> decision() {
        return Map.of("number", "12/QĐ-CĐVKS", "date", "2025-06-25", "signer", "Chủ tịch Công đoàn");
    }
}
