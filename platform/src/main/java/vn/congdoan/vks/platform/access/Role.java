package vn.congdoan.vks.platform.access;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What somebody may do, at a unit and everything below it inside the same union.
@Schema(description = "What somebody may do at a unit and below it inside the same union")
public enum Role {
    /// Grants and ends assignments, links accounts to members, creates sections and groups.
    ADMIN,
    /// Decides: admits members, signs, approves.
    CHAIR,
    /// Keeps the records: enrols and keeps members, keeps campaigns.
    OFFICER,
    /// Keeps the books: creates funds, records contributions, prepares payments.
    ACCOUNTANT,
    /// Pays and receipts what was approved.
    CASHIER,
    /// Reads everything including the audit trail.
    INSPECTOR,
    /// A program that reads, without sensitive data.
    INTEGRATOR,
    /// A provincial node's account: synchronises its union's records, nothing else.
    NODE,
    /// A member whose account is linked to the record: own data only. It follows from the link, it is never granted.
    MEMBER;

    /// The role of a name; empty for one that is not known here.
    public static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
