package vn.congdoan.vks.platform.relay;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How the change log is carried to Kafka.
@ConfigMapping(prefix = "vks.relay")
interface RelayConfig {

    /// One for all instances of a service: Kafka refuses whatever an earlier holder of it still sends.
    String transactionalId();

    /// How long an instance that does not answer keeps the others waiting.
    Duration lease();

    /// Changes in one Kafka transaction, at most.
    int batch();

    /// Partitions of a new topic. Those with a heartbeat have one.
    int partitions();
}
