package vn.congdoan.vks.local.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the link is at a time.
///
/// @param cut nothing passes: connections are reset, new ones at once
/// @param delayMillis how long every byte is under way, in each direction
/// @param dropPercent how probable it is for every forwarded chunk that the connection is reset instead
public record Shape(boolean cut, int delayMillis, int dropPercent) {
    /// Everything passes at once.
    public static final Shape WHOLE = new Shape(false, 0, 0);

    private static final int LONGEST_DELAY = 60_000;
    private static final Pattern TEXT = Pattern.compile("cut=(true|false) delay=(\\d{1,5}) drop=(\\d{1,3})");

    public Shape {
        if (delayMillis < 0 || delayMillis > LONGEST_DELAY) {
            throw new IllegalArgumentException("The delay must be between 0 and " + LONGEST_DELAY + " milliseconds.");
        }
        if (dropPercent < 0 || dropPercent > 100) {
            throw new IllegalArgumentException("The share of dropped chunks must be between 0 and 100 percent.");
        }
    }

    /// The same, but cut.
    public Shape asCut() {
        return new Shape(true, delayMillis, dropPercent);
    }

    /// The same with another delay.
    public Shape delayedBy(int millis) {
        return new Shape(cut, millis, dropPercent);
    }

    /// The same with another probability of a reset.
    public Shape dropping(int percent) {
        return new Shape(cut, delayMillis, percent);
    }

    /// One line for a file.
    String asText() {
        return "cut=%s delay=%d drop=%d".formatted(cut, delayMillis, dropPercent);
    }

    static Shape fromText(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("This is no shape of a link: " + text);
        }
        return new Shape(
                Boolean.parseBoolean(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)));
    }
}
