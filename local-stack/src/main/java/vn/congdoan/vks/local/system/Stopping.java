package vn.congdoan.vks.local.system;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Stops the parts in good order: first who serves people, last who keeps the data.
public final class Stopping {
    private final List<Part> parts;
    private final Consumer<String> progress;
    private final PartProcesses processes;

    /// @param parts in the order of their dependencies
    /// @param progress takes one line for a person at a time
    public Stopping(Place place, List<Part> parts, Consumer<String> progress) {
        this.parts = List.copyOf(parts);
        this.progress = progress;
        this.processes = new PartProcesses(place);
    }

    /// Returns when no process of the parts is left. Data stays.
    public void run() {
        // A part that others wait for at the start outlives them at the end.
        List<Part> last = parts.stream().filter(this::isNeededByOthers).toList();
        stopTogether(parts.stream().filter(part -> !last.contains(part)).toList());
        stopTogether(last);
    }

    private boolean isNeededByOthers(Part part) {
        return parts.stream().anyMatch(other -> other.after().contains(part.name()));
    }

    private void stopTogether(List<Part> some) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(some.stream()
                            .map(part -> CompletableFuture.runAsync(() -> stop(part), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void stop(Part part) {
        if (processes.stop(part)) {
            progress.accept("%-12s stopped".formatted(part.name()));
        }
    }
}
