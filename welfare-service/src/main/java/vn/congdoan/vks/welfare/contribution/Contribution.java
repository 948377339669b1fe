package vn.congdoan.vks.welfare.contribution;

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
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.welfare.donor.Donor;
import vn.congdoan.vks.welfare.drive.DriveId;
import vn.congdoan.vks.welfare.drive.PledgeId;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.goods.GoodsItem;
import vn.congdoan.vks.welfare.goods.KeptList;
import vn.congdoan.vks.welfare.ledger.AmountInWords;
import vn.congdoan.vks.welfare.ledger.DonorKind;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.GivingMethod;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.plan.PlanId;

/// Something given to a fund, money or goods: by whom, when, how much. It stands in the fund's books, as the transfer
/// that this names.
@Entity
@Table(name = "contribution")
class Contribution {

    @EmbeddedId
    private ContributionId id;

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

    @Column(name = "given_on")
    private LocalDate givenOn;

    @Embedded
    private TransferId transferId;

    @Column(name = "amount")
    private long amount;

    @Enumerated(EnumType.STRING)
    @Column(name = "method")
    private GivingMethod method;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "goods")
    private @Nullable String goods;

    @Enumerated(EnumType.STRING)
    @Column(name = "donor_kind")
    private DonorKind donorKind;

    @Column(name = "donor_member_id")
    private @Nullable UUID donorMemberId;

    @Column(name = "donor_unit_id")
    private @Nullable UUID donorUnitId;

    @Column(name = "donor_name")
    private @Nullable String donorName;

    @Column(name = "plan_id")
    private @Nullable UUID planId;

    @Column(name = "drive_id")
    private @Nullable UUID driveId;

    @Column(name = "pledge_id")
    private @Nullable UUID pledgeId;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Contribution() {}

    /// @param createdAs what tells an equal creation from another one
    Contribution(
            ContributionId id,
            FundTerms fund,
            NewContribution form,
            TransferId transferId,
            byte[] createdAs,
            Instant now) {
        Donor donor = form.donor().clean();
        this.id = id;
        this.ownerUnionId = fund.ownerUnionId();
        this.unitId = fund.unitId();
        this.fundId = fund.id();
        this.givenOn = form.date();
        this.transferId = transferId;
        this.amount = form.worth();
        this.method = form.method();
        this.goods = form.goods() == null ? null : KeptList.written(GoodsItem.recorded(form.goods()));
        this.donorKind = donor.kind();
        this.donorMemberId = donor.memberId() == null ? null : donor.memberId().value();
        this.donorUnitId = donor.unitId() == null ? null : donor.unitId().value();
        this.donorName = donor.name();
        this.planId = form.planId() == null ? null : form.planId().value();
        this.driveId = form.driveId() == null ? null : form.driveId().value();
        this.pledgeId = form.pledgeId() == null ? null : form.pledgeId().value();
        this.createdAs = createdAs.clone();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    ContributionId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    LocalDate givenOn() {
        return givenOn;
    }

    TransferId transferId() {
        return transferId;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    private @Nullable List<GoodsItem> goods() {
        return goods == null ? null : KeptList.read(goods, GoodsItem.class);
    }

    private @Nullable MemberId memberId() {
        return donorMemberId == null ? null : new MemberId(donorMemberId);
    }

    private @Nullable UnitId donorUnit() {
        return donorUnitId == null ? null : new UnitId(donorUnitId);
    }

    private @Nullable PlanId plan() {
        return planId == null ? null : new PlanId(planId);
    }

    private @Nullable DriveId drive() {
        return driveId == null ? null : new DriveId(driveId);
    }

    private @Nullable PledgeId pledge() {
        return pledgeId == null ? null : new PledgeId(pledgeId);
    }

    /// @param named whether the reader may see the name of a donor outside the union
    /// @param reversedBy the transfer that took the money back
    ContributionView view(boolean named, @Nullable TransferId reversedBy) {
        Donor donor = new Donor(donorKind, memberId(), donorUnit(), donorName);
        return new ContributionView(
                id,
                fundId,
                unitId,
                amount,
                AmountInWords.of(amount),
                named ? donor : donor.unnamed(),
                method,
                goods(),
                givenOn,
                plan(),
                drive(),
                pledge(),
                transferId,
                reversedBy,
                recordedAt);
    }

    /// What others may know of it: everything but a name.
    Change change(Audience audience) {
        return Change.of(
                ContributionState.TYPE, id.value(), version, "recorded", givenOn, ownerUnionId, audience, state());
    }

    ContributionState state() {
        return new ContributionState(
                id,
                ownerUnionId,
                unitId,
                fundId,
                transferId,
                amount,
                method,
                givenOn,
                new ContributionState.Giver(donorKind, memberId(), donorUnit()),
                plan(),
                drive(),
                goods(),
                recordedAt);
    }
}
