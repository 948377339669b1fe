package vn.congdoan.vks.membership.unit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.platform.access.UnitId;

/// All units that exist on one day, as they are then.
public final class UnitsOnDay {

    private final Map<UnitId, UnitView> units = new HashMap<>();
    private final Map<UnitId, List<UnitView>> children = new HashMap<>();

    private final Set<UnitId> foundedThatDay;

    UnitsOnDay(List<UnitView> existing, Set<UnitId> foundedThatDay) {
        this.foundedThatDay = Set.copyOf(foundedThatDay);
        for (UnitView each : existing) {
            units.put(each.id(), each);
            if (each.parentId() != null) {
                children.computeIfAbsent(each.parentId(), _ -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    public Optional<UnitView> find(UnitId unit) {
        return Optional.ofNullable(units.get(unit));
    }

    public boolean isFoundedThatDay(UnitId unit) {
        return foundedThatDay.contains(unit);
    }

    public Collection<UnitView> all() {
        return units.values();
    }

    /// Those directly below.
    public List<UnitView> children(UnitId unit) {
        return children.getOrDefault(unit, List.of());
    }

    /// The units above one, the nearest first.
    public List<UnitId> above(UnitId unit) {
        List<UnitId> above = new ArrayList<>();
        UnitView each = units.get(unit);
        while (each != null && each.parentId() != null) {
            above.add(each.parentId());
            each = units.get(each.parentId());
        }
        return above;
    }

    /// All below, those above before those below them; the unit itself is not among them.
    public List<UnitView> below(UnitId unit) {
        List<UnitView> below = new ArrayList<>(children(unit));
        for (int next = 0; next < below.size(); next++) {
            below.addAll(children(below.get(next).id()));
        }
        return below;
    }
}
