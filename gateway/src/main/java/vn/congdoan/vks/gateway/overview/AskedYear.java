package vn.congdoan.vks.gateway.overview;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemException;
import vn.congdoan.vks.gateway.problem.Rule;

/// A unit and a year that an overview is asked for, in the forms that the services take.
record AskedYear(String unit, int year) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)");

    /// 400 with each parameter that is wrong: then no service need be asked.
    static AskedYear of(HttpServerRequest request) {
        var unit = request.getParam("unit");
        var year = request.getParam("year");
        List<Problem.Place> errors = new ArrayList<>();
        var wrongUnit = wrongUnit(unit);
        if (wrongUnit != null) {
            errors.add(new Problem.Place("?unit", wrongUnit));
        }
        var wrongYear = wrongYear(year);
        if (wrongYear != null) {
            errors.add(new Problem.Place("?year", wrongYear));
        }
        if (unit == null || year == null || !errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new AskedYear(unit, Integer.parseInt(year));
    }

    private static @Nullable Rule wrongUnit(@Nullable String unit) {
        if (unit == null || unit.isEmpty()) {
            return Rule.REQUIRED;
        }
        return ID.matcher(unit).matches() ? null : Rule.NOT_AN_ID;
    }

    private static @Nullable Rule wrongYear(@Nullable String year) {
        if (year == null || year.isEmpty()) {
            return Rule.REQUIRED;
        }
        if (!NUMBER.matcher(year).matches()) {
            return Rule.NOT_A_NUMBER;
        }
        var isInRange = year.length() == 4 && Integer.parseInt(year) >= EARLIEST && Integer.parseInt(year) <= LATEST;
        return isInRange ? null : Rule.YEAR_OUT_OF_RANGE;
    }
}
