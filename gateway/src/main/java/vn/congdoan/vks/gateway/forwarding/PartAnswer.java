package vn.congdoan.vks.gateway.forwarding;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/// What one service answered, whole.
///
/// @param status the HTTP status
/// @param headers the service's headers
/// @param body all of the body
public record PartAnswer(int status, MultiMap headers, Buffer body) {}
