package vn.congdoan.vks.welfare.insurance;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// What was asked of the insurer for somebody. The insurer pays the member, so no fund's books know of it.
@Entity
@Table(name = "insurance_claim")
class InsuranceClaim {

    @EmbeddedId
    private InsuranceClaimId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private InsurancePolicyId policyId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "member_id"))
    private MemberId memberId;

    @Column(name = "event_on")
    private LocalDate eventOn;

    @Column(name = "claimed_on")
    private LocalDate claimedOn;

    @Column(name = "claimed")
    private @Nullable Long claimed;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ClaimStatus status;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    @Column(name = "settled")
    private @Nullable Long settled;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    InsuranceClaim() {}

    InsuranceClaim(InsuranceClaimId id, InsurancePolicyId policyId, NewInsuranceClaim form, Instant now) {
        this.id = id;
        this.policyId = policyId;
        this.memberId = form.memberId();
        this.eventOn = form.eventOn();
        this.claimedOn = form.date();
        this.claimed = form.amount();
        this.status = ClaimStatus.CLAIMED;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    InsuranceClaimId id() {
        return id;
    }

    long version() {
        return version;
    }

    InsurancePolicyId policyId() {
        return policyId;
    }

    MemberId memberId() {
        return memberId;
    }

    void settle(ClaimSettlement form, LocalDate today) {
        decide(ClaimStatus.SETTLED, form.date(), today);
        settled = form.amount();
    }

    void refuse(ClaimRefusal form, LocalDate today) {
        decide(ClaimStatus.REFUSED, form.date(), today);
    }

    private void decide(ClaimStatus decided, LocalDate day, LocalDate today) {
        if (status != ClaimStatus.CLAIMED) {
            throw new Conflict("claim-decided-already", Map.of("state", status));
        }
        if (day.isAfter(today)) {
            throw new Unprocessable("/date", "in-the-future");
        }
        if (day.isBefore(claimedOn)) {
            throw new Unprocessable("/date", "before-the-claim");
        }
        status = decided;
        settledOn = day;
    }

    InsuranceClaimView view() {
        return new InsuranceClaimView(
                id, policyId, memberId, eventOn, claimedOn, claimed, status, settledOn, settled, recordedAt);
    }
}
