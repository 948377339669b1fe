package vn.congdoan.vks.membership.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// By which account something was recorded, and the assignment that it acted by; null for a member's own doing.
@Embeddable
record RecordedBy(
        @Column(name = "issuer") String issuer,
        @Column(name = "subject") String subject,
        @Column(name = "assignment_id") @Nullable UUID assignmentId) {}
