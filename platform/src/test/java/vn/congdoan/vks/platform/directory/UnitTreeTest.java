package vn.congdoan.vks.platform.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;

class UnitTreeTest {

    private final List<UnitTree.Node> units = new ArrayList<>();
    private final UnitId center = union(null);
    private final UnitId province = union(center);
    private final UnitId section = inside(province, province);
    private final UnitId group = inside(province, section);
    private final UnitId otherProvince = union(center);

    @Test
    void a_unit_stands_within_its_union_and_below_the_unions_above() {
        assertEquals(
                Optional.of(new UnitPlace(group, province, List.of(group, section, province), List.of(center))),
                new UnitTree(units).place(group));
        assertEquals(
                Optional.of(new UnitPlace(center, center, List.of(center), List.of())),
                new UnitTree(units).place(center));
    }

    @Test
    void a_subtree_ends_where_another_union_begins() {
        assertEquals(Set.of(section, group), new UnitTree(units).subtree(section));
        assertEquals(Set.of(center), new UnitTree(units).subtree(center));
    }

    @Test
    void a_union_oversees_all_units_of_the_unions_below() {
        assertEquals(Set.of(province, section, group, otherProvince), new UnitTree(units).overseen(center));
        assertEquals(Set.of(), new UnitTree(units).overseen(province));
    }

    @Test
    void an_ended_union_stands_inside_its_successor() {
        UnitId ended = new UnitId(new UUID(1, 1));
        units.add(new UnitTree.Node(ended, ended, center, List.of(province)));
        UnitId section = inside(ended, ended);
        UnitTree tree = new UnitTree(units);

        assertEquals(
                Optional.of(new UnitPlace(section, province, List.of(section, ended, province), List.of(center))),
                tree.place(section));
        assertEquals(Set.of(province, this.section, group, ended, section), tree.subtree(province));
        assertEquals(Set.of(province, this.section, group, ended, section, otherProvince), tree.overseen(center));
        assertEquals(Set.of(ended, section), tree.subtree(ended));
    }

    @Test
    void the_members_of_an_ended_unit_are_where_its_successors_are() {
        UnitId ended = new UnitId(new UUID(1, 1));
        units.add(new UnitTree.Node(ended, province, province, List.of(section, otherProvince)));
        UnitTree tree = new UnitTree(units);

        assertEquals(Set.of(ended, section, group, otherProvince), tree.subtreeOfSuccessors(ended));
        assertEquals(Set.of(group), tree.subtreeOfSuccessors(group));
    }

    @Test
    void each_part_of_a_divided_union_inherits_its_records() {
        UnitId ended = new UnitId(new UUID(1, 1));
        units.add(new UnitTree.Node(ended, ended, center, List.of(province, otherProvince)));
        UnitTree tree = new UnitTree(units);

        assertEquals(
                Optional.of(new UnitPlace(ended, province, List.of(ended, province, otherProvince), List.of(center))),
                tree.place(ended));
        assertTrue(tree.subtree(province).contains(ended));
        assertTrue(tree.subtree(otherProvince).contains(ended));
    }

    @Test
    void an_unknown_unit_stands_nowhere() {
        UnitId unknown = new UnitId(new UUID(1, 1));

        assertEquals(Optional.empty(), new UnitTree(units).place(unknown));
        assertEquals(Set.of(), new UnitTree(units).subtree(unknown));
        assertEquals(Set.of(), new UnitTree(units).overseen(unknown));
    }

    /// A replica takes one unit after the other: for a moment, two that changed places may stand below each other.
    @Test
    void a_circle_is_gone_through_once() {
        UnitId first = new UnitId(new UUID(0, 50));
        UnitId second = inside(province, first);
        units.add(new UnitTree.Node(first, province, second, List.of()));

        assertEquals(
                List.of(first, second),
                new UnitTree(units).place(first).orElseThrow().within());
        assertEquals(Set.of(first, second), new UnitTree(units).subtree(first));
    }

    private UnitId union(@Nullable UnitId parent) {
        UnitId id = new UnitId(new UUID(0, units.size()));
        units.add(new UnitTree.Node(id, id, parent, List.of()));
        return id;
    }

    private UnitId inside(UnitId union, UnitId parent) {
        UnitId id = new UnitId(new UUID(0, units.size()));
        units.add(new UnitTree.Node(id, union, parent, List.of()));
        return id;
    }
}
