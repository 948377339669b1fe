package vn.congdoan.vks.membership.closing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Sql;

/// What has to be done until the end of units is final.
@ApplicationScoped
public class ClosingKits {

    /// As each unit was last; of those that have ended the first day on which they are no more.
    private static final String OF = """
            select asked.unit_id, last.code, last.name, last.kind, last.valid_to,
                (select count(*) from member
                    where member.unit_id = asked.unit_id and member.status in ('APPLIED', 'ACTIVE')),
                (select count(*) from assignment
                    where assignment.unit_id = asked.unit_id and (valid_to is null or valid_to > ?)),
                stated_closing.statement_id, stated_on, funds, amount, balanced, handed.handover_id
            from unnest(?::uuid[]) with ordinality as asked (unit_id, place)
            cross join lateral (
                select code, name, kind, valid_to from unit_version
                where unit_version.unit_id = asked.unit_id order by valid_from desc limit 1
            ) last
            left join stated_closing using (unit_id)
            left join lateral (
                select handover_id from document_handover
                where unit_ids @> array[asked.unit_id] order by handed_over_on, handover_id limit 1
            ) handed on true
            order by place
            """;

    private final Sql sql;
    private final Clock clock;

    ClosingKits(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// The kits of units, in the order in which they are asked for.
    public List<ClosingKit> of(Collection<UnitId> units) {
        return facts(units).stream().map(Facts::kit).toList();
    }

    /// 422 with everything that is left of any of the units.
    public void requireComplete(Collection<UnitId> units) {
        List<Violation> left =
                facts(units).stream().flatMap(each -> each.left().stream()).toList();
        if (!left.isEmpty()) {
            throw new Unprocessable(left);
        }
    }

    private List<Facts> facts(Collection<UnitId> units) {
        LocalDate today = LocalDate.now(clock);
        return sql.list(
                OF,
                row -> Facts.read(row, today),
                today,
                units.stream().map(UnitId::value).toArray(UUID[]::new));
    }

    private record Facts(
            UnitRef unit,
            @Nullable LocalDate endedOn,
            long members,
            long assignments,
            @Nullable UUID statement,
            ClosingKit.@Nullable Books books,
            @Nullable UUID handover) {

        static Facts read(ResultSet row, LocalDate today) throws SQLException {
            LocalDate until = row.getObject(5, LocalDate.class);
            UUID statement = row.getObject(8, UUID.class);
            return new Facts(
                    new UnitRef(
                            new UnitId(row.getObject(1, UUID.class)),
                            row.getString(2),
                            row.getString(3),
                            UnitKind.valueOf(row.getString(4))),
                    until == null || until.isAfter(today) ? null : until,
                    row.getLong(6),
                    row.getLong(7),
                    statement,
                    statement == null
                            ? null
                            : new ClosingKit.Books(
                                    row.getObject(9, LocalDate.class),
                                    row.getInt(10),
                                    row.getLong(11),
                                    row.getBoolean(12)),
                    row.getObject(13, UUID.class));
        }

        private boolean isBalanced() {
            return books != null && books.balanced();
        }

        ClosingKit kit() {
            return new ClosingKit(
                    unit,
                    endedOn,
                    left().isEmpty(),
                    List.of(
                            new ClosingKit.Part(ClosingKit.PartKind.MEMBERS_PLACED, members == 0, members, null),
                            new ClosingKit.Part(
                                    ClosingKit.PartKind.ASSIGNMENTS_ENDED, assignments == 0, assignments, null),
                            new ClosingKit.Part(ClosingKit.PartKind.FUNDS_EMPTY, isBalanced(), null, statement),
                            new ClosingKit.Part(ClosingKit.PartKind.CASES_CLOSED, statement != null, null, statement),
                            new ClosingKit.Part(
                                    ClosingKit.PartKind.DOCUMENTS_HANDED_OVER, handover != null, null, handover)),
                    books);
        }

        List<Violation> left() {
            List<Violation> left = new ArrayList<>();
            if (endedOn == null) {
                left.add(new Violation("", "unit-not-ended", Map.of("unit", unit.code())));
            }
            if (members > 0) {
                left.add(new Violation("", "members-not-placed", Map.of("unit", unit.code(), "members", members)));
            }
            if (assignments > 0) {
                left.add(new Violation(
                        "", "assignments-not-ended", Map.of("unit", unit.code(), "assignments", assignments)));
            }
            if (statement == null) {
                left.add(new Violation("", "books-not-closed", Map.of("unit", unit.code())));
            } else if (!isBalanced()) {
                left.add(new Violation("", "balances-differ", Map.of("unit", unit.code())));
            }
            if (handover == null) {
                left.add(new Violation("", "documents-not-handed-over", Map.of("unit", unit.code())));
            }
            return left;
        }
    }
}
