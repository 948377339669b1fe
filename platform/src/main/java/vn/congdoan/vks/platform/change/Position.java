package vn.congdoan.vks.platform.change;

import java.util.Comparator;

/// A place in a service's change log. Positions ascend through all epochs; a database restored from a backup begins a
/// new epoch, because it gives positions again that others have seen.
public record Position(int epoch, long number) implements Comparable<Position> {

    /// Before the first change.
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingInt(Position::epoch).thenComparingLong(Position::number);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }
}
