package vn.congdoan.vks.platform.change;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;

/// Who may read a change in the feed: everybody, or some unions.
///
/// @param unions the unions; null means everybody
public record Audience(@Nullable Set<UnitId> unions) {

    public Audience {
        unions = unions == null ? null : Set.copyOf(unions);
    }

    /// What is published to all.
    public static Audience everybody() {
        return new Audience(null);
    }

    public static Audience of(Collection<UnitId> unions) {
        return new Audience(Set.copyOf(unions));
    }

    /// What stays in its union.
    public static Audience ofUnionAlone(UnitPlace place) {
        return of(Set.of(place.unionId()));
    }

    /// A record of a union: for itself and the unions above, which oversee it.
    public static Audience ofUnionAt(UnitPlace place) {
        return of(Stream.concat(Stream.of(place.unionId()), place.unionsAbove().stream())
                .collect(Collectors.toSet()));
    }

    /// Those of this one and of another.
    public Audience and(Audience other) {
        if (unions == null || other.unions() == null) {
            return everybody();
        }
        return of(Stream.concat(unions.stream(), other.unions().stream()).collect(Collectors.toSet()));
    }
}
