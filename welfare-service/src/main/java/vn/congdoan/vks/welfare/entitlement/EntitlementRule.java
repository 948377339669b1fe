package vn.congdoan.vks.welfare.entitlement;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// What entitles the people of a union to which support, from a day on until the union's next rule for the same
/// reason begins. It stays as it was set, so that what happened on a day is judged by what held then.
@Entity
@Table(name = "entitlement_rule")
class EntitlementRule {

    @EmbeddedId
    private EntitlementRuleId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private EntitlementReason reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private @Nullable SupportKind kind;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "after_days")
    private int afterDays;

    @Column(name = "within_days")
    private int withinDays;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Embedded
    private Decision decision;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    EntitlementRule() {}

    /// @param createdAs what tells an equal creation from another one
    EntitlementRule(EntitlementRuleId id, NewEntitlementRule form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = form.unitId();
        this.unitId = form.unitId();
        this.reason = form.reason();
        this.kind = form.kind();
        this.validFrom = form.validFrom();
        this.afterDays = Objects.requireNonNullElse(form.afterDays(), 0);
        this.withinDays = form.withinDays();
        this.legalBasis = form.legalBasis();
        this.decision = form.decision();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    EntitlementRuleId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    EntitlementRuleView view() {
        return new EntitlementRuleView(
                id, unitId, reason, kind, validFrom, afterDays, withinDays, legalBasis, decision);
    }
}
