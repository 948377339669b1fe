package vn.congdoan.vks.gateway.forwarding;

import java.time.Duration;
import java.util.Map;

/// A question to one service whose answer becomes part of a composed view.
///
/// @param uri path and query at the service
/// @param headers the caller's token, language and request id
/// @param limit how long the service may take, all in all
/// @param maxSize the largest answer that is read, in bytes
public record PartRequest(String uri, Map<String, String> headers, Duration limit, long maxSize) {}
