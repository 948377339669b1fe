package vn.congdoan.vks.acceptance.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of `./dev status` about a part that runs.
public record PartLine(String name, boolean healthy, long pid, long megabytes) {

    private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(healthy|not ready)\\s+(\\d+)\\s+(\\d+) MB\\s+\\S+");

    static Optional<PartLine> read(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? Optional.of(new PartLine(
                        matcher.group(1),
                        matcher.group(2).equals("healthy"),
                        Long.parseLong(matcher.group(3)),
                        Long.parseLong(matcher.group(4))))
                : Optional.empty();
    }
}
