package vn.congdoan.vks.membership.statistics;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The units of all times in groups as one unit of today sees them: those that count in itself, and for each unit
/// directly below those inside its union and those in unions below it.
final class Branches {

    static final int DIRECT = 0;

    private final TreeToday today;
    private final List<UnitThen> children;
    private final Map<UUID, Integer> groups = new HashMap<>();

    Branches(TreeToday today, UnitThen unit) {
        this.today = today;
        this.children = today.children(unit.span().unit()).stream()
                .filter(each -> each.span().from() <= today.day())
                .sorted(Comparator.comparing(UnitThen::code))
                .toList();
        groups.put(unit.span().unit(), DIRECT);
        for (int index = 0; index < children.size(); index++) {
            gather(children.get(index), ownGroup(index));
        }
    }

    static int ownGroup(int child) {
        return 2 * child + 1;
    }

    private record Step(UnitThen unit, int group) {}

    private void gather(UnitThen child, int ownGroup) {
        Deque<Step> open = new ArrayDeque<>(List.of(new Step(child, ownGroup)));
        while (!open.isEmpty()) {
            Step step = open.poll();
            groups.put(step.unit().span().unit(), step.group());
            for (UnitThen each : today.children(step.unit().span().unit())) {
                open.add(new Step(each, each.span().isUnion() ? ownGroup + 1 : step.group()));
            }
        }
    }

    List<UnitThen> children() {
        return children;
    }

    int groupOf(UUID unit) {
        UUID home = today.homeOf(unit);
        return home == null ? TreeOnDay.NOWHERE : groups.getOrDefault(home, TreeOnDay.NOWHERE);
    }

    /// Whether a group lies inside the union of the unit.
    boolean isOwn(int group) {
        if (group == DIRECT) {
            return true;
        }
        boolean insideItsUnion = group % 2 == 1;
        return insideItsUnion && !children.get((group - 1) / 2).span().isUnion();
    }
}
