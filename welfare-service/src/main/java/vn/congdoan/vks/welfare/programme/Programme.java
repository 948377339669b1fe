package vn.congdoan.vks.welfare.programme;

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
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Support for many by one decision (chương trình chăm lo, such as Tết). Who is on its list is kept beside it.
@Entity
@Table(name = "support_programme")
class Programme {

    @EmbeddedId
    private ProgrammeId id;

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
    private SupportKind kind;

    @Column(name = "name")
    private String name;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Enumerated(EnumType.STRING)
    @Column(name = "groups")
    private List<BeneficiaryGroup> groups;

    @Column(name = "listed_on")
    private LocalDate listedOn;

    @Column(name = "amount")
    private long amount;

    @Column(name = "listed")
    private int listed;

    @Column(name = "paid")
    private int paid;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ProgrammeStatus status;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "listed_by")
    private @Nullable String listedBy;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "shortened_by")
    private List<String> shortenedBy;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    Programme() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param by the account that makes the list
    /// @param createdAs what tells an equal creation from another one
    Programme(
            ProgrammeId id,
            UnitId ownerUnionId,
            NewProgramme form,
            LocalDate today,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.fundId = form.fundId();
        this.kind = form.kind();
        this.name = VietnameseText.singleLine(form.name());
        this.groups = List.copyOf(form.groups());
        this.listedOn = today;
        this.amount = form.amount();
        this.status = ProgrammeStatus.LISTED;
        this.listedBy = by;
        this.shortenedBy = List.of();
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    ProgrammeId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    FundId fundId() {
        return fundId;
    }

    SupportKind kind() {
        return kind;
    }

    long amount() {
        return amount;
    }

    LocalDate listedOn() {
        return listedOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// How many are on the list now.
    void list(int many) {
        require(ProgrammeStatus.LISTED);
        listed = many;
    }

    /// @param many how many are still on the list
    /// @param by the account that took others off it
    void shorten(int many, String by) {
        list(many);
        if (!shortenedBy.contains(by)) {
            shortenedBy = Stream.concat(shortenedBy.stream(), Stream.of(by)).toList();
        }
    }

    private boolean madeTheList(String account) {
        return listedBy == null || account.equals(listedBy) || shortenedBy.contains(account);
    }

    void approve(Decision by, String account, LocalDate today, Instant now) {
        require(ProgrammeStatus.LISTED);
        if (listed == 0) {
            throw new Conflict("programme-for-nobody");
        }
        if (madeTheList(account)) {
            throw new Forbidden("duties-not-separate");
        }
        if (by.date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        status = ProgrammeStatus.APPROVED;
        decision = by;
        approvedBy = account;
        decidedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void cancel() {
        require(ProgrammeStatus.LISTED);
        status = ProgrammeStatus.CANCELLED;
    }

    /// Whether the account may pay on the day.
    void requirePayable(String account, LocalDate date) {
        require(ProgrammeStatus.APPROVED);
        requireCashier(account);
        if (decision != null && date.isBefore(decision.date())) {
            throw new Unprocessable("/date", "before-the-decision");
        }
    }

    /// Whoever made the list or approved it neither pays nor takes back.
    private void requireCashier(String account) {
        if (madeTheList(account) || account.equals(approvedBy)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    boolean isPaying() {
        return status == ProgrammeStatus.APPROVED;
    }

    /// How many are paid now.
    void paid(int many) {
        paid = many;
    }

    /// One of the payments came back.
    ///
    /// @return whether it is due again: after the programme was closed it is not
    boolean returned(String account) {
        if (status != ProgrammeStatus.CLOSED) {
            require(ProgrammeStatus.APPROVED);
        }
        requireCashier(account);
        paid--;
        return status == ProgrammeStatus.APPROVED;
    }

    void close() {
        require(ProgrammeStatus.APPROVED);
        status = ProgrammeStatus.CLOSED;
    }

    private void require(ProgrammeStatus allowed) {
        if (status != allowed) {
            throw new Conflict("programme-not-in-that-state", Map.of("state", status));
        }
    }

    /// What its union and those above may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                ProgrammeState.TYPE,
                id.value(),
                version,
                happened,
                day,
                ownerUnionId,
                Audience.ofUnionAt(place),
                state());
    }

    ProgrammeState state() {
        return new ProgrammeState(
                id,
                ownerUnionId,
                unitId,
                fundId,
                kind,
                name,
                groups,
                listedOn,
                amount,
                listed,
                paid,
                status,
                decision,
                recordedAt,
                decidedAt);
    }

    ProgrammeView view() {
        return new ProgrammeView(
                id,
                unitId,
                fundId,
                kind,
                name,
                groups,
                listedOn,
                amount,
                listed,
                paid,
                paid * amount,
                status,
                decision,
                recordedAt,
                decidedAt);
    }
}
