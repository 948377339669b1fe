package vn.congdoan.vks.membership.assignment;

/// Where an assignment comes from.
public enum AssignmentSource {
    /// The first start of the node.
    BOOTSTRAP,
    /// An ADMIN.
    GRANT,
    /// A seat in a committee; ends with the term.
    ELECTION
}
