package vn.congdoan.vks.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;

/// The main class of the broker's own process: formats the data directory if it is empty, then serves.
final class BrokerProcess {
    private BrokerProcess() {}

    /// Takes the path of the broker's configuration and the cluster's id.
    public static void main(String[] arguments) throws Exception {
        Path configuration = Path.of(arguments[0]);
        if (!Files.isReadable(configuration)) {
            throw new IllegalArgumentException("No configuration at " + configuration);
        }
        String[] format = {
            "format", "--standalone", "--ignore-formatted", "-t", arguments[1], "-c", configuration.toString()
        };
        int exit = kafka.tools.StorageTool.execute(format, System.out);
        if (exit != 0) {
            System.exit(exit);
        }
        kafka.Kafka.main(new String[] {configuration.toString()});
    }
}
