package vn.congdoan.vks.platform.subscription;

import java.time.Instant;
import java.util.List;

/// What a service does with the events of one topic. The same event may come again and an older one after a newer one,
/// so a projection keeps a state only if its epoch and version are higher than those it has, and an effect stands under
/// a key that follows from the state, so that it exists once.
public interface Subscription {

    /// The Kafka topic: `vks.membership.member`.
    String topic();

    /// The newest shape of the state that is understood here. Newer ones wait until this service is renewed.
    int schemaVersion();

    /// Takes events in the order of their arrival, within a transaction. Of several states of one aggregate only the
    /// latest is given.
    void take(List<Event> events);

    /// Forgets records, within a transaction, as far as nothing newer is known of them.
    void forget(List<Gone> gone);

    /// Everything that its service committed before an instant has been taken.
    default void upToDate(Instant instant) {
        // Only some topics tell so, and only some readers need to know.
    }
}
