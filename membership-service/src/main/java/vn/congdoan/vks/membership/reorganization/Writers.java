package vn.congdoan.vks.membership.reorganization;

import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sync.ThisNode;

/// Which nodes write what a reorganization changes.
///
/// @param here this node
/// @param homes the nodes of unions that have one, by the unions
/// @param before the units before it
record Writers(String here, Map<UUID, String> homes, UnitsOnDay before) {

    Writers {
        homes = Map.copyOf(homes);
    }

    /// The node of a union; that of one which comes into being is the central one.
    String of(UnitId union) {
        return homes.getOrDefault(union.value(), ThisNode.CENTRAL);
    }

    boolean isHere(UnitId union) {
        return of(union).equals(here);
    }

    /// Who writes what belongs to a unit: its members, committees, assignments.
    String ofBelongings(UnitId unit) {
        return of(existing(unit).unionId());
    }

    /// Who writes the unit itself: of a union the one above it.
    String ofUnit(UnitId unit) {
        UnitView view = existing(unit);
        UnitId parent = view.parentId();
        return view.kind().isUnion() && parent != null ? of(existing(parent).unionId()) : of(view.unionId());
    }

    String ofFounding(Plan.Founding founding) {
        UnitKind kind = founding.form().kind();
        UnitId parent = founding.form().parentId();
        return kind.isUnion() && parent != null
                ? before.find(parent).map(above -> of(above.unionId())).orElse(ThisNode.CENTRAL)
                : of(founding.unionId());
    }

    private UnitView existing(UnitId unit) {
        return before.find(unit).orElseThrow();
    }
}
