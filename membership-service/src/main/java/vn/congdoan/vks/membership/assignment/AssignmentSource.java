package vn.congdoan.vks.membership.assignment;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an assignment comes from.
@Schema(description = "Where an assignment comes from: the first start, a grant, or a seat in a committee")
public enum AssignmentSource {
    /// The first start of the node.
    BOOTSTRAP,
    /// An ADMIN.
    GRANT,
    /// A seat in a committee; ends with the term.
    ELECTION
}
