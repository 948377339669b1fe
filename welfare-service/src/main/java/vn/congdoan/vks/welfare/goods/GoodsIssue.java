package vn.congdoan.vks.welfare.goods;

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
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.welfare.fund.FundTerms;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Goods that were given out of a fund together (phiếu xuất). Their value stands in the fund's books, as the transfer
/// that this names; what was given out wrongly is taken back by taking that back.
@Entity
@Table(name = "goods_issue")
class GoodsIssue {

    @EmbeddedId
    private GoodsIssueId id;

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

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private GoodsIssueKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "purpose")
    private @Nullable SupportKind purpose;

    @Column(name = "issued_on")
    private LocalDate issuedOn;

    @Column(name = "value")
    private long value;

    @Embedded
    private TransferId transferId;

    @Embedded
    private @Nullable Decision decision;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "items")
    private String items;

    @Column(name = "case_id")
    private @Nullable UUID caseId;

    @Column(name = "visit_id")
    private @Nullable UUID visitId;

    @Column(name = "programme_id")
    private @Nullable UUID programmeId;

    @Column(name = "text")
    private @Nullable String text;

    @Column(name = "received_by")
    private @Nullable String receivedBy;

    @Column(name = "issued_by")
    private @Nullable String issuedBy;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    GoodsIssue() {}

    /// @param by the account that gives them out
    /// @param createdAs what tells an equal creation from another one
    GoodsIssue(
            GoodsIssueId id,
            FundTerms fund,
            Handover what,
            List<TakenGoods> taken,
            TransferId transferId,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = fund.ownerUnionId();
        this.unitId = fund.unitId();
        this.fundId = fund.id();
        this.kind = what.kind();
        this.purpose = what.purpose();
        this.issuedOn = what.date();
        this.value = TakenGoods.worth(taken);
        this.transferId = transferId;
        this.decision = what.decision();
        this.items = KeptList.written(taken);
        this.caseId = what.caseId();
        this.visitId = what.visitId();
        this.programmeId = what.programmeId();
        this.text = what.text();
        this.receivedBy = what.receivedBy();
        this.issuedBy = by;
        this.createdAs = createdAs.clone();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    GoodsIssueId id() {
        return id;
    }

    UnitId unitId() {
        return unitId;
    }

    FundId fundId() {
        return fundId;
    }

    LocalDate issuedOn() {
        return issuedOn;
    }

    TransferId transferId() {
        return transferId;
    }

    long value() {
        return value;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param whole whether the reader may know who got it and what for
    /// @param reversedBy the transfer that took it back
    GoodsIssueView view(boolean whole, @Nullable TransferId reversedBy) {
        return new GoodsIssueView(
                id,
                fundId,
                unitId,
                kind,
                purpose,
                issuedOn,
                KeptList.read(items, TakenGoods.class),
                value,
                decision,
                whole ? caseId : null,
                whole ? programmeId : null,
                whole ? text : null,
                whole ? receivedBy : null,
                transferId,
                reversedBy,
                recordedAt);
    }

    /// What others may know of it: not for whom it was.
    Change change(Audience audience) {
        return Change.of(
                GoodsIssueState.TYPE, id.value(), version, "given-out", issuedOn, ownerUnionId, audience, state());
    }

    GoodsIssueState state() {
        return new GoodsIssueState(
                id,
                ownerUnionId,
                unitId,
                fundId,
                kind,
                purpose,
                issuedOn,
                KeptList.read(items, TakenGoods.class),
                value,
                transferId,
                decision,
                recordedAt);
    }
}
