package vn.congdoan.vks.membership.reorganization;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;

/// Which fields a reorganization of each kind needs, and which it knows nothing of.
final class FieldsOfItsKind {

    private FieldsOfItsKind() {}

    /// 422 at the first field that is missing or does not belong.
    static void require(NewReorganization form) {
        ReorganizationKind kind = form.kind();
        boolean one = kind == ReorganizationKind.RENAME || kind == ReorganizationKind.SPLIT;
        require("/predecessors", !one || form.predecessors().size() == 1, "one-only");
        require(
                "/predecessors",
                Set.copyOf(form.predecessors()).size() == form.predecessors().size(),
                "twice-in-request");
        require("/parentId", (form.parentId() != null) == (kind == ReorganizationKind.REPARENT), "not-of-this-kind");
        boolean renames = form.name() != null || form.code() != null;
        require("/name", renames == (kind == ReorganizationKind.RENAME), "not-of-this-kind");
        int successors = form.successors().size();
        require(
                "/successors",
                switch (kind) {
                    case RENAME, REPARENT -> successors == 0;
                    case MERGE -> successors == 1;
                    case SPLIT -> successors >= 2;
                    case DISSOLVE -> successors <= 1;
                },
                "not-of-this-kind");
        for (int index = 0; index < successors; index++) {
            NewReorganization.Successor each = form.successors().get(index);
            require("/successors/" + index, each.namesOneUnit(), "unit-or-founded");
            boolean divides = !each.units().isEmpty() || !each.members().isEmpty();
            require("/successors/" + index, kind == ReorganizationKind.SPLIT || !divides, "not-of-this-kind");
        }
        Set<UnitId> ids =
                form.successors().stream().map(NewReorganization.Successor::id).collect(Collectors.toSet());
        require("/successors", ids.size() == successors, "twice-in-request");
    }

    private static void require(String pointer, boolean holds, String code) {
        if (!holds) {
            throw new Unprocessable(List.of(new Violation(pointer, code)));
        }
    }
}
