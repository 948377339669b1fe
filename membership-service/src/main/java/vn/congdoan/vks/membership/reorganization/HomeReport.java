package vn.congdoan.vks.membership.reorganization;

import jakarta.persistence.AttributeOverride;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.time.BusinessTime;

/// What a node answers to a reorganization that concerns records which it writes: that it has done its part, or why it
/// cannot.
@Entity
@Table(name = "reorganization_report")
class HomeReport {

    /// What came of the node's part.
    enum Outcome {
        DONE,
        REFUSED
    }

    @EmbeddedId
    private HomeReportId id;

    @Version
    @Column(name = "version")
    private long version;

    @Embedded
    private ReorganizationId reorganizationId;

    @Column(name = "node")
    private String node;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private Outcome outcome;

    @Column(name = "refusals")
    private @Nullable String refusals;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "taken")
    private String taken = "[]";

    HomeReport() {}

    /// @param refusals why the part cannot be done, as JSON; null: it is done
    HomeReport(
            HomeReportId id,
            ReorganizationId reorganizationId,
            String node,
            UnitId ownerUnionId,
            @Nullable String refusals,
            Instant now) {
        this.id = id;
        this.reorganizationId = reorganizationId;
        this.node = node;
        this.ownerUnionId = ownerUnionId;
        this.outcome = refusals == null ? Outcome.DONE : Outcome.REFUSED;
        this.refusals = refusals;
        this.reportedAt = now;
        this.recordedAt = now;
    }

    /// @param refusals why the part cannot be done, as JSON; null: it is done
    /// @return false if that was told before
    boolean tell(@Nullable String refusals, Instant now) {
        Outcome told = refusals == null ? Outcome.DONE : Outcome.REFUSED;
        if (told == outcome && Objects.equals(refusals, this.refusals)) {
            return false;
        }
        this.outcome = told;
        this.refusals = refusals;
        this.reportedAt = now;
        return true;
    }

    /// What has come from other nodes by now.
    ///
    /// @param json how many members from which unions
    void take(String json, Instant now) {
        this.taken = json;
        this.reportedAt = now;
    }

    /// @param state as [#published] tells it
    Change change(HomeReportState state) {
        return Change.of(
                HomeReportState.TYPE,
                id.value(),
                version,
                outcome == Outcome.DONE ? "done" : "refused",
                LocalDate.ofInstant(reportedAt, BusinessTime.ZONE),
                ownerUnionId,
                Audience.everybody(),
                state);
    }

    HomeReportState published(List<Violation> violations, List<HomeReportState.Taken> taken) {
        return new HomeReportState(
                id, ownerUnionId, reorganizationId, node, outcome, violations, taken, recordedAt, reportedAt);
    }

    boolean isDone() {
        return outcome == Outcome.DONE;
    }

    HomeReportId id() {
        return id;
    }

    long version() {
        return version;
    }

    String node() {
        return node;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    /// How many members from which unions, as JSON.
    String taken() {
        return taken;
    }

    /// Why it cannot be done, as JSON.
    Optional<String> refusals() {
        return Optional.ofNullable(refusals);
    }
}
