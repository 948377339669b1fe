package vn.congdoan.vks.welfare.fund;

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
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.Held;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// A fund: money set apart for named purposes, of one unit, open from one day until another. It is born with its rules;
/// what it holds is kept by the ledger, not here.
@Entity
@DynamicUpdate
@Table(name = "fund")
class Fund {

    @EmbeddedId
    private FundId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private FundKind kind;

    @Column(name = "name")
    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "legal_basis")
    private @Nullable String legalBasis;

    @Column(name = "pass_through")
    private boolean passThrough;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    @Column(name = "purposes")
    private List<SupportKind> purposes;

    @Column(name = "opens_on")
    private LocalDate opensOn;

    @Column(name = "closes_on")
    private @Nullable LocalDate closesOn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "moved_to"))
    private @Nullable FundId movedTo;

    @Column(name = "takes_outside_donors")
    private boolean takesOutsideDonors;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Fund() {}

    /// @param ownerUnionId the union that the owning unit belongs to now; it owns the record for good
    /// @param createdAs what tells an equal creation from another one
    Fund(FundId id, UnitId ownerUnionId, NewFund form, byte[] createdAs, Instant now) {
        LocalDate end = form.closesOn();
        if (end != null && end.isBefore(form.opensOn())) {
            throw new Unprocessable("/closesOn", "ends-before-start");
        }
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.kind = form.kind();
        this.name = VietnameseText.singleLine(form.name());
        this.nameKey = form.nameKey();
        this.legalBasis = form.legalBasis();
        this.passThrough = form.passThrough();
        this.purposes = List.copyOf(form.purposes());
        this.opensOn = form.opensOn();
        this.closesOn = end;
        this.takesOutsideDonors = form.takesOutsideDonors();
        this.createdAs = createdAs.clone();
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    FundId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// Everything it held has gone to another fund on a day; it is closed for good.
    void moveTo(FundId successor, LocalDate day) {
        movedTo = successor;
        LocalDate end = closesOn;
        closesOn = end == null || end.isAfter(day) ? day : end;
    }

    boolean isOpenOn(LocalDate day) {
        LocalDate end = closesOn;
        return !day.isBefore(opensOn) && (end == null || !day.isAfter(end));
    }

    /// What others may know of it.
    Change change(String happened, Audience audience) {
        LocalDate day = LocalDate.ofInstant(recordedAt, BusinessTime.ZONE);
        return Change.of(FundState.TYPE, id.value(), version, happened, day, ownerUnionId, audience, state());
    }

    FundState state() {
        return new FundState(
                id,
                ownerUnionId,
                unitId,
                kind,
                name,
                legalBasis,
                passThrough,
                purposes,
                opensOn,
                closesOn,
                takesOutsideDonors,
                recordedAt,
                movedTo);
    }

    /// The fund as it is shown on a day.
    ///
    /// @param held what it holds, as the ledger says
    FundView viewOn(LocalDate day, Held held) {
        return new FundView(
                id,
                unitId,
                ownerUnionId,
                kind,
                name,
                legalBasis,
                passThrough,
                purposes,
                opensOn,
                closesOn,
                isOpenOn(day),
                takesOutsideDonors,
                movedTo,
                held.total(),
                held);
    }
}
