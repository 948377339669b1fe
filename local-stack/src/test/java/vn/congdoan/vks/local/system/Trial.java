package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import vn.congdoan.vks.local.stack.Cache;
import vn.congdoan.vks.local.stack.Launch;
import vn.congdoan.vks.local.stack.Ports;

/// A system in a directory of its own, with shell scripts for parts.
@NullMarked
record Trial(Place place) implements AutoCloseable {
    static final String RUNS_FOR_EVER = "echo started; while :; do sleep 1; done";

    static Trial in(Path directory) {
        int base = Ports.freeBase(0, 1, 2, 3, 100, 110, 112, 113, 362);
        return new Trial(new Place(directory, directory, Cache.ofThisCheckout(), base));
    }

    Part part(String name, String script, int port, List<String> after, List<Path> programs) {
        return new Part(
                name,
                "nowhere",
                List.of(port),
                after,
                programs,
                () -> {},
                () -> new Launch(List.of("sh", "-c", script), Map.of(), place.directory()),
                () -> Processes.read(place.log(name)).contains("started"),
                Duration.ofSeconds(10),
                "TERM");
    }

    Part part(String name, String script) {
        return part(name, script, place.gatewayPort(), List.of(), List.of());
    }

    PartProcesses processes() {
        return new PartProcesses(place);
    }

    void start(List<Part> parts) {
        new Starting(place, parts, line -> {}).run();
    }

    long pidOf(Part part) throws IOException {
        return processes()
                .find(part)
                .orElseThrow(() -> new IOException(part.name() + " does not run"))
                .pid();
    }

    /// Leaves no process behind, whatever the test did.
    @Override
    public void close() {
        for (String name : List.of("one", "two", "postgres")) {
            processes().stop(part(name, ""));
        }
    }
}
