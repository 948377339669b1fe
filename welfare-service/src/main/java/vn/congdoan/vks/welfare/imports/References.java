package vn.congdoan.vks.welfare.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// The reference codes of members; see [ContributionReference].
@ApplicationScoped
class References {

    private static final String PAGE = """
            select member_id, full_name, unit_id from directory_member
            where unit_id = any (?) and status = 'ACTIVE' and (?::uuid is null or member_id > ?)
            order by member_id limit ?
            """;

    private final Sql sql;

    References(Sql sql) {
        this.sql = sql;
    }

    /// Of the members who are in these units now, in the order of their ids.
    List<ReferenceView> page(UUID[] units, @Nullable UUID after, int rows) {
        return sql.list(
                PAGE,
                row -> {
                    MemberId member = new MemberId(row.getObject(1, UUID.class));
                    return new ReferenceView(
                            member,
                            row.getString(2),
                            new UnitId(row.getObject(3, UUID.class)),
                            ContributionReference.of(member));
                },
                units,
                after,
                after,
                rows);
    }
}
