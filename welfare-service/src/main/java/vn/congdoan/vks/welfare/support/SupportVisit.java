package vn.congdoan.vks.welfare.support;

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
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.welfare.goods.GivenGoods;
import vn.congdoan.vks.welfare.goods.KeptList;

/// Somebody goes to see whom a support case is for (thăm hỏi): planned, then made or given up. What the visitors
/// bring is the money of the case, what was bought with it, and goods of the fund.
@Entity
@Table(name = "support_visit")
class SupportVisit {

    @EmbeddedId
    private SupportVisitId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private SupportCaseId caseId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private VisitStatus status;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    @Column(name = "made_on")
    private @Nullable LocalDate madeOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "visitors")
    private String visitors;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "bought")
    private @Nullable String bought;

    @Column(name = "health_note")
    private byte @Nullable [] healthNote;

    @Column(name = "planned_by")
    private String plannedBy;

    @Column(name = "made_by")
    private @Nullable String madeBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    SupportVisit() {}

    /// @param healthNote sealed
    SupportVisit(
            SupportVisitId id,
            SupportCaseId caseId,
            NewVisit form,
            byte @Nullable [] healthNote,
            String by,
            Instant now) {
        this.id = id;
        this.caseId = caseId;
        this.status = VisitStatus.PLANNED;
        this.plannedOn = form.date();
        this.visitors =
                KeptList.written(form.visitors().stream().map(Visitor::clean).toList());
        this.healthNote = healthNote == null ? null : healthNote.clone();
        this.plannedBy = by;
        // The database keeps microseconds.
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    SupportVisitId id() {
        return id;
    }

    SupportCaseId caseId() {
        return caseId;
    }

    long version() {
        return version;
    }

    /// Sealed.
    byte @Nullable [] healthNote() {
        return healthNote == null ? null : healthNote.clone();
    }

    /// @param note sealed; null: as before
    void make(MadeVisit form, byte @Nullable [] note, String by) {
        requirePlanned();
        status = VisitStatus.MADE;
        madeOn = form.date();
        if (form.visitors() != null) {
            visitors = KeptList.written(
                    form.visitors().stream().map(Visitor::clean).toList());
        }
        bought = form.bought() == null
                ? null
                : KeptList.written(form.bought().stream().map(BoughtGift::clean).toList());
        if (note != null) {
            healthNote = note.clone();
        }
        madeBy = by;
    }

    void cancel() {
        requirePlanned();
        status = VisitStatus.CANCELLED;
    }

    void requireNotCancelled() {
        if (status == VisitStatus.CANCELLED) {
            throw notInThatState();
        }
    }

    private void requirePlanned() {
        if (status != VisitStatus.PLANNED) {
            throw notInThatState();
        }
    }

    private Conflict notInThatState() {
        return new Conflict("visit-not-in-that-state", Map.of("state", status));
    }

    /// @param gifts the goods of the fund that were taken along
    /// @param note what is told of the person's health; null: it is not for this answer
    VisitView view(List<GivenGoods> gifts, @Nullable String note) {
        return new VisitView(
                id,
                caseId,
                status,
                plannedOn,
                madeOn,
                KeptList.read(visitors, Visitor.class),
                gifts,
                gifts.stream()
                        .filter(each -> each.reversedBy() == null)
                        .mapToLong(GivenGoods::value)
                        .sum(),
                bought == null ? List.of() : KeptList.read(bought, BoughtGift.class),
                healthNote != null,
                note,
                recordedAt);
    }
}
