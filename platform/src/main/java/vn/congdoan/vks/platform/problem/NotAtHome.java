package vn.congdoan.vks.platform.problem;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the database answers to whoever changes a record that is not written at this node, or not now.
public final class NotAtHome {

    private NotAtHome() {}

    /// Empty if it is another failure.
    public static Optional<DomainException> of(Throwable failure) {
        SQLException said = Causes.first(SQLException.class, failure).orElse(null);
        // Of a batch, what the server said stands in a failure chained to the first.
        while (said != null && !(said instanceof PSQLException)) {
            said = said.getNextException();
        }
        ServerErrorMessage message = said instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
        return message == null ? Optional.empty() : meaning(message);
    }

    private static Optional<DomainException> meaning(ServerErrorMessage message) {
        return switch (Objects.requireNonNullElse(message.getSQLState(), "")) {
            case "VK001" ->
                Optional.of(new Conflict(
                        "owned-elsewhere", Map.of("owner", Objects.requireNonNullElse(message.getDetail(), ""))));
            case "VK002" -> Optional.of(new Unavailable("records-move"));
            case "VK003" -> Optional.of(new Unavailable("node-recovers"));
            default -> Optional.empty();
        };
    }
}
