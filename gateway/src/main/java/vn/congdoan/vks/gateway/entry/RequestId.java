package vn.congdoan.vks.gateway.entry;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names one request in every log, audit entry and problem it leads to.
final class RequestId {

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private RequestId() {}

    /// The client's own id where it is harmless in logs, else a new one.
    static String of(@Nullable String wished) {
        return wished != null && SANE.matcher(wished).matches()
                ? wished
                : UUID.randomUUID().toString();
    }
}
