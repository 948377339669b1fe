package vn.congdoan.vks.platform.idempotency;

import java.util.HexFormat;

/// A request under its `Idempotency-Key`, apart from the thread on which it came.
///
/// @param name a hash of the account, operation and key, in hexadecimal
/// @param body a hash of the body, in hexadecimal
public record KeyedRequest(String name, String body) {

    KeyedRequest(byte[] name, byte[] body) {
        this(HexFormat.of().formatHex(name), HexFormat.of().formatHex(body));
    }
}
