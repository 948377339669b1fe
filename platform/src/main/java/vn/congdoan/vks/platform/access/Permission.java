package vn.congdoan.vks.platform.access;

import static vn.congdoan.vks.platform.access.Role.ACCOUNTANT;
import static vn.congdoan.vks.platform.access.Role.ADMIN;
import static vn.congdoan.vks.platform.access.Role.CASHIER;
import static vn.congdoan.vks.platform.access.Role.CHAIR;
import static vn.congdoan.vks.platform.access.Role.INSPECTOR;
import static vn.congdoan.vks.platform.access.Role.INTEGRATOR;
import static vn.congdoan.vks.platform.access.Role.NODE;
import static vn.congdoan.vks.platform.access.Role.OFFICER;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What can be permitted, and to which roles: inside their scope, and as oversight of the unions below.
/// The table of the roles in one place; scope itself is judged by [Caller].
@SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable, but not by its type
@Schema(description = "What can be permitted")
public enum Permission {
    /// The unit tree is published to all staff, wherever they are assigned.
    READ_UNITS(Permission.readers(), Permission.readers()),
    READ_MEMBERS(Permission.readers(), Permission.readers()),
    /// Contact data, citizen id and sensitive attributes: never to ADMIN, never by oversight.
    READ_SENSITIVE(EnumSet.of(CHAIR, OFFICER, ACCOUNTANT, CASHIER, INSPECTOR), Permission.nobody()),
    READ_STATISTICS(Permission.readers(), Permission.readers()),
    /// What reports say, also of money. Whoever reads statistics reads it.
    KEEP_FIGURES(EnumSet.of(OFFICER, ACCOUNTANT), Permission.nobody()),
    KEEP_MEMBERS(EnumSet.of(OFFICER), Permission.nobody()),
    DECIDE_ON_MEMBERS(EnumSet.of(CHAIR), Permission.nobody()),
    /// What members ask to have changed in their records: for those who decide and those who read everything.
    READ_CHANGE_REQUESTS(EnumSet.of(CHAIR, OFFICER, INSPECTOR), Permission.nobody()),
    /// Asking for a change of a record: its member alone.
    REQUEST_CHANGES(Permission.nobody(), Permission.nobody()),
    /// Which account is a member's: an INSPECTOR reads everything.
    READ_ACCOUNTS(EnumSet.of(ADMIN, INSPECTOR), Permission.nobody()),
    LINK_ACCOUNTS(EnumSet.of(ADMIN), Permission.nobody()),
    KEEP_UNITS(EnumSet.of(ADMIN), Permission.nobody()),
    /// What is the same for all unions, such as external bodies. Kept for them by the central union alone.
    KEEP_CATALOGUES(EnumSet.of(OFFICER), Permission.nobody()),
    /// Which union has a node of its own, and whether that may synchronise. Kept by the central union alone.
    KEEP_NODES(EnumSet.of(ADMIN), Permission.nobody()),
    /// The node's own account looks at its node as well: what the other end has of it, to compare.
    READ_NODES(EnumSet.of(ADMIN, CHAIR, INSPECTOR, NODE), EnumSet.of(ADMIN, CHAIR, INSPECTOR)),
    READ_ASSIGNMENTS(EnumSet.of(ADMIN, CHAIR, INSPECTOR), EnumSet.of(ADMIN, CHAIR, INSPECTOR)),
    GRANT_ASSIGNMENTS(EnumSet.of(ADMIN), Permission.nobody()),
    READ_CAMPAIGNS(Permission.readers(), Permission.readers()),
    KEEP_CAMPAIGNS(EnumSet.of(OFFICER), Permission.nobody()),
    LAUNCH_CAMPAIGNS(EnumSet.of(CHAIR), Permission.nobody()),
    READ_COMMITMENTS(Permission.readers(), Permission.readers()),
    KEEP_COMMITMENTS(EnumSet.of(OFFICER), Permission.nobody()),
    READ_FUNDS(
            EnumSet.of(CHAIR, ACCOUNTANT, CASHIER, INSPECTOR, INTEGRATOR),
            EnumSet.of(CHAIR, ACCOUNTANT, CASHIER, INSPECTOR, INTEGRATOR)),
    /// What is disclosed of funds names nobody.
    READ_DISCLOSURES(Permission.readers(), Permission.readers()),
    READ_RECEIPTS(EnumSet.of(CHAIR, ACCOUNTANT, CASHIER, INSPECTOR), Permission.nobody()),
    CREATE_FUNDS(EnumSet.of(ACCOUNTANT), Permission.nobody()),
    RECORD_MONEY(EnumSet.of(ACCOUNTANT), Permission.nobody()),
    /// What members are expected to give, drives and pledges: no money moves by that.
    PLAN_CONTRIBUTIONS(EnumSet.of(ACCOUNTANT), Permission.nobody()),
    /// Who has not given yet what is expected: for those who remind them.
    READ_ARREARS(EnumSet.of(CHAIR, ACCOUNTANT, CASHIER, INSPECTOR), Permission.nobody()),
    CLOSE_PERIODS(EnumSet.of(ACCOUNTANT), Permission.nobody()),
    REOPEN_PERIODS(EnumSet.of(CHAIR), Permission.nobody()),
    /// Who needs help and why: no union looks into another's cases, not even from above.
    READ_SUPPORT(EnumSet.of(CHAIR, OFFICER, ACCOUNTANT, CASHIER, INSPECTOR), Permission.nobody()),
    KEEP_SUPPORT(EnumSet.of(OFFICER), Permission.nobody()),
    /// Papers at a case: receipts, decisions, those of hospitals.
    KEEP_SUPPORT_PAPERS(EnumSet.of(OFFICER, ACCOUNTANT, CASHIER), Permission.nobody()),
    PROPOSE_SUPPORT(EnumSet.of(ACCOUNTANT), Permission.nobody()),
    APPROVE_SUPPORT(EnumSet.of(CHAIR), Permission.nobody()),
    PAY_SUPPORT(EnumSet.of(CASHIER), Permission.nobody()),
    SET_SUPPORT_LIMITS(EnumSet.of(CHAIR), Permission.nobody()),
    READ_AUDIT(EnumSet.of(INSPECTOR), Permission.nobody()),
    READ_CHANGES(EnumSet.of(INSPECTOR), Permission.nobody()),
    /// Exchanging the records of its union with the central node: a node's own account, and nobody else.
    SYNCHRONIZE(EnumSet.of(NODE), Permission.nobody()),
    /// Who I am: anybody with a valid token.
    KNOW_MYSELF(EnumSet.allOf(Role.class), Permission.nobody());

    private final Set<Role> inScope;
    private final Set<Role> overseeing;

    Permission(Set<Role> inScope, Set<Role> overseeing) {
        this.inScope = Set.copyOf(inScope);
        this.overseeing = Set.copyOf(overseeing);
    }

    /// The roles that hold it at their unit and below it inside the same union.
    public Set<Role> inScope() {
        return inScope;
    }

    /// Approvals and payments: they need an authority that is surely still in force.
    boolean isDecisive() {
        return switch (this) {
            case LAUNCH_CAMPAIGNS,
                    RECORD_MONEY,
                    REOPEN_PERIODS,
                    DECIDE_ON_MEMBERS,
                    APPROVE_SUPPORT,
                    PAY_SUPPORT,
                    SET_SUPPORT_LIMITS -> true;
            default -> false;
        };
    }

    /// Whether a role has it at the central union only, and neither at a section of it nor at any other union.
    public boolean isCentralOnly() {
        return this == KEEP_CATALOGUES || this == KEEP_NODES;
    }

    /// Whether it lets money move: then a request needs an `Idempotency-Key`.
    public boolean movesMoney() {
        return this == RECORD_MONEY || this == PAY_SUPPORT;
    }

    boolean grantedTo(Role role) {
        return inScope.contains(role);
    }

    boolean overseenBy(Role role) {
        return overseeing.contains(role);
    }

    private static Set<Role> readers() {
        return EnumSet.of(ADMIN, CHAIR, OFFICER, ACCOUNTANT, CASHIER, INSPECTOR, INTEGRATOR);
    }

    private static Set<Role> nobody() {
        return EnumSet.noneOf(Role.class);
    }
}
