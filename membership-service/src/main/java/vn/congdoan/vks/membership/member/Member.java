package vn.congdoan.vks.membership.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

/// A member's record. It begins with an application that the union's committee accepts or refuses, or as an enrolment
/// of somebody who is a member already; it ends for a reason and stays. While the membership lasts there is exactly one
/// placement on every day; that is where the member is counted. Each step returns what happened, with its decision.
@Entity
@Table(name = "member")
class Member {

    /// Citizen ids, member numbers and card numbers: each once in a union.
    static final String NUMBERS = "numbers of members";

    @EmbeddedId
    private MemberId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    /// Where the member is; where one has applied to; where one was last.
    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private MemberStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable EndReason endReason;

    @Embedded
    private Profile profile;

    /// When the present, or the last, membership began, where it is not the first.
    @Column(name = "rejoined_on")
    private @Nullable LocalDate rejoinedOn;

    /// In the Party, as the member's own node tells; since when is not told.
    @Column(name = "in_party_undated")
    private boolean inPartyUndated;

    @Column(name = "citizen_id_hash")
    private byte @Nullable [] citizenIdHash;

    @Column(name = "sealed")
    private byte[] sealed;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "merged_into"))
    private @Nullable MemberId mergedInto;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @OneToMany(cascade = CascadeType.PERSIST, orphanRemoval = true)
    @JoinColumn(name = "member_id", nullable = false, updatable = false)
    @OrderBy("validFrom")
    private List<Placement> placements = new ArrayList<>();

    @Transient
    private @Nullable LeavingUnits leaving;

    Member() {}

    /// A record that has just been made, before its first step.
    ///
    /// @param createdAs what it was made from, to recognise a repeated request
    Member(MemberId id, UnitId ownerUnionId, MemberForm form, SealedPart part, byte[] createdAs, Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.status = MemberStatus.APPLIED;
        this.profile = form.profile();
        this.sealed = part.sealed();
        this.citizenIdHash = part.citizenIdHash();
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
        this.changedAt = now;
    }

    MembershipStep apply(LocalDate today, Instant now) {
        return step(MembershipStep.Kind.APPLIED, today, null, now);
    }

    /// Somebody who is a member already enters the record.
    MembershipStep enrol(LocalDate placedSince, @Nullable Decision decision, @Nullable String source, Instant now) {
        status = MemberStatus.ACTIVE;
        Arrival arrival = placedSince.equals(profile.joinedOn()) ? Arrival.ADMITTED : Arrival.ENROLLED;
        placements().begin(unitId, placedSince, arrival);
        return step(MembershipStep.Kind.ENROLLED, placedSince, decision, now).from(source);
    }

    /// Somebody who was refused or has left applies again.
    MembershipStep reapply(UnitId unit, UnitId union, LocalDate today, Instant now) {
        requireStanding();
        boolean open = status == MemberStatus.APPLIED || status == MemberStatus.ACTIVE;
        if (open || endReason == EndReason.DECEASED) {
            throw new Conflict("cannot-reapply", Map.of("status", endReason == null ? status : endReason));
        }
        status = MemberStatus.APPLIED;
        endReason = null;
        unitId = unit;
        ownerUnionId = union;
        return step(MembershipStep.Kind.APPLIED, today, null, now);
    }

    /// Whether an admission is one of somebody who was a member before.
    boolean wasMemberBefore() {
        return !placements().areNone();
    }

    void requireApplied() {
        requireStatus(MemberStatus.APPLIED);
    }

    MembershipStep admit(LocalDate effective, Decision decision, Instant now) {
        requireApplied();
        if (!profile.birth().isOldEnoughOn(effective)) {
            throw new Unprocessable("/effectiveDate", "too-young");
        }
        placements().requireNoneFrom(effective);
        status = MemberStatus.ACTIVE;
        Arrival arrival = wasMemberBefore() ? Arrival.READMITTED : Arrival.ADMITTED;
        placements().begin(unitId, effective, arrival);
        if (arrival == Arrival.READMITTED) {
            rejoinedOn = effective;
        } else {
            profile = profile.joined(effective);
        }
        return step(MembershipStep.Kind.ADMITTED, effective, decision, now);
    }

    /// A former member whom nobody takes again has left for the same reason as before.
    MembershipStep reject(LocalDate effective, @Nullable Decision decision, Instant now) {
        requireStatus(MemberStatus.APPLIED);
        status = wasMemberBefore() ? MemberStatus.ENDED : MemberStatus.REJECTED;
        endReason = wasMemberBefore() ? placements().lastReason() : null;
        return step(MembershipStep.Kind.REJECTED, effective, decision, now);
    }

    /// Ends the membership; the day is the first without it.
    MembershipStep end(EndReason reason, LocalDate effective, @Nullable Decision decision, Instant now) {
        requireStatus(MemberStatus.ACTIVE);
        if (decision == null && reason.needsDecision()) {
            throw new Unprocessable("/decision", "required");
        }
        unitId = placements().forgetReorganizationsFrom(effective).orElse(unitId);
        placements().end(effective, reason);
        status = MemberStatus.ENDED;
        endReason = reason;
        return step(MembershipStep.Kind.ENDED, effective, decision, now).because(reason);
    }

    /// Leaves the unit for another. To be written before [#settle] makes the next placement.
    void depart(LocalDate day) {
        requireStatus(MemberStatus.ACTIVE);
        placements().depart(day);
    }

    /// Is in another unit, since the day on which [#depart] left the one before.
    MembershipStep settle(Transferred to, Instant now) {
        UnitId leftUnit = unitId;
        UnitId leftUnion = ownerUnionId;
        placements().begin(to.unit(), to.day(), Arrival.TRANSFERRED);
        unitId = to.unit();
        ownerUnionId = to.union();
        profile = profile.numbered(to.memberNumber(), to.cardNumber());
        return step(MembershipStep.Kind.TRANSFERRED, to.day(), to.decision(), now)
                .leaving(leftUnit, leftUnion)
                .through(to.transfer());
    }

    /// Leaves units on a day on which these are reorganized. To be written before [#arrive] makes the next placements.
    ///
    /// @param destination where the member goes from a unit; empty: stays there
    /// @return whether anything changed
    boolean leave(LocalDate day, Function<UnitId, Optional<UnitId>> destination) {
        leaving = placements().leave(day, unitId, destination);
        unitId = leaving.present();
        return leaving.any();
    }

    /// Is where [#leave] led to.
    ///
    /// @param union the union that the record belongs to from now on
    MembershipStep arrive(LocalDate day, UnitId union, Decision decision, UUID reorganization, Instant now) {
        LeavingUnits left = Objects.requireNonNull(leaving);
        UnitId leftUnion = ownerUnionId;
        placements().arrive(left);
        ownerUnionId = union;
        return step(MembershipStep.Kind.MOVED, day, decision, now)
                .to(left.to())
                .leaving(left.from(), leftUnion)
                .by(reorganization);
    }

    /// Puts right what was recorded wrongly about a placement. Each of the answered placements is to be corrected and
    /// written before the next, so that no two of them ever stand on one day.
    List<PlacementCorrection.Corrected> correct(PlacementCorrection correction, LocalDate today, Instant now) {
        requireStanding();
        List<PlacementCorrection.Corrected> corrected = correction.of(placements, today);
        PlacementCorrection.Corrected meant = PlacementCorrection.meant(corrected);
        if (meant.beginsOtherwise()) {
            requireAgreement(meant);
            if (meant.placement().validFrom().equals(profile.joinedOn())) {
                profile = profile.joined(meant.from());
            }
            if (meant.placement().validFrom().equals(rejoinedOn)) {
                rejoinedOn = meant.from();
            }
        }
        boolean last = meant.placement().validFrom().equals(placements.getLast().validFrom());
        if (last && status != MemberStatus.APPLIED) {
            unitId = meant.unit();
        }
        changedAt = now;
        return corrected;
    }

    private void requireAgreement(PlacementCorrection.Corrected meant) {
        LocalDate joined = profile.joinedOn();
        boolean joinsThen = meant.placement().validFrom().equals(joined);
        if (joinsThen && !profile.birth().isOldEnoughOn(meant.from())) {
            throw new Unprocessable("/validFrom", "too-young");
        }
        if (!joinsThen && joined != null && meant.from().isBefore(joined)) {
            throw new Unprocessable("/validFrom", "before-joining");
        }
    }

    /// What a record said before another one of the same person took it in.
    record Former(
            MemberStatus status,
            UnitId unit,
            UnitId union,
            @Nullable LocalDate joinedOn,
            Placements placements) {

        boolean hasNumbers() {
            return status == MemberStatus.APPLIED || status == MemberStatus.ACTIVE;
        }
    }

    /// Another record of the same person says it all: this one stays, closed, and leads there. To be written before
    /// that one takes it in.
    Former mergeInto(MemberId other, Instant now) {
        Former former = new Former(
                status, unitId, ownerUnionId, profile.joinedOn(), placements().handOut());
        status = MemberStatus.MERGED;
        endReason = null;
        rejoinedOn = null;
        mergedInto = other;
        changedAt = now;
        return former;
    }

    /// The record that took this one in was taken in by another.
    void mergeOnInto(MemberId other, Instant now) {
        mergedInto = other;
        changedAt = now;
    }

    /// A merged record stands where the one stands that took it in: whoever keeps that one keeps this one.
    ///
    /// @return whether it stood elsewhere
    boolean follow(Member surviving, Instant now) {
        if (unitId.equals(surviving.unitId) && ownerUnionId.equals(surviving.ownerUnionId)) {
            return false;
        }
        unitId = surviving.unitId;
        ownerUnionId = surviving.ownerUnionId;
        changedAt = now;
        return true;
    }

    /// Takes over where the person was by another record.
    TakingIn.Outcome takeIn(Former duplicate, Instant now) {
        Optional<Placement> ownLast = placements().last();
        TakingIn.Outcome outcome = placements().takeIn(duplicate.placements());
        standAfter(duplicate);
        if (status != MemberStatus.APPLIED && !placements().last().equals(ownLast)) {
            unitId = duplicate.unit();
            ownerUnionId = duplicate.union();
        }
        rejoinedOn = placements().rejoinedOn().orElse(null);
        LocalDate joined = profile.joinedOn();
        LocalDate otherwise = duplicate.joinedOn();
        if (otherwise != null && (joined == null || placements().anyBefore(joined))) {
            if (!profile.birth().isOldEnoughOn(otherwise)) {
                throw new Conflict("records-contradict", Map.of("day", otherwise));
            }
            profile = profile.joined(otherwise);
        }
        changedAt = now;
        return outcome;
    }

    private void standAfter(Former duplicate) {
        boolean applied = status == MemberStatus.APPLIED;
        if (placements().areOpen()) {
            status = MemberStatus.ACTIVE;
        } else if (duplicate.status() == MemberStatus.APPLIED && !applied) {
            throw new Conflict("merge-the-other-way");
        } else if (!applied && wasMemberBefore()) {
            status = MemberStatus.ENDED;
        } else if (applied && wasMemberBefore() && placements().lastReason() == EndReason.DECEASED) {
            throw new Conflict("cannot-reapply", Map.of("status", EndReason.DECEASED));
        }
        endReason = status == MemberStatus.ENDED ? placements().lastReason() : null;
    }

    @Nullable
    MemberId mergedInto() {
        return mergedInto;
    }

    /// Forgets who it was: what is sealed is sealed for good, and what remains is counted and has a pseudonym. Not of
    /// somebody who is a member or waits to become one.
    void erase(Instant now) {
        if (status == MemberStatus.APPLIED || status == MemberStatus.ACTIVE) {
            throw new Conflict("wrong-status", Map.of("status", status, "required", MemberStatus.ENDED));
        }
        String text = id.toString();
        profile = profile.erased("Người đã xóa dữ liệu " + text.substring(text.length() - 8));
        sealed = new byte[0];
        citizenIdHash = null;
        createdAs = new byte[0];
        erasedAt = now;
        changedAt = now;
    }

    boolean isErased() {
        return erasedAt != null;
    }

    /// A record without a person does not change any more, nor does one that another took in.
    void requireStanding() {
        if (isErased()) {
            throw new Conflict("erased");
        }
        requireNotMerged();
    }

    void requireNotMerged() {
        if (mergedInto != null) {
            throw new Conflict("merged", Map.of("member", mergedInto));
        }
    }

    /// Replaces what is written down about the member.
    void revise(MemberForm form, SealedPart part, Instant now) {
        requireJoinedInTime(form.joinedOn());
        profile = form.profile();
        inPartyUndated = false;
        sealed = part.sealed();
        citizenIdHash = part.citizenIdHash();
        changedAt = now;
    }

    private Placements placements() {
        return new Placements(placements);
    }

    private MembershipStep step(
            MembershipStep.Kind kind, LocalDate effective, @Nullable Decision decision, Instant now) {
        changedAt = now;
        return new MembershipStep(kind, id, unitId, ownerUnionId, effective, decision, now);
    }

    /// Whoever is or was a member joined one day, and was in no unit of the union before.
    private void requireJoinedInTime(@Nullable LocalDate joined) {
        boolean everMember = status == MemberStatus.ACTIVE || status == MemberStatus.ENDED;
        if (everMember && joined == null) {
            throw new Unprocessable("/joinedOn", "required");
        }
        placements().requireNoneBefore(joined);
    }

    private void requireStatus(MemberStatus required) {
        requireStanding();
        if (status != required) {
            throw new Conflict("wrong-status", Map.of("status", status, "required", required));
        }
    }

    MemberId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    UnitId unitId() {
        return unitId;
    }

    MemberStatus status() {
        return status;
    }

    @Nullable
    EndReason endReason() {
        return endReason;
    }

    Profile profile() {
        return profile;
    }

    @Nullable
    LocalDate rejoinedOn() {
        return rejoinedOn;
    }

    /// Where the member is counted on which days.
    List<MemberState.Counted> counted() {
        return placements().counted();
    }

    /// When the last membership ended; empty while one lasts, and where there was none.
    Optional<LocalDate> left() {
        return placements().left();
    }

    boolean wasMemberOn(LocalDate day) {
        return unitOn(day).isPresent();
    }

    /// Where the member was counted on a day.
    Optional<UnitId> unitOn(LocalDate day) {
        return placements.stream()
                .filter(each -> each.isOn(day))
                .map(Placement::unitId)
                .findFirst();
    }

    byte @Nullable [] citizenIdHash() {
        return citizenIdHash == null ? null : citizenIdHash.clone();
    }

    boolean isInParty() {
        return inPartyUndated || profile.party() != null;
    }

    @Nullable
    Instant erasedAt() {
        return erasedAt;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    Instant changedAt() {
        return changedAt;
    }

    byte[] sealed() {
        return sealed.clone();
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }
}
