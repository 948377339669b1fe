package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where every unit of all times stands today: itself, in its main successor, or, where it ended without any, as an
/// ended unit under the one it was last below.
final class TreeToday {

    private final TreeThroughTime tree;
    private final int day;
    private final Map<UUID, UUID> homes = new HashMap<>();
    private final Map<UUID, List<UnitThen>> below = new HashMap<>();

    TreeToday(TreeThroughTime tree, int day) {
        this.tree = tree;
        this.day = day;
        for (UUID each : tree.units().keySet()) {
            UUID home = home(each);
            homes.put(each, home);
            UnitThen unit = unit(each);
            UUID parent = unit.span().parent();
            if (home.equals(each) && parent != null) {
                below.computeIfAbsent(home(parent), _ -> new ArrayList<>()).add(unit);
            }
        }
    }

    int day() {
        return day;
    }

    /// A unit that stands for itself today, in the version that holds, or did last; empty for one that went into
    /// another.
    Optional<UnitThen> find(UUID id) {
        return id.equals(homes.get(id)) ? Optional.of(unit(id)) : Optional.empty();
    }

    boolean hasEnded(UnitThen unit) {
        return unit.span().to() <= day;
    }

    List<UnitThen> children(UUID id) {
        return below.getOrDefault(id, List.of());
    }

    /// The unit in which another one's figures count.
    @Nullable
    UUID homeOf(UUID id) {
        return homes.get(id);
    }

    private UUID home(UUID id) {
        Set<UUID> seen = new HashSet<>();
        UUID home = id;
        while (seen.add(home)) {
            UUID next = unit(home).span().to() <= day ? tree.mainSuccessor(home) : null;
            if (next == null || !tree.units().containsKey(next)) {
                return home;
            }
            home = next;
        }
        return home;
    }

    private UnitThen unit(UUID id) {
        List<UnitThen> versions = tree.units().getOrDefault(id, List.of());
        return tree.unit(id, day)
                .orElseGet(() -> versions.getLast().span().to() <= day ? versions.getLast() : versions.getFirst());
    }
}
