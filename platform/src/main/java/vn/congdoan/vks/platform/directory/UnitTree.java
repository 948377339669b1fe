package vn.congdoan.vks.platform.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;

/// All units as they stand on one day. A few thousand at most, so each service keeps them in memory.
final class UnitTree {

    /// A unit, the union it belongs to and the unit above it.
    record Node(UnitId unit, UnitId union, @Nullable UnitId parent) {

        boolean isUnion() {
            return unit.equals(union);
        }
    }

    private final Map<UnitId, Node> nodes = new HashMap<>();
    private final Map<UnitId, List<Node>> children = new HashMap<>();

    UnitTree(List<Node> units) {
        for (Node each : units) {
            nodes.put(each.unit(), each);
            if (each.parent() != null) {
                children.computeIfAbsent(each.parent(), _ -> new ArrayList<>()).add(each);
            }
        }
    }

    Optional<UnitId> unionOf(UnitId unit) {
        return Optional.ofNullable(nodes.get(unit)).map(Node::union);
    }

    Optional<UnitPlace> place(UnitId unit) {
        Node here = nodes.get(unit);
        if (here == null) {
            return Optional.empty();
        }
        List<UnitId> within = new ArrayList<>();
        List<UnitId> unionsAbove = new ArrayList<>();
        Set<UnitId> seen = new HashSet<>();
        for (Node each = here; each != null && seen.add(each.unit()); each = above(each)) {
            if (each.union().equals(here.union())) {
                within.add(each.unit());
            } else if (each.isUnion()) {
                unionsAbove.add(each.unit());
            }
        }
        return Optional.of(new UnitPlace(unit, here.union(), within, unionsAbove));
    }

    private @Nullable Node above(Node below) {
        return below.parent() == null ? null : nodes.get(below.parent());
    }

    Set<UnitId> subtree(UnitId unit) {
        Node top = nodes.get(unit);
        return top == null ? Set.of() : below(top, each -> each.union().equals(top.union()));
    }

    Set<UnitId> overseen(UnitId union) {
        Node top = nodes.get(union);
        return top == null ? Set.of() : below(top, each -> !each.union().equals(union));
    }

    private Set<UnitId> below(Node top, Predicate<Node> wanted) {
        Set<UnitId> found = new HashSet<>();
        Set<UnitId> seen = new HashSet<>(Set.of(top.unit()));
        List<Node> waiting = new ArrayList<>(List.of(top));
        while (!waiting.isEmpty()) {
            Node each = waiting.removeLast();
            if (wanted.test(each)) {
                found.add(each.unit());
            }
            for (Node child : children.getOrDefault(each.unit(), List.of())) {
                if (seen.add(child.unit())) {
                    waiting.add(child);
                }
            }
        }
        return Set.copyOf(found);
    }
}
