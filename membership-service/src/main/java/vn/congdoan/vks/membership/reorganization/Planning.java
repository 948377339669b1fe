package vn.congdoan.vks.membership.reorganization;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.NewUnit;
import vn.congdoan.vks.membership.unit.Revision;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.UnitView;
import vn.congdoan.vks.membership.unit.UnitsOnDay;
import vn.congdoan.vks.platform.access.UnitId;

/// Finds out what a reorganization means for each unit, on the organization as it is on its day. Without a database:
/// what stands against it there is asked later.
final class Planning {

    private final NewReorganization form;
    private final UnitsOnDay units;
    private final LocalDate day;
    private final NamedUnits names;
    private final Plan plan = new Plan();
    private final ClaimedCodes codes = new ClaimedCodes();

    private Planning(NewReorganization form, UnitsOnDay units) {
        this.form = form;
        this.units = units;
        this.names = new NamedUnits(form, units);
        this.day = form.effectiveDate();
    }

    /// The plan with its refusals. 422 at once where the request names units that are not there on the day.
    static Plan plan(NewReorganization form, UnitsOnDay units) {
        Planning planning = new Planning(form, units);
        FieldsOfItsKind.require(form);
        planning.refuseNested();
        switch (form.kind()) {
            case RENAME -> planning.rename(planning.names.predecessors().getFirst());
            case REPARENT -> planning.reparent();
            case MERGE -> planning.merge();
            case SPLIT -> planning.split(planning.names.predecessors().getFirst());
            case DISSOLVE -> planning.dissolve();
        }
        planning.refuseLaterChanges();
        planning.refuseParentsThatEnd();
        planning.codes.refuseTaken(units, planning.plan);
        return planning.plan;
    }

    /// Each unit is named once, not also with one above it.
    private void refuseNested() {
        for (int index = 0; index < form.predecessors().size(); index++) {
            for (UnitView below : units.below(form.predecessors().get(index))) {
                int nested = form.predecessors().indexOf(below.id());
                if (nested >= 0) {
                    plan.refuse("/predecessors/" + nested, "below-another", Map.of("unit", below.code()));
                }
            }
        }
    }

    private void rename(UnitView unit) {
        String code = form.code();
        if (code != null && !code.equals(unit.code())) {
            codes.claim("/code", code, unit.unionId(), unit.kind().isUnion(), unit.id());
        }
        plan.revise(unit.id(), Revision.named(code, form.name()));
    }

    private void reparent() {
        UnitView parent = lasting("/parentId", names.required("/parentId", Objects.requireNonNull(form.parentId())));
        for (int index = 0; index < form.predecessors().size(); index++) {
            UnitView unit = names.predecessors().get(index);
            if (unit.id().equals(parent.id()) || units.below(unit.id()).contains(parent)) {
                plan.refuse("/predecessors/" + index, "below-itself");
            } else {
                place("/predecessors/" + index, unit, parent.id(), parent.kind(), unionBelow(unit, parent));
            }
        }
    }

    private static UnitId unionBelow(UnitView unit, UnitView parent) {
        return unit.kind().isUnion() ? unit.id() : parent.unionId();
    }

    private void merge() {
        Target target = target(0);
        for (int index = 0; index < form.predecessors().size(); index++) {
            UnitView unit = names.predecessors().get(index);
            String pointer = "/predecessors/" + index;
            if (mayEnd(pointer, unit) && isEqualInRank(pointer, unit, target) && isOutside(pointer, unit, target)) {
                plan.end(unit.id(), List.of(target.id()));
                plan.move(unit.id(), target.id(), target.union());
                takeOver(pointer, units.children(unit.id()), target);
            }
        }
    }

    private void split(UnitView unit) {
        boolean survives = form.successors().getFirst().id().equals(unit.id());
        List<Target> targets = IntStream.range(0, form.successors().size())
                .mapToObj(this::target)
                .toList();
        targets.forEach(target -> isEqualInRank("/successors", unit, target));
        Target first = targets.getFirst();
        if (!survives) {
            if (!mayEnd("/predecessors/0", unit)) {
                return;
            }
            plan.end(unit.id(), targets.stream().map(Target::id).toList());
        }
        plan.move(unit.id(), first.id(), first.union());
        Set<UnitId> taken = new HashSet<>();
        for (int index = 0; index < targets.size(); index++) {
            Target target = targets.get(index);
            NewReorganization.Successor successor = form.successors().get(index);
            for (UnitId each : successor.units()) {
                UnitView child = names.required("/successors/" + index + "/units", each);
                boolean fits = unit.id().equals(child.parentId()) && taken.add(each);
                if (!fits) {
                    plan.refuse("/successors/" + index + "/units", "not-directly-below");
                } else {
                    takeOver("/successors/" + index + "/units", List.of(child), target);
                }
            }
            successor.members().forEach(member -> plan.move(member, target.id()));
            plan.knowUnion(target.id(), target.union());
        }
        if (!survives) {
            List<UnitView> others = units.children(unit.id()).stream()
                    .filter(child -> !taken.contains(child.id()))
                    .toList();
            takeOver("/predecessors/0", others, first);
        }
    }

    private void dissolve() {
        Target receiver = form.successors().isEmpty() ? null : target(0);
        for (int index = 0; index < form.predecessors().size(); index++) {
            UnitView unit = names.predecessors().get(index);
            String pointer = "/predecessors/" + index;
            if (!mayEnd(pointer, unit)
                    || (receiver != null
                            && !(isEqualInRank(pointer, unit, receiver) && isOutside(pointer, unit, receiver)))) {
                continue;
            }
            dissolve(unit, receiver);
            for (UnitView below : units.below(unit.id())) {
                if (mayEnd(pointer, below)) {
                    dissolve(below, receiver);
                }
            }
        }
    }

    private void dissolve(UnitView unit, @Nullable Target receiver) {
        if (receiver == null) {
            plan.end(unit.id(), List.of());
            plan.dissolve(unit.id());
        } else {
            plan.end(unit.id(), List.of(receiver.id()));
            plan.move(unit.id(), receiver.id(), receiver.union());
        }
    }

    /// A successor as it is on the day.
    private record Target(UnitId id, UnitKind kind, UnitId union) {}

    private Target target(int index) {
        NewReorganization.Successor successor = form.successors().get(index);
        String pointer = "/successors/" + index;
        if (successor.unitId() != null) {
            UnitView unit = lasting(pointer + "/unitId", names.required(pointer + "/unitId", successor.unitId()));
            return new Target(unit.id(), unit.kind(), unit.unionId());
        }
        NewReorganization.FoundedUnit founded = Objects.requireNonNull(successor.founded());
        UnitView parent = lasting(
                pointer + "/founded/parentId", names.required(pointer + "/founded/parentId", founded.parentId()));
        UnitId union = founded.kind().isUnion() ? founded.id() : parent.unionId();
        if (!founded.kind().mayStandBelow(parent.kind())) {
            plan.refuse(pointer + "/founded/kind", "kind-not-below-parent");
        }
        codes.claim(
                pointer + "/founded/code", founded.code(), union, founded.kind().isUnion(), founded.id());
        plan.found(
                founded.id(),
                union,
                new NewUnit(founded.kind(), founded.parentId(), founded.code(), founded.name(), day));
        return new Target(founded.id(), founded.kind(), union);
    }

    private void takeOver(String pointer, List<UnitView> children, Target target) {
        for (UnitView each : children) {
            if (form.predecessors().contains(each.id())) {
                continue;
            }
            place(pointer, each, target.id(), target.kind(), each.kind().isUnion() ? each.id() : target.union());
        }
    }

    /// Puts a unit with all below it under another one, and into its union.
    private void place(String pointer, UnitView unit, UnitId parent, UnitKind parentKind, UnitId union) {
        if (!unit.kind().mayStandBelow(parentKind)) {
            plan.refuse(pointer, "kind-not-below-parent", Map.of("unit", unit.code()));
            return;
        }
        if (parent.equals(unit.parentId()) && unit.unionId().equals(union)) {
            return;
        }
        plan.revise(unit.id(), Revision.placed(parent, union));
        if (unit.unionId().equals(union)) {
            return;
        }
        plan.rehome(unit.id(), union);
        codes.claim(pointer, unit.code(), union, false, unit.id());
        for (UnitView each : units.below(unit.id())) {
            plan.revise(each.id(), Revision.ofUnion(union));
            plan.rehome(each.id(), union);
            codes.claim(pointer, each.code(), union, false, each.id());
        }
    }

    private boolean mayEnd(String pointer, UnitView unit) {
        if (unit.kind() == UnitKind.CENTRAL_UNION) {
            plan.refuse(pointer, "not-the-root");
            return false;
        }
        if (units.isFoundedThatDay(unit.id())) {
            plan.refuse(pointer, "founded-that-day", Map.of("unit", unit.code()));
            return false;
        }
        return true;
    }

    /// A union is followed by unions only, and what is inside one by what is inside one.
    private boolean isEqualInRank(String pointer, UnitView unit, Target target) {
        if (unit.kind().isUnion() == target.kind().isUnion()) {
            return true;
        }
        plan.refuse(pointer, "union-and-no-union", Map.of("unit", unit.code()));
        return false;
    }

    private boolean isOutside(String pointer, UnitView unit, Target target) {
        boolean inside = unit.id().equals(target.id())
                || units.below(unit.id()).stream().anyMatch(each -> each.id().equals(target.id()));
        if (inside) {
            plan.refuse(pointer, "below-itself");
        }
        return !inside;
    }

    /// A successor or a unit above that lasts as it is from the day on: history is not woven into what came later.
    private UnitView lasting(String pointer, UnitView unit) {
        if (unit.validTo() != null) {
            plan.refuse(pointer, "changed-later", Map.of("unit", unit.code(), "day", unit.validTo()));
        }
        return unit;
    }

    private void refuseParentsThatEnd() {
        Set<UnitId> ending = new HashSet<>(plan.endings().keySet());
        plan.endings().keySet().forEach(each -> units.below(each).forEach(below -> ending.add(below.id())));
        for (int index = 0; index < form.successors().size(); index++) {
            NewReorganization.FoundedUnit founded = form.successors().get(index).founded();
            if (founded != null && ending.contains(founded.parentId())) {
                plan.refuse("/successors/" + index + "/founded/parentId", "below-itself");
            }
            if (founded != null && units.find(founded.id()).isPresent()) {
                plan.refuse("/successors/" + index + "/founded/id", "already-exists");
            }
        }
    }

    /// What changes must not have changed since: one reorganization of a unit comes after the other.
    private void refuseLaterChanges() {
        Set<UnitId> changing = new HashSet<>(plan.revisions().keySet());
        changing.addAll(plan.endings().keySet());
        for (UnitId each : changing) {
            UnitView unit = units.find(each).orElseThrow();
            if (unit.validTo() != null) {
                plan.refuse("/effectiveDate", "changed-later", Map.of("unit", unit.code(), "day", unit.validTo()));
            }
        }
    }
}
