package vn.congdoan.vks.platform.access;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// The units whose records a list may show: those in the caller's scope, and those seen by oversight only.
public record VisibleUnits(Set<UnitId> inScope, Set<UnitId> overseen) {

    public VisibleUnits {
        inScope = Set.copyOf(inScope);
        overseen = Set.copyOf(overseen);
    }

    /// All of them, as a query wants them.
    public UUID[] all() {
        Set<UnitId> all = new HashSet<>(inScope);
        all.addAll(overseen);
        return all.stream().map(UnitId::value).toArray(UUID[]::new);
    }

    /// How the caller sees the records of a unit in this list.
    public Reach reach(UnitId unit) {
        if (inScope.contains(unit)) {
            return Reach.SCOPE;
        }
        return overseen.contains(unit) ? Reach.OVERSIGHT : Reach.NONE;
    }
}
