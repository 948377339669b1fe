package vn.congdoan.vks.platform.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;

/// Who did what to which record, or read its sensitive data, when and by which authority. Names of changed fields are
/// kept, their values never. Written in the transaction of the change, never changed after (the database refuses it).
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntry {

    @Id
    @Column(name = "audit_entry_id")
    UUID id;

    @Column(name = "at")
    Instant at;

    @Embedded
    Principal actor;

    @Column(name = "assignment_id")
    @Nullable
    UUID assignmentId;

    @Column(name = "action")
    String action;

    @Column(name = "resource_type")
    String resourceType;

    @Column(name = "resource_id")
    UUID resourceId;

    @Embedded
    UnitId unitId;

    @Column(name = "purpose")
    @Nullable
    String purpose;

    @Column(name = "request_id")
    @Nullable
    String requestId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "changed")
    List<String> changed;
}
