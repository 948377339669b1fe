package vn.congdoan.vks.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PermissionTest {

    /// The table of the roles, as it was decided. Whoever changes who may do what changes it here as well.
    private static final String IN_SCOPE = """
            READ_UNITS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_MEMBERS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_SENSITIVE: CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR
            READ_STATISTICS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_FIGURES: OFFICER ACCOUNTANT
            KEEP_MEMBERS: OFFICER
            DECIDE_ON_MEMBERS: CHAIR
            READ_CHANGE_REQUESTS: CHAIR OFFICER INSPECTOR
            REQUEST_CHANGES:
            READ_ACCOUNTS: ADMIN INSPECTOR
            LINK_ACCOUNTS: ADMIN
            KEEP_UNITS: ADMIN
            KEEP_CATALOGUES: OFFICER
            KEEP_NODES: ADMIN
            READ_NODES: ADMIN CHAIR INSPECTOR NODE
            READ_ASSIGNMENTS: ADMIN CHAIR INSPECTOR
            GRANT_ASSIGNMENTS: ADMIN
            READ_CAMPAIGNS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_CAMPAIGNS: OFFICER
            LAUNCH_CAMPAIGNS: CHAIR
            READ_COMMITMENTS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_COMMITMENTS: OFFICER
            READ_FUNDS: CHAIR ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_DISCLOSURES: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_RECEIPTS: CHAIR ACCOUNTANT CASHIER INSPECTOR
            CREATE_FUNDS: ACCOUNTANT
            RECORD_MONEY: ACCOUNTANT
            PLAN_CONTRIBUTIONS: ACCOUNTANT
            READ_ARREARS: CHAIR ACCOUNTANT CASHIER INSPECTOR
            CLOSE_PERIODS: ACCOUNTANT
            REOPEN_PERIODS: CHAIR
            READ_SUPPORT: CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR
            KEEP_SUPPORT: OFFICER
            KEEP_SUPPORT_PAPERS: OFFICER ACCOUNTANT CASHIER
            PROPOSE_SUPPORT: ACCOUNTANT
            APPROVE_SUPPORT: CHAIR
            PAY_SUPPORT: CASHIER
            SET_SUPPORT_LIMITS: CHAIR
            READ_AUDIT: INSPECTOR
            READ_CHANGES: INSPECTOR
            SYNCHRONIZE: NODE
            KNOW_MYSELF: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR NODE MEMBER
            """;

    private static final String BY_OVERSIGHT = """
            READ_UNITS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_MEMBERS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_SENSITIVE:
            READ_STATISTICS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_FIGURES:
            KEEP_MEMBERS:
            DECIDE_ON_MEMBERS:
            READ_CHANGE_REQUESTS:
            REQUEST_CHANGES:
            READ_ACCOUNTS:
            LINK_ACCOUNTS:
            KEEP_UNITS:
            KEEP_CATALOGUES:
            KEEP_NODES:
            READ_NODES: ADMIN CHAIR INSPECTOR
            READ_ASSIGNMENTS: ADMIN CHAIR INSPECTOR
            GRANT_ASSIGNMENTS:
            READ_CAMPAIGNS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_CAMPAIGNS:
            LAUNCH_CAMPAIGNS:
            READ_COMMITMENTS: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            KEEP_COMMITMENTS:
            READ_FUNDS: CHAIR ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_DISCLOSURES: ADMIN CHAIR OFFICER ACCOUNTANT CASHIER INSPECTOR INTEGRATOR
            READ_RECEIPTS:
            CREATE_FUNDS:
            RECORD_MONEY:
            PLAN_CONTRIBUTIONS:
            READ_ARREARS:
            CLOSE_PERIODS:
            REOPEN_PERIODS:
            READ_SUPPORT:
            KEEP_SUPPORT:
            KEEP_SUPPORT_PAPERS:
            PROPOSE_SUPPORT:
            APPROVE_SUPPORT:
            PAY_SUPPORT:
            SET_SUPPORT_LIMITS:
            READ_AUDIT:
            READ_CHANGES:
            SYNCHRONIZE:
            KNOW_MYSELF:
            """;

    @Test
    void every_role_may_do_in_its_scope_what_the_table_says() {
        assertEquals(IN_SCOPE, table(Permission::grantedTo));
    }

    @Test
    void every_role_sees_by_oversight_what_the_table_says() {
        assertEquals(BY_OVERSIGHT, table(Permission::overseenBy));
    }

    @Test
    void oversight_only_reads_and_never_more_than_in_scope() {
        for (Permission permission : Permission.values()) {
            for (Role role : Role.values()) {
                if (permission.overseenBy(role)) {
                    assertTrue(permission.name().startsWith("READ_"), permission + " by oversight");
                    assertTrue(permission.grantedTo(role), permission + " of " + role);
                }
            }
        }
    }

    @Test
    void a_member_knows_who_he_is_and_has_no_other_right_by_that_role() {
        assertEquals(Set.of(Permission.KNOW_MYSELF), rightsOf(Role.MEMBER));
    }

    @Test
    void a_node_synchronises_and_nobody_else_does() {
        assertEquals(
                Set.of(Permission.KNOW_MYSELF, Permission.SYNCHRONIZE, Permission.READ_NODES), rightsOf(Role.NODE));
        assertEquals(Set.of(Role.NODE), Permission.SYNCHRONIZE.inScope());
    }

    @Test
    void who_keeps_members_does_not_decide_on_them_and_who_grants_rights_sees_nothing_sensitive() {
        for (Role role : Role.values()) {
            assertFalse(Permission.KEEP_MEMBERS.grantedTo(role) && Permission.DECIDE_ON_MEMBERS.grantedTo(role));
            assertFalse(Permission.GRANT_ASSIGNMENTS.grantedTo(role) && Permission.READ_SENSITIVE.grantedTo(role));
        }
    }

    private static Set<Permission> rightsOf(Role role) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.grantedTo(role))
                .collect(Collectors.toSet());
    }

    private static String table(BiPredicate<Permission, Role> may) {
        return Arrays.stream(Permission.values())
                .map(permission -> (permission + ": " + roles(permission, may)).strip() + "\n")
                .collect(Collectors.joining());
    }

    private static String roles(Permission permission, BiPredicate<Permission, Role> may) {
        return Arrays.stream(Role.values())
                .filter(role -> may.test(permission, role))
                .map(Role::name)
                .collect(Collectors.joining(" "));
    }
}
