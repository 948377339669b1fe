package vn.congdoan.vks.platform.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A directory in memory: a tree of unions, with sections and groups inside them, and who holds what.
final class UnitTree implements Directory {

    private final Map<UnitId, Node> nodes = new LinkedHashMap<>();
    private final Map<Principal, Standing> standings = new HashMap<>();
    private int asked;

    private record Node(@Nullable UnitId parent, boolean isUnion) {}

    UnitId union(@Nullable UnitId parent) {
        return add(parent, true);
    }

    UnitId section(UnitId parent) {
        return add(parent, false);
    }

    private UnitId add(@Nullable UnitId parent, boolean isUnion) {
        UnitId id = new UnitId(new UUID(7, nodes.size()));
        nodes.put(id, new Node(parent, isUnion));
        return id;
    }

    Assignment assignment(Role role, UnitId unit) {
        return new Assignment(UUID.randomUUID(), role, unit, unionOf(unit));
    }

    void stands(Principal principal, @Nullable LinkedMember member, Assignment... assignments) {
        standings.put(principal, new Standing(List.of(assignments), member));
    }

    /// How often somebody's standing was asked for.
    int asked() {
        return asked;
    }

    Set<UnitId> units() {
        return nodes.keySet();
    }

    /// The unit and everything above it, to the root.
    List<UnitId> path(UnitId unit) {
        List<UnitId> path = new ArrayList<>();
        for (UnitId each = unit; each != null; each = node(each).parent()) {
            path.add(each);
        }
        return path;
    }

    UnitId unionOf(UnitId unit) {
        return path(unit).stream()
                .filter(each -> node(each).isUnion())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Standing freshStanding(Principal principal) {
        return standing(principal);
    }

    @Override
    public Standing standing(Principal principal) {
        asked++;
        return standings.getOrDefault(principal, new Standing(List.of(), null));
    }

    @Override
    public Optional<UnitPlace> place(UnitId unit) {
        if (!nodes.containsKey(unit)) {
            return Optional.empty();
        }
        UnitId union = unionOf(unit);
        List<UnitId> path = path(unit);
        List<UnitId> above = path.subList(path.indexOf(union) + 1, path.size());
        return Optional.of(new UnitPlace(
                unit,
                union,
                path.subList(0, path.indexOf(union) + 1),
                above.stream().filter(each -> node(each).isUnion()).toList()));
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        return nodes.keySet().stream()
                .filter(each -> path(each).contains(unit) && unionOf(each).equals(unionOf(unit)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<UnitId> unitsOfMembers(UnitId unit, LocalDate day) {
        return subtree(unit);
    }

    @Override
    public Set<UnitId> overseen(UnitId union) {
        return nodes.keySet().stream()
                .filter(each -> path(each).contains(union) && !unionOf(each).equals(union))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Node node(UnitId unit) {
        return Optional.ofNullable(nodes.get(unit)).orElseThrow();
    }
}
