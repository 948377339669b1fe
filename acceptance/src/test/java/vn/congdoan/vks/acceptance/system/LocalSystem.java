package vn.congdoan.vks.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.PostgresServer;
import vn.congdoan.vks.local.system.Nodes;
import vn.congdoan.vks.local.system.Place;

/// One system as `./dev` runs it, on ports and in a directory of its own.
public final class LocalSystem {

    private final Place place;
    private final Path keptLogs;
    private final Map<String, String> environment;
    private final List<String> meaningIt;

    LocalSystem(int portBase, Path directory) {
        this.place = Place.from(Map.of("PORT_BASE", Integer.toString(portBase), "LOCAL_DIR", directory.toString()));
        this.keptLogs = directory.resolve("kept-logs");
        this.environment = Map.of(
                "PORT_BASE", Integer.toString(portBase),
                "LOCAL_DIR", directory.toString(),
                // Services are started very often here and live for minutes.
                "LOCAL_JVM", "-XX:TieredStopAtLevel=1",
                "JAVA_HOME", System.getProperty("java.home"));
        this.meaningIt = List.of();
    }

    private LocalSystem(LocalSystem central, Place place, String name) {
        this.place = place;
        this.keptLogs = place.directory().resolve("kept-logs");
        this.environment = central.environment;
        this.meaningIt = List.of("node", name);
    }

    /// A provincial node beside it, which need not run yet.
    public LocalSystem node(String name) {
        try {
            return new LocalSystem(this, new Nodes(place).findOrAdd(name), name);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Its ports and its data.
    public Place place() {
        return place;
    }

    /// The checkout whose packaged services run.
    public static Path project() {
        return BuiltWith.thisBuild().projectRoot();
    }

    /// Runs `./dev` for this system.
    public Finished dev(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./dev"));
        command.addAll(meaningIt);
        command.addAll(Arrays.asList(arguments));
        return new Command(project(), environment()).run(command);
    }

    /// What `./dev` must be told to mean this system, or the central one that a node stands beside.
    public Map<String, String> environment() {
        return environment;
    }

    /// Starts what does not run. The logs of the run before are kept aside: a start begins new ones.
    public Finished up() {
        keepLogs();
        return dev("up", "--built");
    }

    /// Stops it; the data stays.
    public Finished down() {
        return dev("down");
    }

    /// The database server that holds its data.
    public PostgresServer postgres() {
        return PostgresServer.at(place.postgresPort());
    }

    /// What `./dev status` says of each part.
    public List<PartLine> status() {
        return dev("status")
                .output()
                .lines()
                .flatMap(line -> PartLine.read(line).stream())
                .toList();
    }

    /// All processes of the system, with everything that they started.
    public List<ProcessHandle> processes() {
        return status().stream()
                .flatMap(part -> ProcessHandle.of(part.pid()).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    /// Every log file that the system has written, of former starts too.
    public List<Path> logs() {
        List<Path> logs = new ArrayList<>(filesIn(place.directory().resolve("logs")));
        logs.addAll(filesIn(keptLogs));
        return logs;
    }

    private void keepLogs() {
        try {
            Files.createDirectories(keptLogs);
            for (Path log : filesIn(place.directory().resolve("logs"))) {
                Files.copy(
                        log,
                        keptLogs.resolve(UUID.randomUUID() + "-" + log.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
