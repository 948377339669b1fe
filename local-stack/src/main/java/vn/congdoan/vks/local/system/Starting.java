package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.Waiting;

/// Starts what is not running, restarts what is out of date and leaves the rest alone, so it may be repeated at
/// any time, after a start that was killed half-way as well.
public final class Starting {
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(3);
    private static final int LOG_LINES = 25;
    // A log line in JSON carries a whole stack trace.
    private static final int LONGEST_LINE = 600;

    private final Place place;
    private final List<Part> parts;
    private final Consumer<String> progress;
    private final PartProcesses processes;

    /// @param parts in the order of their dependencies
    /// @param progress takes one line for a person at a time
    public Starting(Place place, List<Part> parts, Consumer<String> progress) {
        this.place = place;
        this.parts = List.copyOf(parts);
        this.progress = progress;
        this.processes = new PartProcesses(place);
    }

    /// Returns when all parts are ready, or fails with [CannotStart].
    public void run() {
        try {
            Map<String, Optional<StartedProcess>> running = stopOutdated();
            requireFreePorts(parts.stream()
                    .filter(part ->
                            running.getOrDefault(part.name(), Optional.empty()).isEmpty())
                    .toList());
            startAll(running);
        } catch (IOException e) {
            throw new CannotStart("The system cannot start: " + e, e);
        }
    }

    private Map<String, Optional<StartedProcess>> stopOutdated() throws IOException {
        Map<String, Optional<StartedProcess>> running = new LinkedHashMap<>();
        for (Part part : parts.reversed()) {
            Optional<StartedProcess> found = processes.find(part);
            if (found.isPresent() && !processes.isUpToDate(part, found.get())) {
                progress.accept("%-12s is out of date, stopping it".formatted(part.name()));
                processes.stop(part);
                found = Optional.empty();
            }
            running.put(part.name(), found);
        }
        return running;
    }

    private void requireFreePorts(List<Part> starting) {
        List<String> taken = new ArrayList<>();
        for (Part part : starting) {
            for (int port : part.ports()) {
                // What a killed part leaves behind, such as PostgreSQL's children, goes away by itself in a moment.
                if (!Waiting.until(() -> Ports.isFree(port), PORT_PATIENCE)) {
                    taken.add("Port %d, which %s needs, is taken by %s."
                            .formatted(port, part.name(), PortHolder.of(port)));
                }
            }
        }
        if (!taken.isEmpty()) {
            taken.add("Stop it, or start %s on other ports: PORT_BASE=%d ./dev up".formatted(what(), otherBase()));
            throw new CannotStart(String.join("\n", taken));
        }
    }

    private String what() {
        return place.province().isPresent() ? "the central system, which its nodes follow," : "this system";
    }

    private int otherBase() {
        int base = place.province().map(Place.Province::central).orElse(place).portBase();
        return base + 2_000 > 60_000 ? 8_080 : base + 2_000;
    }

    private void startAll(Map<String, Optional<StartedProcess>> running) {
        // Not closed: when one part fails there is no use in waiting for the others.
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Map<String, CompletableFuture<Void>> ready = new LinkedHashMap<>();
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (Part part : parts) {
            Optional<StartedProcess> process = running.getOrDefault(part.name(), Optional.empty());
            List<CompletableFuture<Void>> before = new ArrayList<>();
            before.add(CompletableFuture.runAsync(() -> prepare(part, process), threads));
            part.after().stream().filter(ready::containsKey).map(ready::get).forEach(before::add);
            CompletableFuture<Void> one = together(before).thenRunAsync(() -> bringUp(part, process), threads);
            one.exceptionally(problem -> {
                failure.completeExceptionally(problem);
                return null;
            });
            ready.put(part.name(), one);
        }
        try {
            CompletableFuture.anyOf(together(ready.values()), failure).join();
        } catch (CompletionException e) {
            throw causeOf(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static CompletableFuture<Void> together(Collection<CompletableFuture<Void>> some) {
        return CompletableFuture.allOf(some.toArray(CompletableFuture[]::new));
    }

    private static CannotStart causeOf(CompletionException e) {
        Throwable cause = e;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause instanceof CannotStart cannot
                ? cannot
                : new CannotStart("The system cannot start: " + cause, cause);
    }

    private void prepare(Part part, Optional<StartedProcess> process) {
        if (process.isPresent()) {
            return;
        }
        long begin = System.nanoTime();
        try {
            part.preparing().prepare();
        } catch (IOException e) {
            throw new CannotStart(part.name() + " cannot be prepared: " + e.getMessage(), e);
        }
        if (System.nanoTime() - begin > Duration.ofSeconds(1).toNanos()) {
            progress.accept("%-12s prepared in %s".formatted(part.name(), seconds(begin)));
        }
    }

    private void bringUp(Part part, Optional<StartedProcess> found) {
        long begin = System.nanoTime();
        try {
            StartedProcess process = found.isPresent() ? found.get() : processes.start(part);
            boolean decided =
                    Waiting.until(() -> part.ready().getAsBoolean() || !process.isAlive(), part.readyWithin());
            if (!process.isAlive() && found.isPresent()) {
                bringBack(part);
                return;
            }
            if (!process.isAlive()) {
                throw failed(part, "ended during its start");
            }
            if (!decided) {
                throw failed(part, "was not ready within " + part.readyWithin().toSeconds() + " s");
            }
            String how = found.isPresent() ? "was running" : "ready in " + seconds(begin);
            progress.accept("%-12s %-18s %s".formatted(part.name(), how, part.address()));
        } catch (IOException e) {
            throw new CannotStart(part.name() + " cannot start: " + e.getMessage(), e);
        }
    }

    // What was found running was ending: killed a moment ago, its id is taken away last.
    private void bringBack(Part part) {
        requireFreePorts(List.of(part));
        prepare(part, Optional.empty());
        bringUp(part, Optional.empty());
    }

    private CannotStart failed(Part part, String what) {
        Path log = place.log(part.name());
        String end = Directories.lastLines(log, LOG_LINES).stream()
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .collect(Collectors.joining("\n"));
        return new CannotStart("%s %s. The end of its log, %s:%n%s".formatted(part.name(), what, log, end.indent(4)));
    }

    private static String seconds(long begin) {
        return "%.1f s".formatted((System.nanoTime() - begin) / 1e9);
    }
}
