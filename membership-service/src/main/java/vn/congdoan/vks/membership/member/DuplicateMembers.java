package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Finds records that are probably of one person: first those of one citizen id, then those of one name and birth.
/// Whoever was refused is left out. Each list is a walk through the records of the units, sorted by what is compared.
@ApplicationScoped
class DuplicateMembers {

    private static final String OF_ONE_CITIZEN_ID = """
            select encode(citizen_id_hash, 'hex') as key, array_agg(member_id order by member_id) as members
            from member
            where unit_id = any (?) and status <> 'REJECTED' and status <> 'MERGED' and citizen_id_hash > decode(?, 'hex')
            group by citizen_id_hash
            having count(*) > 1
            order by citizen_id_hash
            limit ?
            """;

    /// Among those of one name and year, one whose day is not known may be any of them. Those of one citizen id
    /// stand in the other list.
    private static final String OF_ONE_NAME_AND_BIRTH = """
            select key, array_agg(member_id order by member_id) as members
            from (
                select member_id, citizen_id_hash,
                       (searchable || chr(1) || birth_year || chr(1)
                           || case when bool_or(birth_date is null) over (partition by searchable, birth_year) then ''
                                   else to_char(birth_date, 'MMDD') end) collate "C" as key
                from member
                where unit_id = any (?) and status <> 'REJECTED' and status <> 'MERGED' and searchable collate "C" >= ?) named
            where key > ?
            group by key
            having count(*) > 1 and not (count(citizen_id_hash) = count(*) and count(distinct citizen_id_hash) = 1)
            order by key
            limit ?
            """;

    private static final String MEMBERS = """
            select member.*, member.unit_id as shown_in, unit.unit_code, unit.unit_name, unit.unit_kind
            from member
            cross join lateral (
                select code as unit_code, name as unit_name, kind as unit_kind
                from unit_version
                where unit_version.unit_id = member.unit_id
                order by valid @> ?::date desc, valid_from desc
                limit 1) unit
            where member_id = any (?)
            """;

    private static final String BETWEEN_PARTS = "\u0001";

    private final Sql sql;
    private final Clock clock;

    DuplicateMembers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Where the page before ended: in which list, and behind which key.
    record After(Duplicates.Reason reason, String key) {}

    /// Records of one person, and where they stand.
    record Row(Duplicates found, After position) {}

    private record Group(String key, List<UUID> members) {

        static Group read(ResultSet row) throws SQLException {
            Array members = row.getArray("members");
            return new Group(row.getString("key"), List.of((UUID[]) members.getArray()));
        }
    }

    List<Row> page(Set<UnitId> units, @Nullable After after, int rows) {
        UUID[] ids = units.stream().map(UnitId::value).toArray(UUID[]::new);
        List<Row> found = new ArrayList<>();
        if (after == null || after.reason() == Duplicates.Reason.CITIZEN_ID) {
            String key = after == null ? "" : after.key();
            found.addAll(withMembers(
                    Duplicates.Reason.CITIZEN_ID, sql.list(OF_ONE_CITIZEN_ID, Group::read, ids, key, rows)));
        }
        if (found.size() < rows) {
            String key = after == null || after.reason() == Duplicates.Reason.CITIZEN_ID ? "" : after.key();
            String name = key.split(BETWEEN_PARTS, -1)[0];
            List<Group> named = sql.list(OF_ONE_NAME_AND_BIRTH, Group::read, ids, name, key, rows - found.size());
            found.addAll(withMembers(Duplicates.Reason.NAME_AND_BIRTH, named));
        }
        return found;
    }

    private List<Row> withMembers(Duplicates.Reason reason, List<Group> groups) {
        UUID[] ids = groups.stream().flatMap(group -> group.members().stream()).toArray(UUID[]::new);
        Map<UUID, MemberView> views = new HashMap<>();
        sql.list(MEMBERS, row -> MemberRow.view(row, true), LocalDate.now(clock), ids)
                .forEach(view -> views.put(view.id().value(), view));
        return groups.stream()
                .map(group -> new Row(
                        new Duplicates(
                                reason,
                                group.members().stream()
                                        .map(id -> Objects.requireNonNull(views.get(id)))
                                        .toList()),
                        new After(reason, group.key())))
                .toList();
    }

    /// The list of that name; empty for an unknown one.
    static Optional<Duplicates.Reason> reason(String name) {
        return Arrays.stream(Duplicates.Reason.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
