package vn.congdoan.vks.platform.id;

import com.fasterxml.uuid.UUIDClock;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Makes and reads identifiers: UUID version 7 (RFC 9562), so that they sort by creation and keep indexes dense.
public final class Ids {

    private static final AscendingIds ASCENDING = new AscendingIds(UUIDClock.systemTimeClock()::currentTimeMillis);
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Ids() {}

    /// A new identifier, later than every one that this process made before.
    public static UUID next() {
        return ASCENDING.next();
    }

    /// Reads the canonical 36-character form only; `UUID.fromString` would take `1-1-1-1-1`.
    public static Optional<UUID> parse(String text) {
        return CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
