package vn.congdoan.vks.membership.figure;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.id.Ids;

/// One thing that was done to a reported figure: by whom, when, why, and what stood there before. It stays as it was
/// written.
@Entity
@Immutable
@Table(name = "reported_figure_step")
class FigureStep {

    /// What was done.
    @Schema(name = "FigureStepKind", description = "What was done")
    public enum Kind {
        RECORDED,
        CORRECTED,
        WITHDRAWN
    }

    @Id
    @Column(name = "step_id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private Kind kind;

    @Column(name = "at")
    private Instant at;

    /// Unknown where another node keeps the figure: it does not travel.
    @Embedded
    private @Nullable Principal actor;

    @Column(name = "reason")
    private @Nullable String reason;

    /// Of a correction.
    @Embedded
    private @Nullable Reported before;

    FigureStep() {}

    FigureStep(Kind kind, Act act, @Nullable String reason, @Nullable Reported before) {
        this.id = Ids.next();
        this.kind = kind;
        this.at = act.at();
        this.actor = act.actor();
        this.reason = reason;
        this.before = before;
    }

    /// Who does something, and when.
    record Act(Principal actor, Instant at) {}

    UUID id() {
        return id;
    }

    Instant at() {
        return at;
    }

    ReportedFigureState.Step published() {
        return new ReportedFigureState.Step(id, kind, at, reason, before);
    }

    /// @param withActor who did it is told to the own union alone
    FigureStepView view(boolean withActor) {
        return new FigureStepView(id, kind, at, withActor ? actor : null, reason, before);
    }
}
