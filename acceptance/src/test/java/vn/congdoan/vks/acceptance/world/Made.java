package vn.congdoan.vks.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;

/// A record that a test made, with the ETag of its last answer.
public record Made(String id, String etag, JsonNode json) {}
