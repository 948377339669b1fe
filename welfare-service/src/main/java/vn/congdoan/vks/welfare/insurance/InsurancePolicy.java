package vn.congdoan.vks.welfare.insurance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Group insurance (bảo hiểm thân thể) that a union has concluded with an insurer for the people of some units. Whom it
/// insures is kept beside it.
@Entity
@Table(name = "insurance_policy")
class InsurancePolicy {

    @EmbeddedId
    private InsurancePolicyId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Column(name = "insurer")
    private String insurer;

    @Column(name = "policy_number")
    private String number;

    @Column(name = "covers")
    private String covers;

    @Column(name = "begins_on")
    private LocalDate beginsOn;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    @Column(name = "premium")
    private long premium;

    @Embedded
    private @Nullable FundId fundId;

    @Column(name = "insured")
    private int insured;

    @Column(name = "endorsements")
    private int endorsements;

    @Column(name = "recorded_by")
    private @Nullable String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    InsurancePolicy() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param by the account that writes it down
    /// @param createdAs what tells an equal creation from another one
    InsurancePolicy(
            InsurancePolicyId id,
            UnitId ownerUnionId,
            NewInsurancePolicy form,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.insurer = VietnameseText.singleLine(form.insurer());
        this.number = VietnameseText.singleLine(form.number());
        this.covers = VietnameseText.singleLine(form.covers());
        this.beginsOn = form.validFrom();
        this.endsOn = form.validTo();
        this.premium = form.premium();
        this.fundId = form.fundId();
        this.recordedBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    InsurancePolicyId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    String number() {
        return number;
    }

    LocalDate beginsOn() {
        return beginsOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    boolean isInForceOn(LocalDate day) {
        return !day.isBefore(beginsOn) && day.isBefore(endsOn);
    }

    /// The day of its period that is nearest to a day.
    LocalDate nearest(LocalDate day) {
        if (day.isBefore(beginsOn)) {
            return beginsOn;
        }
        return day.isBefore(endsOn) ? day : endsOn.minusDays(1);
    }

    /// How many it insures until it ends.
    void insures(int many) {
        insured = many;
    }

    /// The insurer was told of changes.
    void endorsed() {
        endorsements++;
    }

    /// The fund that pays premiums.
    FundId payer() {
        if (fundId == null) {
            throw new Conflict("policy-without-fund");
        }
        return fundId;
    }

    /// Whoever concluded it does not pay for it.
    void requireOther(String account) {
        if (account.equals(recordedBy)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    /// What others may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                InsurancePolicyState.TYPE,
                id.value(),
                version,
                happened,
                day,
                ownerUnionId,
                Audience.ofUnionAt(place),
                state());
    }

    InsurancePolicyState state() {
        return new InsurancePolicyState(
                id,
                ownerUnionId,
                unitId,
                insurer,
                number,
                covers,
                beginsOn,
                endsOn,
                premium,
                fundId,
                insured,
                endorsements,
                recordedAt);
    }

    /// @param paid what was paid of its premium, in đồng; null: not known here
    InsurancePolicyView view(@Nullable Long paid) {
        return new InsurancePolicyView(
                id,
                unitId,
                insurer,
                number,
                covers,
                beginsOn,
                endsOn,
                premium,
                fundId,
                insured,
                insured * premium,
                paid,
                endorsements,
                recordedAt);
    }
}
