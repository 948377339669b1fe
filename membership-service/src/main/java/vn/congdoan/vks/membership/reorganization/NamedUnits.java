package vn.congdoan.vks.membership.reorganization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// The units that a reorganization names, as they are on its day, and who decides on them.
final class NamedUnits {

    private final NewReorganization form;
    private final UnitsOnDay units;

    NamedUnits(NewReorganization form, UnitsOnDay units) {
        this.form = form;
        this.units = units;
    }

    /// A unit that a request names.
    record Named(String pointer, UnitId unit) {}

    /// Who decides.
    ///
    /// @param union the union that does
    /// @param over the units that the decision is about; the root where unions or their boundaries are concerned
    record Decides(UnitId union, List<Named> over) {}

    /// The union of all units concerned decides if it is one and no union itself is concerned, else the root.
    static Decides decides(NewReorganization form, UnitsOnDay units) {
        NamedUnits names = new NamedUnits(form, units);
        FieldsOfItsKind.require(form);
        Map<Named, UnitView> named = names.named();
        Set<UnitId> unions = named.values().stream().map(UnitView::unionId).collect(Collectors.toSet());
        boolean unionConcerned = form.predecessors().stream()
                        .anyMatch(each ->
                                names.required("/predecessors", each).kind().isUnion())
                || form.successors().stream()
                        .map(NewReorganization.Successor::founded)
                        .anyMatch(founded -> founded != null && founded.kind().isUnion());
        if (unions.size() == 1 && !unionConcerned) {
            return new Decides(unions.iterator().next(), List.copyOf(named.keySet()));
        }
        UnitId root = names.root();
        return new Decides(root, List.of(new Named("/predecessors/0", root)));
    }

    private UnitId root() {
        UnitView unit = predecessors().getFirst();
        while (unit.parentId() != null) {
            unit = units.find(unit.parentId()).orElseThrow();
        }
        return unit.id();
    }

    List<UnitView> predecessors() {
        List<UnitId> named = form.predecessors();
        return IntStream.range(0, named.size())
                .mapToObj(index -> required("/predecessors/" + index, named.get(index)))
                .toList();
    }

    /// All units that the request names and that are there on the day.
    private Map<Named, UnitView> named() {
        Map<Named, UnitView> named = new LinkedHashMap<>();
        for (int index = 0; index < form.predecessors().size(); index++) {
            name(named, "/predecessors/" + index, form.predecessors().get(index));
        }
        if (form.parentId() != null) {
            name(named, "/parentId", form.parentId());
        }
        for (int index = 0; index < form.successors().size(); index++) {
            NewReorganization.Successor each = form.successors().get(index);
            if (each.unitId() != null) {
                name(named, "/successors/" + index + "/unitId", each.unitId());
            } else {
                UnitId parent = Objects.requireNonNull(each.founded()).parentId();
                name(named, "/successors/" + index + "/founded/parentId", parent);
            }
        }
        return named;
    }

    private void name(Map<Named, UnitView> named, String pointer, UnitId unit) {
        named.put(new Named(pointer, unit), required(pointer, unit));
    }

    UnitView required(String pointer, UnitId unit) {
        return units.find(unit).orElseThrow(() -> new Unprocessable(pointer, "unit-not-existing-then"));
    }
}
