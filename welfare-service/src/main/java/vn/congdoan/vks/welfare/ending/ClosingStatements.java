package vn.congdoan.vks.welfare.ending;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All closing statements.
@ApplicationScoped
class ClosingStatements implements PanacheRepositoryBase<ClosingStatement, ClosingStatementId> {

    private static final String NOTE = "insert into closed_unit (unit_id, statement_id) select unnest(?::uuid[]), ?";

    private static final String PAGE = """
            select statement_id from closing_statement
            where unit_ids && ? and (stated_on, statement_id) < (?, ?)
            order by stated_on desc, statement_id desc limit ?
            """;

    private static final UUID LAST = new UUID(-1, -1);

    /// No statement is made on a later day.
    private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

    private final Sql sql;
    private final FundMoves moves;

    ClosingStatements(Sql sql, FundMoves moves) {
        this.sql = sql;
        this.moves = moves;
    }

    /// The statement, or 404.
    ClosingStatement require(ClosingStatementId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<ClosingStatement> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Writes it down, and that its units are closed.
    void keep(ClosingStatement statement) {
        persistAndFlush(statement);
        sql.change(NOTE, ids(statement.units()), statement.id().value());
    }

    /// Waits for those who begin something for the unit, and lets those who come wait until this transaction has ended.
    void hold(UnitId unit) {
        sql.one("select hold_closing(?)", row -> true, unit.value());
    }

    /// The union that a unit is in, or was in last.
    Optional<UnitId> unionOf(UnitId unit) {
        return sql.one(
                        "select id from union_of(?) as id where id is not null",
                        row -> row.getObject(1, UUID.class),
                        unit.value())
                .map(UnitId::new);
    }

    boolean isClosed(UnitId unit) {
        return sql.one("select 1 from closed_unit where unit_id = ?", row -> row.getInt(1), unit.value())
                .isPresent();
    }

    /// Where the funds of the units of each went, in one query.
    Map<ClosingStatementId, List<FundMoveState>> moves(List<ClosingStatement> some) {
        Map<UnitId, List<FundMoveState>> byUnit =
                moves
                        .of(some.stream()
                                .flatMap(each -> each.units().stream())
                                .map(UnitId::value)
                                .toList())
                        .stream()
                        .map(FundMove::state)
                        .collect(Collectors.groupingBy(FundMoveState::unitId));
        return some.stream()
                .collect(Collectors.toMap(
                        ClosingStatement::id,
                        each -> each.units().stream()
                                .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
                                .toList()));
    }

    List<FundMoveState> moves(ClosingStatement one) {
        return moves(List.of(one)).getOrDefault(one.id(), List.of());
    }

    /// Statements about these units, the latest first.
    List<ClosingStatement> page(UUID[] units, @Nullable PlaceInTime after, int rows) {
        PlaceInTime begin = after == null ? new PlaceInTime(EVER, LAST) : after;
        List<UUID> found = sql.list(PAGE, row -> row.getObject(1, UUID.class), units, begin.day(), begin.id(), rows);
        Map<UUID, ClosingStatement> read =
                among(found).stream().collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
        return found.stream().map(read::get).toList();
    }

    private static UUID[] ids(List<UnitId> units) {
        return units.stream().map(UnitId::value).toArray(UUID[]::new);
    }
}
