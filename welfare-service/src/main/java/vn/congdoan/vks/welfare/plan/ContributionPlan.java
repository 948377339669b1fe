package vn.congdoan.vks.welfare.plan;

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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;

/// What members are expected to give to a fund until a day (kế hoạch thu). Of whom how much is kept beside it, and what
/// was given are contributions.
@Entity
@Table(name = "contribution_plan")
class ContributionPlan {

    @EmbeddedId
    private PlanId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private FundId fundId;

    @Column(name = "name")
    private String name;

    @Column(name = "due_on")
    private LocalDate dueOn;

    @Column(name = "amount")
    private @Nullable Long amount;

    @Embedded
    private @Nullable PayShare share;

    @Column(name = "expected_members")
    private int expectedMembers;

    @Column(name = "expected_amount")
    private long expectedAmount;

    /// How often its list was changed: each time is a change of the plan, though the sums may stay the same.
    @Column(name = "list_changes")
    private int listChanges;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PlanStatus status;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    ContributionPlan() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param createdAs what tells an equal creation from another one
    ContributionPlan(PlanId id, UnitId ownerUnionId, NewPlan form, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.fundId = form.fundId();
        this.name = VietnameseText.singleLine(form.name());
        this.dueOn = form.dueOn();
        this.amount = form.amount();
        this.share = form.share();
        this.status = PlanStatus.OPEN;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    PlanId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    String name() {
        return name;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// What each gives; empty where that is not the same of everybody.
    OptionalLong amount() {
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }

    /// Which share of the pay each gives; null where it is none.
    @Nullable
    PayShare share() {
        return share;
    }

    void requireOpen() {
        if (status != PlanStatus.OPEN) {
            throw new Conflict("plan-closed");
        }
    }

    /// Of how many how much is expected now.
    void expect(ExpectedTotal total) {
        requireOpen();
        expectedMembers = total.members();
        expectedAmount = total.amount();
        listChanges++;
    }

    void close() {
        requireOpen();
        status = PlanStatus.CLOSED;
    }

    /// What its union and those above may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                PlanState.TYPE, id.value(), version, happened, day, ownerUnionId, Audience.ofUnionAt(place), state());
    }

    PlanState state() {
        return new PlanState(
                id,
                ownerUnionId,
                unitId,
                fundId,
                name,
                dueOn,
                amount,
                share,
                expectedMembers,
                expectedAmount,
                status,
                recordedAt);
    }

    PlanView view(PlanProgress progress) {
        return new PlanView(
                id,
                unitId,
                fundId,
                name,
                dueOn,
                amount,
                share,
                expectedMembers,
                expectedAmount,
                progress.received(),
                progress.outstanding(),
                progress.outstandingMembers(),
                status,
                recordedAt);
    }
}
