package vn.congdoan.vks.membership.member;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// Reads members from rows of their table, as far as somebody may see them.
final class MemberRow {

    private MemberRow() {}

    /// @param readable the units whose members the caller reads in scope
    static MemberList.Row read(ResultSet row, MemberList.Section section, Set<UnitId> readable) throws SQLException {
        UnitId now = new UnitId(row.getObject("unit_id", UUID.class));
        MemberList.After position = new MemberList.After(
                section,
                row.getInt("distance"),
                row.getString("given_name"),
                row.getString("rest_of_name"),
                row.getObject("member_id", UUID.class));
        return new MemberList.Row(view(row, readable.contains(now)), position, now);
    }

    /// @param inScope whether the caller reads more than unions above do
    static MemberView view(ResultSet row, boolean inScope) throws SQLException {
        MemberId id = new MemberId(row.getObject("member_id", UUID.class));
        UnitRef unit = new UnitRef(
                new UnitId(row.getObject("shown_in", UUID.class)),
                row.getString("unit_code"),
                row.getString("unit_name"),
                UnitKind.valueOf(row.getString("unit_kind")));
        MemberStatus status = MemberStatus.valueOf(row.getString("status"));
        EndReason reason = constant(row, "end_reason", EndReason.class);
        UUID merged = row.getObject("merged_into", UUID.class);
        MemberId mergedInto = merged == null ? null : new MemberId(merged);
        return inScope
                ? MemberView.inScope(id, profile(row), unit, status, reason, mergedInto)
                : MemberView.overseen(id, profile(row), unit, status, reason, mergedInto);
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
