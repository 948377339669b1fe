package vn.congdoan.vks.welfare.ledger;

import jakarta.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// The rules that the database keeps, by their names.
final class Rules {

    private Rules() {}

    /// The rule that a refused statement broke; null if it failed for another reason.
    static @Nullable String brokenIn(PersistenceException failure) {
        if (failure.getCause() instanceof PSQLException refused) {
            ServerErrorMessage message = refused.getServerErrorMessage();
            return message == null ? null : message.getConstraint();
        }
        return null;
    }
}
