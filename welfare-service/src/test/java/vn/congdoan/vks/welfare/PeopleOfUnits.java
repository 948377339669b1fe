package vn.congdoan.vks.welfare;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.Organization;

/// Members who are known here for as long as a test lasts; each test takes a family name of its own.
public final class PeopleOfUnits {

    private PeopleOfUnits() {}

    /// So many who are members of the unit since 2010, in the order of their numbers.
    public static List<UUID> join(Sql sql, Organization unit, Organization union, String familyName, int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(number -> {
                    UUID id = UUID.randomUUID();
                    sql.change(
                            """
                            insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status,
                                state)
                            values (?, 1, 1, ?, ?, ?, 'ACTIVE', jsonb_build_object('placements', jsonb_build_array(
                                jsonb_build_object('unitId', ?::text, 'validFrom', '2010-01-01'))))
                            """,
                            id,
                            union.id(),
                            unit.id(),
                            familyName + " Thứ " + number,
                            unit.id().toString());
                    return id;
                })
                .toList();
    }

    public static void leave(Sql sql, String familyName) {
        sql.change("delete from directory_member where full_name like ?", familyName + " Thứ %");
    }
}
