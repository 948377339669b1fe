package vn.congdoan.vks.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Reach in trees of every shape, judged by the path from a unit to the root alone.
class ReachTest {

    private static final Principal SOMEBODY = new Principal("congdoan", "somebody");

    @Property(tries = 300)
    void a_role_reaches_its_subtree_inside_its_union_and_by_oversight_the_unions_below(@ForAll("worlds") World world) {
        Caller caller = world.caller();
        for (Permission permission : Permission.values()) {
            for (UnitId unit : world.tree().units()) {
                assertEquals(
                        world.expected(permission, unit),
                        caller.reach(permission, unit),
                        () -> permission + " " + unit);
            }
        }
    }

    @Property(tries = 300)
    void a_list_shows_exactly_what_is_reached(@ForAll("worlds") World world) {
        Caller caller = world.caller();
        for (Permission permission : Permission.values()) {
            VisibleUnits visible = caller.visible(permission, null);
            for (UnitId unit : world.tree().units()) {
                assertEquals(caller.reach(permission, unit), visible.reach(unit), () -> permission + " " + unit);
            }
        }
    }

    @Property(tries = 300)
    void a_union_is_closed_to_its_siblings_and_open_to_those_above_only_for_reading(@ForAll("worlds") World world) {
        Caller caller = world.caller();
        Assignment only = world.assignment();
        for (UnitId unit : world.tree().units()) {
            boolean sameUnion = world.tree().unionOf(unit).equals(only.unionId());
            boolean below = world.tree().path(unit).contains(only.unitId());
            for (Permission permission : Permission.values()) {
                Reach reach = caller.reach(permission, unit);
                if (!below) {
                    assertEquals(Reach.NONE, reach, "sideways or upwards");
                }
                if (!sameUnion && (reach == Reach.SCOPE || !permission.name().startsWith("READ_"))) {
                    assertEquals(Reach.NONE, reach, "more than reading across the boundary");
                }
            }
        }
    }

    /// Somebody with one role at one unit of a tree.
    record World(UnitTree tree, Assignment assignment) {

        Caller caller() {
            tree.stands(SOMEBODY, null, assignment);
            return new Caller(new AccountToken("somebody"), tree, unit -> {}, "congdoan");
        }

        Reach expected(Permission permission, UnitId unit) {
            if (!tree.path(unit).contains(assignment.unitId())) {
                return Reach.NONE;
            }
            if (permission.isCentralOnly() && tree.path(unit).size() > 1) {
                return Reach.NONE;
            }
            UnitId home = tree.unionOf(assignment.unitId());
            if (tree.unionOf(unit).equals(home)) {
                return permission.grantedTo(assignment.role()) ? Reach.SCOPE : Reach.NONE;
            }
            boolean overseer = assignment.unitId().equals(home) && permission.overseenBy(assignment.role());
            return overseer ? Reach.OVERSIGHT : Reach.NONE;
        }
    }

    /// One unit more: below an earlier one, as a union where it may be one.
    record Growth(int below, boolean asUnion) {}

    @Provide
    Arbitrary<World> worlds() {
        Arbitrary<Growth> growth = Combinators.combine(
                        Arbitraries.integers().between(0, 1000), Arbitraries.of(true, false))
                .as(Growth::new);
        return Combinators.combine(
                        growth.list().ofMaxSize(14),
                        Arbitraries.of(Role.class),
                        Arbitraries.integers().between(0, 1000))
                .as(ReachTest::world);
    }

    private static World world(List<Growth> growths, Role role, int place) {
        UnitTree tree = new UnitTree();
        List<UnitId> units = new ArrayList<>(List.of(tree.union(null)));
        for (Growth growth : growths) {
            UnitId parent = units.get(growth.below() % units.size());
            boolean belowUnion = tree.unionOf(parent).equals(parent);
            units.add(growth.asUnion() && belowUnion ? tree.union(parent) : tree.section(parent));
        }
        return new World(tree, tree.assignment(role, units.get(place % units.size())));
    }
}
