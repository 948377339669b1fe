package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One Kafka broker's directory: writes its configuration, says how to start it. KRaft, one node, no ZooKeeper.
///
/// @param directory holds the configuration and the log
public record KafkaFiles(Path directory) {
    // Any fixed id will do: every local cluster has exactly one node.
    private static final String CLUSTER_ID = "vks-local-AAAAAAAAAAAA";

    /// The broker's configuration file; it is written only when it changes.
    public Path configuration() {
        return directory.resolve("broker.properties");
    }

    /// Writes the configuration for these ports and says how to start the broker with it.
    ///
    /// @param options of its Java
    public Launch launch(int port, int controllerPort, String... options) throws IOException {
        Files.createDirectories(directory);
        Path configuration = configuration();
        String wanted = settings(port, controllerPort);
        if (!Files.exists(configuration) || !Files.readString(configuration).equals(wanted)) {
            Files.writeString(configuration, wanted);
        }
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaRaftServer=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                BuiltWith.thisBuild().brokerClassPath(),
                BrokerProcess.class.getName(),
                configuration.toString(),
                CLUSTER_ID));
        return new Launch(command, Map.of(), directory);
    }

    private String settings(int port, int controllerPort) {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                log.cleaner.dedupe.buffer.size=8388608
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort, directory.resolve("data"));
    }
}
