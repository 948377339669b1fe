package vn.congdoan.vks.acceptance.world;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A provincial union that the tests made, with a holder of every role.
///
/// @param section a section of it
/// @param group a group in that section
/// @param otherSection the section beside
/// @param staff the account that holds each role at the union itself
/// @param member an account that is linked to a member in the group
/// @param memberRecord that member
/// @param records makes more records in it
public record Union(
        String id,
        String section,
        String group,
        String otherSection,
        Map<String, Account> staff,
        Account member,
        Made memberRecord,
        Records records) {

    /// The roles that can be granted.
    public static final List<String> ROLES =
            List.of("ADMIN", "CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR", "NODE");

    public Account holder(String role) {
        return role.equals("MEMBER") ? member : Objects.requireNonNull(staff.get(role), role);
    }

    /// Where most records of tests lie.
    public Site inside() {
        return new Site(group, section, "GROUP");
    }

    /// The union itself.
    public Site top() {
        return new Site(id, id, "SECTION");
    }
}
