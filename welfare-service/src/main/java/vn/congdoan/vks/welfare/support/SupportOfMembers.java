package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What members were given, or asked for.
@ApplicationScoped
class SupportOfMembers {

    /// Cases for the member or for a relative of the member, and programmes that the member is on the list of.
    private static final String MINE = """
            select * from (
                select case_id as id, 'CASE' as source, unit_id, kind, null as name, requested_on as day, status,
                    coalesce(approved, requested_amount) as amount, paid_on
                from support_case where member_id = ?
                union all
                select line_id, 'PROGRAMME', unit_id, support_programme.kind, name, listed_on, state, line.amount, payment.value_date
                from programme_line line join support_programme using (programme_id)
                left join transfer payment using (transfer_id)
                where line.member_id = ? and state in ('DUE', 'PAID')
            ) mine
            where (?::date is null or (day, id) < (?::date, ?::uuid))
            order by day desc, id desc limit ?
            """;

    private final Sql sql;

    SupportOfMembers(Sql sql) {
        this.sql = sql;
    }

    /// What concerns a member, the latest first.
    List<MySupportView> page(MemberId member, @Nullable PlaceInTime after, int rows) {
        LocalDate day = after == null ? null : after.day();
        return sql.list(
                MINE,
                row -> {
                    long amount = row.getLong(8);
                    return new MySupportView(
                            row.getObject(1, UUID.class),
                            MySupportSource.valueOf(row.getString(2)),
                            new UnitId(row.getObject(3, UUID.class)),
                            SupportKind.valueOf(row.getString(4)),
                            row.getString(5),
                            row.getObject(6, LocalDate.class),
                            row.getString(7),
                            amount == 0 ? null : amount,
                            row.getObject(9, LocalDate.class));
                },
                member.value(),
                member.value(),
                day,
                day,
                after == null ? null : after.id(),
                rows);
    }
}
