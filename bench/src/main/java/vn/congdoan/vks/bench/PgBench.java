package vn.congdoan.vks.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs the statements of a request against the database alone, with `pgbench`: the limit of what a service can reach.
final class PgBench {

    private static final Pattern RATE = Pattern.compile("^tps = ([0-9.]+)", Pattern.MULTILINE);

    private final BenchSystem system;
    private final String database;
    private final Path script;

    PgBench(BenchSystem system, String database, String script, Path directory) throws IOException {
        this.system = system;
        this.database = database;
        this.script = directory.resolve(script);
        try (InputStream source = Objects.requireNonNull(PgBench.class.getResourceAsStream("/bench/" + script))) {
            Files.copy(source, this.script, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Transactions a second by so many clients.
    ///
    /// @param variables of the script
    double perSecond(int clients, Duration length, Map<String, String> variables)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared", "-j2"));
        command.addAll(
                List.of("-h", "127.0.0.1", "-p", Integer.toString(system.place().postgresPort())));
        command.addAll(List.of("-U", "postgres", "-c", Integer.toString(clients), "-T", "" + length.toSeconds()));
        command.addAll(List.of("-f", script.toString()));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        command.add(database);
        String printed = Program.run(Map.of("PGPASSWORD", "demo-only"), command);
        Matcher rate = RATE.matcher(printed);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench printed no rate: " + printed);
        }
        return Double.parseDouble(rate.group(1));
    }
}
