package vn.congdoan.vks.membership.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;

/// The units that stood between two changes of the organization, each behind the one above it.
final class TreeOnDay {

    private static final int ROOT = -1;
    private static final int MIXED = -2;

    /// Belongs to nothing that is asked for.
    static final int NOWHERE = -1;

    private final List<Span> units = new ArrayList<>();
    private final List<Integer> above = new ArrayList<>();

    TreeOnDay(List<Span> standing) {
        Map<UUID, List<Span>> below = new HashMap<>();
        Set<UUID> known = new HashSet<>();
        standing.forEach(each -> known.add(each.unit()));
        for (Span each : standing) {
            UUID parent = each.parent();
            if (parent != null && known.contains(parent)) {
                below.computeIfAbsent(parent, _ -> new ArrayList<>()).add(each);
            } else {
                units.add(each);
                above.add(ROOT);
            }
        }
        for (int index = 0; index < units.size(); index++) {
            for (Span each : below.getOrDefault(units.get(index).unit(), List.of())) {
                units.add(each);
                above.add(index);
            }
        }
    }

    /// A tally that counts wholly for one of the groups asked for.
    record Part(int group, Tally tally) {}

    /// The fewest tallies that together count every unit in its group.
    ///
    /// @param groupOf the group of a unit, or [#NOWHERE]
    List<Part> parts(ToIntFunction<UUID> groupOf, Lines lines) {
        int size = units.size();
        int[] group = new int[size];
        for (int index = 0; index < size; index++) {
            group[index] = groupOf.applyAsInt(units.get(index).unit());
        }
        int[] own = group.clone();
        int[] sector = group.clone();
        for (int index = size - 1; index >= 0; index--) {
            int parent = above.get(index);
            if (parent == ROOT) {
                continue;
            }
            if (!units.get(index).isUnion() && own[index] != own[parent]) {
                own[parent] = MIXED;
            }
            if (sector[index] != sector[parent]) {
                sector[parent] = MIXED;
            }
        }
        return parts(group, own, sector, lines);
    }

    private List<Part> parts(int[] group, int[] own, int[] sector, Lines lines) {
        Scope[] covered = new Scope[group.length];
        List<Part> parts = new ArrayList<>();
        for (int index = 0; index < group.length; index++) {
            Span unit = units.get(index);
            Scope from = above.get(index) == ROOT ? Scope.DIRECT : covered[above.get(index)];
            if (from == Scope.SECTOR || (from == Scope.OWN && !unit.isUnion())) {
                covered[index] = from;
                continue;
            }
            covered[index] = sector[index] != MIXED ? Scope.SECTOR : own[index] != MIXED ? Scope.OWN : Scope.DIRECT;
            if (group[index] != NOWHERE) {
                parts.add(new Part(group[index], lines.tally(unit.unit(), covered[index])));
            }
        }
        return parts;
    }
}
