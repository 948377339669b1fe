package vn.congdoan.vks.membership.figure;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// A figure as a report says it (domain.md §6): "more than 1.1 billion" is 1,100,000,000 with `MORE_THAN`, and no
/// entry of any book. It stands beside what is computed and is never made to agree with it. What was recorded
/// wrongly is corrected, and what should never have been recorded is withdrawn; both keep what stood there before.
@Entity
@Table(name = "reported_figure")
class ReportedFigure {

    @EmbeddedId
    private ReportedFigureId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Embedded
    private UnitId unitId;

    @Embedded
    private FigurePeriod period;

    @Enumerated(EnumType.STRING)
    @Column(name = "indicator")
    private Indicator indicator;

    @Column(name = "detail")
    private @Nullable String detail;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private FigureStatus status;

    @Embedded
    private Reported reported;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "reported_figure_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<FigureStep> steps = new ArrayList<>();

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    ReportedFigure() {}

    /// @param owner the union that keeps it
    /// @param createdAs what tells an equal creation from another one
    ReportedFigure(
            ReportedFigureId id, UnitId owner, NewReportedFigure form, byte[] createdAs, FigureStep.Act recording) {
        String part = form.detail();
        this.id = id;
        this.ownerUnionId = owner;
        this.unitId = form.unitId();
        this.period = form.period();
        this.indicator = form.indicator();
        this.detail = part == null ? null : VietnameseText.singleLine(part);
        this.status = FigureStatus.RECORDED;
        this.reported = possible(form.reported());
        this.recordedAt = recording.at();
        this.createdAs = createdAs.clone();
        steps.add(new FigureStep(FigureStep.Kind.RECORDED, recording, null, null));
    }

    /// Replaces what was recorded of the value and its source.
    ///
    /// @return the names of the fields that are different now
    List<String> correct(Reported really, String reason, FigureStep.Act act) {
        requireRecorded();
        List<String> different = reported.differences(really);
        if (different.isEmpty()) {
            throw new Unprocessable("", "nothing-to-correct");
        }
        Reported before = reported;
        reported = possible(really);
        steps.add(new FigureStep(FigureStep.Kind.CORRECTED, act, reason, before));
        return different;
    }

    /// For good: whoever reports it after all records it anew.
    void withdraw(String reason, FigureStep.Act act) {
        requireRecorded();
        status = FigureStatus.WITHDRAWN;
        steps.add(new FigureStep(FigureStep.Kind.WITHDRAWN, act, reason, null));
    }

    private void requireRecorded() {
        if (status == FigureStatus.WITHDRAWN) {
            throw new Conflict("figure-withdrawn");
        }
    }

    private Reported possible(Reported value) {
        indicator.measure().refuses(value.value()).ifPresent(wrong -> {
            throw new Unprocessable(List.of(wrong));
        });
        return value;
    }

    /// What others may know after something happened to it.
    Change change(String happened, LocalDate day, Audience audience) {
        return Change.of(
                ReportedFigureState.TYPE, id.value(), version, happened, day, ownerUnionId, audience, published());
    }

    ReportedFigureState published() {
        return new ReportedFigureState(
                id,
                ownerUnionId,
                unitId,
                period,
                indicator,
                detail,
                status,
                reported,
                steps.stream().map(FigureStep::published).toList(),
                recordedAt);
    }

    ReportedFigureId id() {
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

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }

    /// @param unit its unit, as people call it today
    ReportedFigureView view(UnitRef unit) {
        return new ReportedFigureView(
                id,
                unit,
                period,
                indicator,
                indicator.measure(),
                detail,
                reported.value(),
                reported.qualifier(),
                reported.printed(),
                reported.source(),
                reported.note(),
                status,
                recordedAt);
    }
}
