package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sql.Sql;

/// Which units have ended, as far as this service was told.
@ApplicationScoped
class EndedUnits {

    private static final String ENDED = """
            select day from (
                select max(valid_to) as day from directory_unit_version where unit_id = ? having bool_and(valid_to is not null)
            ) ended where day is not null
            """;

    private final Sql sql;

    EndedUnits(Sql sql) {
        this.sql = sql;
    }

    /// The first day on which the unit is no more.
    private Optional<LocalDate> endedOn(UnitId unit) {
        return sql.one(ENDED, row -> row.getObject(1, LocalDate.class), unit.value());
    }

    /// The day on which it ended, if that has come; 422 at the pointer if it has not.
    LocalDate require(String pointer, UnitId unit, LocalDate today) {
        return endedOn(unit)
                .filter(day -> !day.isAfter(today))
                .orElseThrow(() -> new Unprocessable(pointer, "unit-not-ended"));
    }

    /// 422 at the pointer if the unit has ended.
    void requireStanding(String pointer, UnitId unit, LocalDate today) {
        if (endedOn(unit).filter(day -> !day.isAfter(today)).isPresent()) {
            throw new Unprocessable(pointer, "unit-ended");
        }
    }
}
