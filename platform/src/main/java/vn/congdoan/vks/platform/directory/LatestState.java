package vn.congdoan.vks.platform.directory;

import com.fasterxml.jackson.databind.JsonNode;

/// The latest published state of an aggregate, as membership-service tells it to the other services.
public record LatestState(int epoch, long version, JsonNode state) {}
