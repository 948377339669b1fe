package vn.congdoan.vks.platform.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import vn.congdoan.vks.platform.change.Position;

/// An event of another service as it arrived.
///
/// @param id of the change, the same however often it arrives
/// @param type what happened, as a CloudEvents type
/// @param position where it stands in the log of the service that sent it
/// @param version the aggregate's version after the change; an aggregate's states compare by epoch and version
/// @param state the aggregate after the change
public record Event(
        UUID id, String type, UUID aggregateId, Position position, long version, Instant time, JsonNode state) {

    /// Whether it tells of a later state of the same aggregate.
    boolean isLaterThan(Event other) {
        int epoch = position.epoch();
        return epoch != other.position.epoch() ? epoch > other.position.epoch() : version > other.version;
    }
}
