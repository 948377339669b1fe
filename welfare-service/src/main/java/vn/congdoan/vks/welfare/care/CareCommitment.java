package vn.congdoan.vks.welfare.care;

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
import java.util.Objects;
import java.util.stream.IntStream;
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
import vn.congdoan.vks.welfare.support.Beneficiary;

/// Care that a union gives somebody regularly (chăm sóc thường xuyên, such as a Heroic Mother's for life). Whoever
/// approves has not written it down, and whoever pays has done neither. What was paid is kept beside it.
@Entity
@Table(name = "care_commitment")
class CareCommitment {

    private static final int YEARS_LOOKED_AT = 5;

    @EmbeddedId
    private CareCommitmentId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Column(name = "name")
    private @Nullable String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private SupportKind kind;

    @Embedded
    private Beneficiary beneficiary;

    @Embedded
    private FundId fundId;

    @Column(name = "amount")
    private long amount;

    @Column(name = "every_months")
    private int everyMonths;

    @Column(name = "first_due_on")
    private LocalDate firstDueOn;

    @Column(name = "last_due_on")
    private @Nullable LocalDate lastDueOn;

    @Column(name = "amount_of_year")
    private long amountOfYear;

    @Column(name = "written_on")
    private LocalDate writtenOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private CareStatus status;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason")
    private @Nullable CareEndReason endReason;

    @Column(name = "end_text")
    private @Nullable String endText;

    @Column(name = "paid")
    private int paid;

    @Column(name = "left_out")
    private int leftOut;

    @Column(name = "written_by")
    private @Nullable String writtenBy;

    @Column(name = "approved_by")
    private @Nullable String approvedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    CareCommitment() {}

    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param by the account that writes it down
    /// @param createdAs what tells an equal creation from another one
    CareCommitment(
            CareCommitmentId id,
            UnitId ownerUnionId,
            NewCareCommitment form,
            LocalDate today,
            String by,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.name = VietnameseText.singleLine(form.name());
        this.kind = form.kind();
        this.beneficiary = form.beneficiary().clean();
        this.fundId = form.fundId();
        this.amount = form.amount();
        this.everyMonths = form.everyMonths();
        this.firstDueOn = form.firstDueOn();
        this.lastDueOn = form.lastDueOn();
        this.amountOfYear = amount * form.schedule().daysOfYear();
        this.writtenOn = Objects.requireNonNullElse(form.date(), today);
        this.status = CareStatus.PROPOSED;
        this.writtenBy = by;
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    CareCommitmentId id() {
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

    Beneficiary beneficiary() {
        return beneficiary;
    }

    long amount() {
        return amount;
    }

    long amountOfYear() {
        return amountOfYear;
    }

    LocalDate writtenOn() {
        return writtenOn;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param resolution the committee's, where the chair does not decide alone
    void approve(@Nullable Decision resolution, String by, LocalDate today, Instant now) {
        require(CareStatus.PROPOSED);
        requireOther(by, writtenBy);
        if (resolution != null && resolution.date().isAfter(today)) {
            throw new Unprocessable("/decision/date", "in-the-future");
        }
        if (resolution != null && resolution.date().isBefore(writtenOn)) {
            throw new Unprocessable("/decision/date", "before-the-request");
        }
        status = CareStatus.APPROVED;
        decision = resolution;
        approvedBy = by;
        decidedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    void requireProposed() {
        require(CareStatus.PROPOSED);
    }

    void cancel() {
        require(CareStatus.PROPOSED);
        status = CareStatus.CANCELLED;
    }

    void end(CareEnd form, LocalDate today) {
        require(CareStatus.APPROVED);
        if (form.date().isAfter(today)) {
            throw new Unprocessable("/date", "in-the-future");
        }
        status = CareStatus.ENDED;
        endedOn = form.date();
        endReason = form.reason();
        endText = form.text() == null ? null : VietnameseText.singleLine(form.text());
    }

    /// Whether the account may pay a due day on a day. One period ahead may be paid, and what was due before the end
    /// may be paid after it.
    void requirePayable(LocalDate dueOn, LocalDate date, String by) {
        requireInForce();
        requireOther(by, writtenBy);
        requireOther(by, approvedBy);
        if (date.isBefore(decision == null ? writtenOn : decision.date())) {
            throw new Unprocessable("/date", "before-the-decision");
        }
        if (date.isBefore(schedule().before(dueOn))) {
            throw new Unprocessable("/date", "more-than-a-period-ahead");
        }
    }

    /// In which something is due; of what has no end the first few.
    List<Integer> years() {
        int first = firstDueOn.getYear();
        int last = lastDueOn == null ? first + YEARS_LOOKED_AT : lastDueOn.getYear();
        return IntStream.rangeClosed(first, Math.min(last, first + YEARS_LOOKED_AT))
                .boxed()
                .toList();
    }

    /// Whether something is or was due on the day.
    void requireDue(LocalDate dueOn) {
        requireInForce();
        if (!schedule().has(dueOn)) {
            throw new Unprocessable("/dueOn", "not-a-due-day");
        }
    }

    void paid() {
        paid++;
    }

    void returned(String by) {
        requireInForce();
        requireOther(by, writtenBy);
        requireOther(by, approvedBy);
        paid--;
    }

    /// Payments that came back before a restore, as the books say.
    void cameBack(int many) {
        paid -= many;
    }

    void leftOut(int more) {
        leftOut += more;
    }

    private CareSchedule schedule() {
        LocalDate last = lastDueOn == null || (endedOn != null && endedOn.isBefore(lastDueOn)) ? endedOn : lastDueOn;
        return new CareSchedule(firstDueOn, everyMonths, last);
    }

    private void requireInForce() {
        if (status != CareStatus.ENDED) {
            require(CareStatus.APPROVED);
        }
    }

    private void require(CareStatus allowed) {
        if (status != allowed) {
            throw new Conflict("care-not-in-that-state", Map.of("state", status));
        }
    }

    private static void requireOther(String by, @Nullable String other) {
        if (other == null || by.equals(other)) {
            throw new Forbidden("duties-not-separate");
        }
    }

    /// What its own union may know of it.
    Change change(String happened, LocalDate day, UnitPlace place) {
        return Change.of(
                CareCommitmentState.TYPE,
                id.value(),
                version,
                happened,
                day,
                ownerUnionId,
                Audience.ofUnionAlone(place),
                state());
    }

    CareCommitmentState state() {
        return new CareCommitmentState(
                id,
                ownerUnionId,
                unitId,
                kind,
                beneficiary.kind(),
                fundId,
                amount,
                everyMonths,
                firstDueOn,
                lastDueOn,
                amountOfYear,
                writtenOn,
                status,
                decision,
                endedOn,
                endReason,
                paid,
                leftOut,
                recordedAt,
                decidedAt);
    }

    CareCommitmentView view() {
        return new CareCommitmentView(
                id,
                unitId,
                name,
                kind,
                beneficiary,
                fundId,
                amount,
                everyMonths,
                firstDueOn,
                lastDueOn,
                amountOfYear,
                writtenOn,
                status,
                decision,
                endedOn,
                endReason,
                endText,
                paid,
                paid * amount,
                leftOut,
                recordedAt,
                decidedAt);
    }
}
