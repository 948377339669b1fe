package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.membership.unit.UnitList;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.sql.Sql;

/// Reads the steps of a member, in the order in which they were recorded.
@ApplicationScoped
class MembershipStepList {

    private static final String STEPS = """
            select membership_step_id, kind, unit_id, union_id, from_unit_id, from_union_id, effective_date, decision_number,
                   decision_date, decision_signer, decided_by_unit_id, decided_by_body_id, end_reason, source,
                   reorganization_id, transfer_id, recorded_at
            from membership_step
            where member_id = ? and (?::uuid is null or membership_step_id > ?::uuid)
            order by membership_step_id limit ?
            """;

    private final Sql sql;
    private final UnitList units;
    private final Clock clock;

    MembershipStepList(Sql sql, UnitList units, Clock clock) {
        this.sql = sql;
        this.units = units;
        this.clock = clock;
    }

    /// @param after the last one of the page before
    List<MembershipStepView> of(MemberId member, @Nullable UUID after, int rows) {
        List<Row> steps = sql.list(STEPS, Row::read, member.value(), after, after, rows);
        Set<UnitId> named = new HashSet<>();
        steps.forEach(each -> named.addAll(each.units()));
        Map<UnitId, UnitRef> names = units.refs(named, LocalDate.now(clock));
        return steps.stream().map(each -> each.view().apply(names)).toList();
    }

    /// @param units those that it names
    /// @param view what is shown, once it is known what they are called
    private record Row(List<UnitId> units, Function<Map<UnitId, UnitRef>, MembershipStepView> view) {

        static Row read(ResultSet row) throws SQLException {
            UUID id = row.getObject("membership_step_id", UUID.class);
            MembershipStep.Kind kind = MembershipStep.Kind.valueOf(row.getString("kind"));
            UnitId unit = new UnitId(row.getObject("unit_id", UUID.class));
            UnitId union = unit(row, "union_id");
            UnitId fromUnit = unit(row, "from_unit_id");
            UnitId fromUnion = unit(row, "from_union_id");
            LocalDate effective = row.getObject("effective_date", LocalDate.class);
            Decision decision = decision(row);
            Superior decidedBy = superior(row);
            String reason = row.getString("end_reason");
            String source = row.getString("source");
            UUID reorganization = row.getObject("reorganization_id", UUID.class);
            UUID transfer = row.getObject("transfer_id", UUID.class);
            Instant recordedAt =
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant();
            return new Row(
                    Stream.of(unit, union, fromUnit, fromUnion)
                            .filter(Objects::nonNull)
                            .toList(),
                    names -> new MembershipStepView(
                            id,
                            kind,
                            Objects.requireNonNull(names.get(unit)),
                            union == null ? null : names.get(union),
                            fromUnit == null ? null : names.get(fromUnit),
                            fromUnion == null ? null : names.get(fromUnion),
                            effective,
                            decision,
                            decidedBy,
                            reason == null ? null : EndReason.valueOf(reason),
                            source,
                            reorganization,
                            transfer,
                            recordedAt));
        }

        private static @Nullable UnitId unit(ResultSet row, String column) throws SQLException {
            UUID id = row.getObject(column, UUID.class);
            return id == null ? null : new UnitId(id);
        }

        private static @Nullable Decision decision(ResultSet row) throws SQLException {
            String number = row.getString("decision_number");
            return number == null
                    ? null
                    : new Decision(
                            number, row.getObject("decision_date", LocalDate.class), row.getString("decision_signer"));
        }

        private static @Nullable Superior superior(ResultSet row) throws SQLException {
            UnitId unit = unit(row, "decided_by_unit_id");
            UUID body = row.getObject("decided_by_body_id", UUID.class);
            return unit == null && body == null
                    ? null
                    : new Superior(unit, body == null ? null : new ExternalBodyId(body));
        }
    }
}
