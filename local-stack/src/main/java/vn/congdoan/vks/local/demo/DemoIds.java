package vn.congdoan.vks.local.demo;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/// Identifiers of the demo's records. They follow from the record's name alone, so every load makes the same ones and
/// a repeated request meets what the first one made. Their form is UUID version 7 (RFC 9562) with one fixed instant.
final class DemoIds {
    private static final long INSTANT = Instant.parse("2022-01-01T00:00:00Z").toEpochMilli();

    private DemoIds() {}

    /// The id of the record of this name, such as `unit/QNG`.
    static UUID of(String name) {
        ByteBuffer hash = ByteBuffer.wrap(hash(name));
        long high = (INSTANT << 16) | 0x7000 | (hash.getLong() & 0x0fff);
        long low = 0x8000_0000_0000_0000L | (hash.getLong() & 0x3fff_ffff_ffff_ffffL);
        return new UUID(high, low);
    }

    /// A seed for what is invented about the record of this name: it does not depend on other records.
    static long seed(String name) {
        return ByteBuffer.wrap(hash("seed/" + name)).getLong();
    }

    private static byte[] hash(String name) {
        return sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
