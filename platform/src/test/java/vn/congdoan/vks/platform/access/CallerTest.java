package vn.congdoan.vks.platform.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Violation;

class CallerTest {

    private static final Principal SOMEBODY = new Principal("congdoan", "somebody");
    private static final UnitId UNKNOWN = new UnitId(new UUID(8, 8));

    private final UnitTree tree = new UnitTree();
    private final UnitId central = tree.union(null);
    private final UnitId department = tree.section(central);
    private final UnitId quangNgai = tree.union(central);
    private final UnitId district = tree.section(quangNgai);
    private final UnitId group = tree.section(district);
    private final UnitId otherDistrict = tree.section(quangNgai);
    private final UnitId konTum = tree.union(central);
    private final UnitId konTumDistrict = tree.section(konTum);

    @Test
    void an_account_is_known_by_issuer_alias_and_subject() {
        assertEquals(SOMEBODY, caller().principal());
    }

    @Test
    void a_role_at_a_union_covers_everything_inside_it() {
        Caller officer = caller(tree.assignment(Role.OFFICER, quangNgai));

        for (UnitId unit : List.of(quangNgai, district, group, otherDistrict)) {
            assertEquals(Reach.SCOPE, officer.reach(Permission.KEEP_MEMBERS, unit));
            assertDoesNotThrow(() -> officer.act(Permission.KEEP_MEMBERS, unit));
        }
    }

    @Test
    void catalogues_are_kept_at_the_central_union_itself_and_nowhere_else() {
        assertEquals(
                Reach.SCOPE, caller(tree.assignment(Role.OFFICER, central)).reach(Permission.KEEP_CATALOGUES, central));
        for (UnitId place : List.of(department, quangNgai, district)) {
            Caller officer = caller(tree.assignment(Role.OFFICER, place));
            for (UnitId unit : List.of(central, department, quangNgai, district)) {
                assertEquals(Reach.NONE, officer.reach(Permission.KEEP_CATALOGUES, unit));
            }
        }
        assertEquals(
                Reach.NONE, caller(tree.assignment(Role.CHAIR, central)).reach(Permission.KEEP_CATALOGUES, central));
    }

    @Test
    void nodes_are_kept_at_the_central_union_itself_and_seen_at_the_union_that_has_one() {
        Caller keeper = caller(tree.assignment(Role.ADMIN, central));
        assertEquals(Reach.SCOPE, keeper.reach(Permission.KEEP_NODES, central));
        assertEquals(Reach.NONE, keeper.reach(Permission.KEEP_NODES, quangNgai));
        assertEquals(Reach.OVERSIGHT, keeper.reach(Permission.READ_NODES, quangNgai));

        Caller ofProvince = caller(tree.assignment(Role.ADMIN, quangNgai));
        assertEquals(Reach.NONE, ofProvince.reach(Permission.KEEP_NODES, central));
        assertEquals(Reach.NONE, ofProvince.reach(Permission.KEEP_NODES, quangNgai));
        assertEquals(Reach.SCOPE, ofProvince.reach(Permission.READ_NODES, quangNgai));
        assertEquals(Reach.NONE, ofProvince.reach(Permission.READ_NODES, konTum));

        Caller ofDistrict = caller(tree.assignment(Role.ADMIN, district));
        assertEquals(Reach.NONE, ofDistrict.reach(Permission.READ_NODES, quangNgai));
    }

    @Test
    void a_role_at_a_section_covers_it_and_what_is_below_but_nothing_beside_or_above() {
        Caller officer = caller(tree.assignment(Role.OFFICER, district));

        assertEquals(Reach.SCOPE, officer.reach(Permission.READ_MEMBERS, district));
        assertEquals(Reach.SCOPE, officer.reach(Permission.READ_MEMBERS, group));
        for (UnitId unit : List.of(otherDistrict, quangNgai, central, department, konTum, konTumDistrict)) {
            assertEquals(Reach.NONE, officer.reach(Permission.READ_MEMBERS, unit));
        }
    }

    @Test
    void a_role_at_a_union_oversees_the_unions_below_without_acting_in_them() {
        Caller officer = caller(tree.assignment(Role.OFFICER, central));

        for (UnitId unit : List.of(quangNgai, district, group, konTum)) {
            assertEquals(Reach.OVERSIGHT, officer.reach(Permission.READ_MEMBERS, unit));
            assertEquals(Reach.NONE, officer.reach(Permission.READ_SENSITIVE, unit));
            assertEquals(Reach.NONE, officer.reach(Permission.KEEP_MEMBERS, unit));
            assertThrows(Forbidden.class, () -> officer.act(Permission.READ_MEMBERS, unit));
            assertThrows(Forbidden.class, () -> officer.act(Permission.KEEP_MEMBERS, unit));
        }
    }

    @Test
    void a_role_at_a_section_of_the_central_union_oversees_nothing() {
        Caller officer = caller(tree.assignment(Role.OFFICER, department));

        assertEquals(Reach.SCOPE, officer.reach(Permission.READ_MEMBERS, department));
        assertEquals(Reach.NONE, officer.reach(Permission.READ_MEMBERS, quangNgai));
        assertEquals(Set.of(), officer.visible(Permission.READ_MEMBERS, null).overseen());
    }

    @Test
    void nobody_reaches_upwards_or_sideways() {
        Caller chair = caller(tree.assignment(Role.CHAIR, quangNgai), tree.assignment(Role.INSPECTOR, quangNgai));

        for (Permission permission : Permission.values()) {
            for (UnitId unit : List.of(central, department, konTum, konTumDistrict)) {
                assertEquals(Reach.NONE, chair.reach(permission, unit), permission.name());
            }
        }
    }

    @Test
    void a_role_gives_only_its_own_permissions() {
        Caller officer = caller(tree.assignment(Role.OFFICER, quangNgai));

        assertEquals(Reach.NONE, officer.reach(Permission.DECIDE_ON_MEMBERS, quangNgai));
        assertTrue(officer.holds(Permission.KEEP_MEMBERS));
        assertFalse(officer.holds(Permission.DECIDE_ON_MEMBERS));
    }

    @Test
    void the_right_of_one_role_is_not_lent_to_the_place_of_another() {
        Caller caller = caller(tree.assignment(Role.OFFICER, district), tree.assignment(Role.CHAIR, konTum));

        assertEquals(Reach.SCOPE, caller.reach(Permission.KEEP_MEMBERS, district));
        assertEquals(Reach.NONE, caller.reach(Permission.KEEP_MEMBERS, konTum));
        assertEquals(Reach.NONE, caller.reach(Permission.DECIDE_ON_MEMBERS, district));
    }

    @Test
    void scope_goes_before_oversight() {
        Caller caller = caller(tree.assignment(Role.CHAIR, central), tree.assignment(Role.OFFICER, quangNgai));

        assertEquals(Reach.SCOPE, caller.reach(Permission.READ_MEMBERS, district));
        VisibleUnits visible = caller.visible(Permission.READ_MEMBERS, null);
        assertTrue(visible.inScope().contains(district));
        assertFalse(visible.overseen().contains(district));
        assertTrue(visible.overseen().contains(konTumDistrict));
    }

    @Test
    void what_cannot_be_seen_is_not_there() {
        Caller officer = caller(tree.assignment(Role.OFFICER, quangNgai));

        assertEquals(Reach.SCOPE, officer.see(Permission.READ_MEMBERS, district));
        assertThrows(NotFound.class, () -> officer.see(Permission.READ_MEMBERS, konTum));
        assertThrows(NotFound.class, () -> officer.see(Permission.READ_MEMBERS, UNKNOWN));
    }

    @Test
    void a_unit_in_a_body_that_does_not_exist_is_refused_like_one_out_of_scope() {
        Caller officer = caller(tree.assignment(Role.OFFICER, quangNgai));

        assertDoesNotThrow(() -> officer.actAt("/unitId", Permission.KEEP_MEMBERS, district));
        for (UnitId unit : List.of(konTum, UNKNOWN)) {
            Forbidden refusal =
                    assertThrows(Forbidden.class, () -> officer.actAt("/unitId", Permission.KEEP_MEMBERS, unit));
            assertEquals(List.of(new Violation("/unitId", "unit-out-of-scope")), refusal.violations());
        }
    }

    @Test
    void a_list_of_a_unit_covers_its_subtree_inside_its_union() {
        Caller chair = caller(tree.assignment(Role.CHAIR, central));

        VisibleUnits own = chair.visible(Permission.READ_MEMBERS, central);
        assertEquals(Set.of(central, department), own.inScope());
        assertEquals(Set.of(), own.overseen());
        VisibleUnits below = chair.visible(Permission.READ_MEMBERS, quangNgai);
        assertEquals(Set.of(), below.inScope());
        assertEquals(Set.of(quangNgai, district, group, otherDistrict), below.overseen());
    }

    @Test
    void a_list_of_a_unit_out_of_reach_is_not_there() {
        Caller chair = caller(tree.assignment(Role.CHAIR, quangNgai));

        NotFound refusal = assertThrows(NotFound.class, () -> chair.visible(Permission.READ_MEMBERS, konTum));

        assertEquals(List.of(new Violation("?unit", "unknown-reference")), refusal.violations());
    }

    @Test
    void a_list_shows_every_unit_by_its_reach() {
        VisibleUnits visible = new VisibleUnits(Set.of(district), Set.of(konTum));

        assertEquals(Reach.SCOPE, visible.reach(district));
        assertEquals(Reach.OVERSIGHT, visible.reach(konTum));
        assertEquals(Reach.NONE, visible.reach(central));
        assertEquals(Set.of(district.value(), konTum.value()), Set.of(visible.all()));
        assertArrayEquals(new UUID[0], new VisibleUnits(Set.of(), Set.of()).all());
    }

    @Test
    void the_authority_of_an_action_is_the_assignment_that_permitted_it() {
        Assignment officer = tree.assignment(Role.OFFICER, quangNgai);
        Assignment chair = tree.assignment(Role.CHAIR, quangNgai);
        Caller caller = caller(officer, chair);

        assertEquals(Optional.empty(), caller.authority());
        caller.act(Permission.DECIDE_ON_MEMBERS, district);
        assertEquals(Optional.of(chair.id()), caller.authority());
    }

    @Test
    void an_account_without_standing_reaches_nothing() {
        Caller nobody = caller();

        assertTrue(nobody.standing().isNobody());
        for (Permission permission : Permission.values()) {
            assertFalse(nobody.holds(permission), permission.name());
            assertEquals(Reach.NONE, nobody.reach(permission, quangNgai));
            assertArrayEquals(new UUID[0], nobody.visible(permission, null).all());
        }
    }

    @Test
    void a_linked_member_knows_the_own_record_and_reaches_no_unit() {
        MemberId own = new MemberId(new UUID(9, 1));
        Caller member = caller(new LinkedMember(own, district));

        assertFalse(member.standing().isNobody());
        assertTrue(member.isMember(own));
        assertFalse(member.isMember(new MemberId(new UUID(9, 2))));
        assertFalse(caller().isMember(own));
        assertEquals(Reach.NONE, member.reach(Permission.READ_MEMBERS, district));
    }

    @Test
    void whoever_may_act_is_told_early_that_the_records_are_written_elsewhere() {
        tree.stands(SOMEBODY, null, tree.assignment(Role.OFFICER, quangNgai));
        Caller officer = new Caller(
                new AccountToken("somebody"),
                tree,
                unit -> {
                    throw new Conflict("owned-elsewhere", Map.of("owner", "qng"));
                },
                "congdoan");

        assertThrows(Conflict.class, () -> officer.act(Permission.KEEP_MEMBERS, district));
        assertThrows(Conflict.class, () -> officer.actAt("/unitId", Permission.KEEP_MEMBERS, district));
        assertThrows(Forbidden.class, () -> officer.act(Permission.KEEP_NODES, district));
        assertEquals(Reach.SCOPE, officer.see(Permission.READ_MEMBERS, district));
    }

    @Test
    void standing_is_asked_once_for_a_request() {
        Caller officer = caller(tree.assignment(Role.OFFICER, quangNgai));

        officer.reach(Permission.READ_MEMBERS, district);
        officer.visible(Permission.READ_MEMBERS, null);
        officer.holds(Permission.KEEP_MEMBERS);

        assertEquals(1, tree.asked());
    }

    private Caller caller(Assignment... assignments) {
        return caller(null, assignments);
    }

    private Caller caller(@Nullable LinkedMember member, Assignment... assignments) {
        tree.stands(SOMEBODY, member, assignments);
        return new Caller(new AccountToken("somebody"), tree, unit -> {}, "congdoan");
    }
}
