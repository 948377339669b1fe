package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// From one day until another (exclusive) a unit stood below another one, or was the root.
record Span(UUID unit, @Nullable UUID parent, boolean isUnion, int from, int to) {

    boolean covers(int day) {
        return from <= day && day < to;
    }

    private boolean goesOnIn(Span next) {
        return to == next.from
                && unit.equals(next.unit)
                && Objects.equals(parent, next.parent)
                && isUnion == next.isUnion;
    }

    /// The same without the days on which a unit only got another name.
    static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream()
                .sorted(Comparator.comparing(Span::unit).thenComparingInt(Span::from))
                .forEach(each -> {
                    if (!joined.isEmpty() && joined.getLast().goesOnIn(each)) {
                        Span before = joined.removeLast();
                        joined.add(new Span(each.unit, each.parent, each.isUnion, before.from, each.to));
                    } else {
                        joined.add(each);
                    }
                });
        return joined;
    }
}
