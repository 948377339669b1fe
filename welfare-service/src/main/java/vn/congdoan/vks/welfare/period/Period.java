package vn.congdoan.vks.welfare.period;

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
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// The books of a unit's funds from where they were closed before up to the end of a month: closed for good, unless a
/// decision opens them again. To close them once more makes a new period.
@Entity
@DynamicUpdate
@Table(name = "period")
class Period {

    @EmbeddedId
    private PeriodId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Column(name = "first_day")
    private @Nullable LocalDate firstDay;

    @Column(name = "last_day")
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private PeriodStatus status;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Column(name = "reopened_at")
    private @Nullable Instant reopenedAt;

    @Embedded
    private @Nullable Decision decision;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "created_as")
    private byte[] createdAs;

    Period() {}

    /// Closes what follows on a day up to which the books are closed already.
    ///
    /// @param ownerUnionId the union that the unit belongs to now; it owns the record for good
    /// @param closedThrough null where nothing is closed
    /// @param createdAs what tells an equal creation from another one
    Period(
            PeriodId id,
            UnitId ownerUnionId,
            NewPeriod form,
            @Nullable LocalDate closedThrough,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.ownerUnionId = ownerUnionId;
        this.unitId = form.unitId();
        this.firstDay = closedThrough == null ? null : closedThrough.plusDays(1);
        this.lastDay = form.lastDay();
        this.status = PeriodStatus.CLOSED;
        // The database keeps microseconds.
        this.closedAt = now.truncatedTo(ChronoUnit.MICROS);
        this.createdAs = createdAs.clone();
    }

    /// Whole months that are over.
    static void requireClosable(LocalDate lastDay, LocalDate today) {
        if (!lastDay.equals(YearMonth.from(lastDay).atEndOfMonth())) {
            throw new Unprocessable("/lastDay", "not-the-end-of-a-month");
        }
        if (!lastDay.isBefore(today)) {
            throw new Unprocessable("/lastDay", "not-over-yet");
        }
    }

    PeriodId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unitId() {
        return unitId;
    }

    LocalDate lastDay() {
        return lastDay;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param closedThrough the day up to which the unit's books are closed
    void reopen(Reopening form, LocalDate closedThrough, Instant now) {
        if (status != PeriodStatus.CLOSED) {
            throw new Conflict("period-not-closed");
        }
        if (closedThrough.isAfter(lastDay)) {
            throw new Conflict("later-period-closed", Map.of("lastDay", closedThrough));
        }
        status = PeriodStatus.REOPENED;
        reopenedAt = now.truncatedTo(ChronoUnit.MICROS);
        decision = form.decision();
        reason = VietnameseText.singleLine(form.reason());
    }

    /// What others may know of it.
    Change change(String happened, Audience audience, List<ClosedFund> funds) {
        return Change.of(
                PeriodState.TYPE, id.value(), version, happened, lastDay, ownerUnionId, audience, state(funds));
    }

    PeriodState state(List<ClosedFund> funds) {
        return new PeriodState(
                id, ownerUnionId, unitId, firstDay, lastDay, status, closedAt, reopenedAt, decision, funds);
    }

    /// @param withReason whether the reader may see why it was opened again
    PeriodView view(List<ClosedFund> funds, boolean withReason) {
        return new PeriodView(
                id,
                unitId,
                firstDay,
                lastDay,
                status,
                closedAt,
                reopenedAt,
                decision,
                withReason ? reason : null,
                funds);
    }
}
