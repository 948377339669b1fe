package vn.congdoan.vks.membership.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitId;

/// All units that exist on one day, as they are then.
public final class UnitsOnDay {

    private final Map<UnitId, UnitView> units = new HashMap<>();
    private final Map<UnitId, List<UnitView>> children = new HashMap<>();

    UnitsOnDay(List<UnitView> existing) {
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

    /// Those directly below.
    public List<UnitView> children(UnitId unit) {
        return children.getOrDefault(unit, List.of());
    }

    /// All below, those above before those below them; the unit itself is not among them.
    public List<UnitView> below(UnitId unit) {
        List<UnitView> below = new ArrayList<>(children(unit));
        for (int next = 0; next < below.size(); next++) {
            below.addAll(children(below.get(next).id()));
        }
        return below;
    }

    /// Whether a code is taken: a union's is nobody else's, a section's or group's only once in its union.
    public Optional<UnitView> withCode(String code, UnitId union, boolean ofUnion) {
        return units.values().stream()
                .filter(each -> each.code().equals(code))
                .filter(each ->
                        ofUnion || each.kind().isUnion() || each.unionId().equals(union))
                .findFirst();
    }
}
