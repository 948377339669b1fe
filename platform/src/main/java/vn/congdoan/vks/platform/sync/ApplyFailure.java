package vn.congdoan.vks.platform.sync;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.congdoan.vks.platform.problem.Causes;

/// Why a change could not be applied: the change's own fault, or a moment's.
final class ApplyFailure {

    /// Connection lost, transactions that met, no resources, a lock not given, the server stopping, its system.
    private static final Set<String> OF_THE_MOMENT = Set.of("08", "25", "40", "53", "55", "57", "58", "XX");

    private ApplyFailure() {}

    /// In words that hold no data of the record; empty where it is no fault of the change, so that the same may succeed
    /// later.
    static Optional<String> of(RuntimeException failure) {
        if (failure instanceof NotTheOwners beyond) {
            return Optional.of(
                    beyond.isForeign() ? "tells of what is another's" : "names a unit that is not known here");
        }
        if (failure instanceof CannotApply cannot) {
            return Optional.of(cannot.reason());
        }
        Optional<SQLException> found = Causes.first(SQLException.class, failure);
        if (found.isEmpty()) {
            return Optional.of(failure.getClass().getSimpleName());
        }
        String state = found.get().getSQLState();
        if (state == null || OF_THE_MOMENT.contains(state.substring(0, 2))) {
            return Optional.empty();
        }
        String constraint = constraint(found.get());
        return Optional.of("SQL state " + state + (constraint == null ? "" : ", " + constraint));
    }

    private static @Nullable String constraint(SQLException failure) {
        SQLException last = failure.getNextException() == null ? failure : failure.getNextException();
        ServerErrorMessage message = last instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}
