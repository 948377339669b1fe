package vn.congdoan.vks.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.jspecify.annotations.Nullable;

/// Asks one service again and again, with `wrk`.
final class Wrk {

    private static final Pattern RESULT = Pattern.compile("^RESULT (\\S+) (\\S+) (\\S+) (\\d+)$", Pattern.MULTILINE);

    private final URI service;
    private final Path script;
    private final Path requests;

    /// @param requests one a line: the path, and behind a tab the body
    Wrk(URI service, List<String> requests, Path directory) throws IOException {
        this.service = service;
        this.script = directory.resolve("requests.lua");
        try (InputStream source = Objects.requireNonNull(Wrk.class.getResourceAsStream("/bench/requests.lua"))) {
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
        }
        this.requests = Files.createTempFile(directory, "requests", ".txt");
        Files.write(this.requests, requests);
    }

    /// What a run saw.
    ///
    /// @param perSecond answers
    /// @param half the median of the times to answer, in milliseconds
    /// @param most the 99th of a hundred
    record Seen(double perSecond, double half, double most) {}

    /// Reads from so many clients at once.
    Seen get(int clients, Duration length, String token) throws IOException, InterruptedException {
        return run(clients, length, token, null);
    }

    /// Posts, each request under an `Idempotency-Key` of its own that begins with this.
    Seen post(int clients, Duration length, String token, String keys) throws IOException, InterruptedException {
        return run(clients, length, token, keys);
    }

    private Seen run(int clients, Duration length, String token, @Nullable String keys)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t2", "-c" + clients, "-d" + length.toSeconds() + "s", "--timeout", "10s", "-s"));
        command.addAll(List.of(script.toString(), service.toString(), "--", requests.toString(), token));
        if (keys != null) {
            command.add(keys);
        }
        String printed = Program.run(Map.of(), command);
        Matcher result = RESULT.matcher(printed);
        if (!result.find() || Long.parseLong(result.group(4)) > 0) {
            throw new IllegalStateException("Not everything was answered well: " + printed);
        }
        return new Seen(
                Double.parseDouble(result.group(1)),
                Double.parseDouble(result.group(2)),
                Double.parseDouble(result.group(3)));
    }
}
