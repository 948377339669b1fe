package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Reach;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Finds members in Vietnamese order: by the given name, the last word, then by the rest of the name. The database
/// compares by the Vietnamese collation of its columns.
@ApplicationScoped
class MemberList {

    private static final String SELECT = """
            select member.*, unit.unit_code, unit.unit_name, unit.unit_kind
            from member
            cross join lateral (
                select code as unit_code, name as unit_name, kind as unit_kind
                from unit_version
                where unit_version.unit_id = member.unit_id
                order by valid @> ?::date desc, valid_from desc
                limit 1) unit
            where member.unit_id = any (?)
            """;

    private final Sql sql;
    private final Clock clock;

    MemberList(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// What to look for; null means any.
    record Filter(@Nullable String text, @Nullable MemberStatus status) {}

    /// Where the page before ended.
    record After(String givenName, String restOfName, UUID id) {}

    /// A member in the list and where it stands in the order.
    record Row(MemberView view, After position) {}

    List<Row> page(VisibleUnits visible, Filter filter, @Nullable After after, int rows) {
        StringBuilder statement = new StringBuilder(SELECT);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(LocalDate.now(clock));
        values.add(visible.all());
        if (filter.text() != null) {
            statement.append(" and searchable like ?");
            values.add(VietnameseText.containing(filter.text()));
        }
        if (filter.status() != null) {
            statement.append(" and status = ?");
            values.add(filter.status().name());
        }
        if (after != null) {
            statement.append(" and (given_name, rest_of_name, member_id) > (?, ?, ?)");
            values.addAll(List.of(after.givenName(), after.restOfName(), after.id()));
        }
        statement.append(" order by given_name, rest_of_name, member_id limit ").append(rows);
        return sql.list(statement.toString(), row -> read(row, visible), values.toArray());
    }

    private static Row read(ResultSet row, VisibleUnits visible) throws SQLException {
        UUID id = row.getObject("member_id", UUID.class);
        UnitRef unit = new UnitRef(
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("unit_code"),
                row.getString("unit_name"),
                UnitKind.valueOf(row.getString("unit_kind")));
        MemberStatus status = MemberStatus.valueOf(row.getString("status"));
        EndReason reason = constant(row, "end_reason", EndReason.class);
        MemberView view = visible.reach(unit.id()) == Reach.SCOPE
                ? MemberView.inScope(new MemberId(id), profile(row), unit, status, reason)
                : MemberView.overseen(new MemberId(id), profile(row), unit, status, reason);
        return new Row(view, new After(row.getString("given_name"), row.getString("rest_of_name"), id));
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getString("full_name"),
                row.getString("given_name"),
                row.getString("rest_of_name"),
                row.getString("searchable"),
                row.getInt("birth_year"),
                row.getObject("birth_date", LocalDate.class),
                Gender.valueOf(row.getString("gender")),
                row.getObject("kinh", Boolean.class),
                row.getObject("party_probationary_on", LocalDate.class),
                row.getObject("party_official_on", LocalDate.class),
                constant(row, "education", Education.class),
                constant(row, "political_theory", PoliticalTheory.class),
                constant(row, "category", EmploymentCategory.class),
                row.getString("position"),
                constant(row, "judicial_title", JudicialTitle.class),
                row.getString("native_place"),
                row.getObject("joined_on", LocalDate.class),
                row.getString("member_number"),
                row.getString("card_number"));
    }

    private static <E extends Enum<E>> @Nullable E constant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }
}
