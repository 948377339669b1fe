package vn.congdoan.vks.platform.access;

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
    MEMBER
}
