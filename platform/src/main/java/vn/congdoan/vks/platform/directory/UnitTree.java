package vn.congdoan.vks.platform.directory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;

/// All units as they stand on one day. A few thousand at most, so each service keeps them in memory. A unit that has
/// ended stands inside its successors, if it has any: they inherit all rights over its records.
final class UnitTree {

    /// A unit, the union it belongs to, the unit above it, and what came after it if it has ended.
    record Node(UnitId unit, UnitId union, @Nullable UnitId parent, List<UnitId> successors) {

        Node {
            successors = List.copyOf(successors);
        }

        boolean isUnion() {
            return unit.equals(union);
        }

        boolean isSucceeded() {
            return !successors.isEmpty();
        }
    }

    /// The way from one unit to the next, up or down. Between a union and the one above it lies the boundary that
    /// commands do not cross.
    private record Step(UnitId to, boolean crossesBoundary) {}

    private final Map<UnitId, Node> nodes = new HashMap<>();
    private final Map<UnitId, List<Step>> down = new HashMap<>();

    UnitTree(List<Node> units) {
        for (Node each : units) {
            nodes.put(each.unit(), each);
        }
        for (Node each : units) {
            for (Step up : up(each)) {
                down.computeIfAbsent(up.to(), _ -> new ArrayList<>()).add(new Step(each.unit(), up.crossesBoundary()));
            }
        }
    }

    private static List<Step> up(Node from) {
        if (from.isSucceeded()) {
            return from.successors().stream()
                    .map(successor -> new Step(successor, false))
                    .toList();
        }
        UnitId parent = from.parent();
        return parent == null ? List.of() : List.of(new Step(parent, from.isUnion()));
    }

    /// The union that the unit belongs to; that of its first successor if it has ended.
    Optional<UnitId> unionOf(UnitId unit) {
        Set<UnitId> seen = new HashSet<>();
        Node node = nodes.get(unit);
        while (node != null && seen.add(node.unit())) {
            if (node.isSucceeded()) {
                node = nodes.get(node.successors().getFirst());
            } else if (node.isUnion()) {
                return Optional.of(node.unit());
            } else {
                node = nodes.get(node.union());
            }
        }
        return Optional.ofNullable(nodes.get(unit)).map(Node::union);
    }

    Optional<UnitPlace> place(UnitId unit) {
        return unionOf(unit).map(union -> {
            Reached above = reached(unit, each -> {
                Node node = nodes.get(each);
                return node == null ? List.of() : up(node);
            });
            List<UnitId> unionsAbove =
                    above.beyond().stream().filter(this::isUnion).toList();
            return new UnitPlace(unit, union, List.copyOf(above.within()), unionsAbove);
        });
    }

    /// The unit, and all below it and before it inside its union.
    Set<UnitId> subtree(UnitId unit) {
        return nodes.containsKey(unit) ? Set.copyOf(below(unit).within()) : Set.of();
    }

    /// The same, and those of whatever came after it.
    Set<UnitId> subtreeOfSuccessors(UnitId unit) {
        Set<UnitId> heirs = new LinkedHashSet<>(List.of(unit));
        Deque<UnitId> ended = new ArrayDeque<>(heirs);
        Set<UnitId> all = new HashSet<>();
        while (!ended.isEmpty()) {
            UnitId each = ended.poll();
            all.addAll(subtree(each));
            Node node = nodes.get(each);
            if (node != null) {
                node.successors().stream().filter(heirs::add).forEach(ended::add);
            }
        }
        return Set.copyOf(all);
    }

    /// All units of the unions below.
    Set<UnitId> overseen(UnitId union) {
        return Set.copyOf(below(union).beyond());
    }

    private boolean isUnion(UnitId unit) {
        Node node = nodes.get(unit);
        return node != null && node.isUnion();
    }

    private Reached below(UnitId unit) {
        return reached(unit, each -> down.getOrDefault(each, List.of()));
    }

    /// What can be reached from a unit without crossing a union's boundary, itself included, and what only beyond it.
    private record Reached(Set<UnitId> within, Set<UnitId> beyond) {}

    private static Reached reached(UnitId from, Function<UnitId, List<Step>> steps) {
        Reached reached = new Reached(new LinkedHashSet<>(List.of(from)), new LinkedHashSet<>());
        Deque<UnitId> inside = new ArrayDeque<>(reached.within());
        Deque<UnitId> outside = new ArrayDeque<>();
        while (!inside.isEmpty()) {
            for (Step step : steps.apply(inside.poll())) {
                if (step.crossesBoundary()) {
                    outside.add(step.to());
                } else if (reached.within().add(step.to())) {
                    inside.add(step.to());
                }
            }
        }
        while (!outside.isEmpty()) {
            UnitId each = outside.poll();
            if (!reached.within().contains(each) && reached.beyond().add(each)) {
                steps.apply(each).forEach(step -> outside.add(step.to()));
            }
        }
        return reached;
    }
}
