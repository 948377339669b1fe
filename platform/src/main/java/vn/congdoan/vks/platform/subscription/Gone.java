package vn.congdoan.vks.platform.subscription;

import java.util.UUID;

/// A record that is no longer for this node. What is known here of it up to a version goes; what comes after it stays.
public record Gone(UUID aggregateId, int epoch, long version) {

    /// Whether an event tells of a state that is gone with it.
    boolean covers(Event event) {
        int told = event.position().epoch();
        return told != epoch ? told < epoch : event.version() <= version;
    }
}
