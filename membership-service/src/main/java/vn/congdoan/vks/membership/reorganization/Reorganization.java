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
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Actor;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;

/// A change of the organization by decision. It is written down, then applied on its day or after it, or scheduled for
/// a day to come; until it is applied it can be cancelled. What it asked for is kept as it was said.
@Entity
@Table(name = "reorganization")
class Reorganization {

    @EmbeddedId
    private ReorganizationId id;

    @Version
    @Column(name = "version")
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    private ReorganizationKind kind;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private ReorganizationStatus status;

    @Column(name = "effective_date")
    private LocalDate effectiveDate;

    @Embedded
    private Decision decision;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "units")
    private List<UUID> units;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "form")
    private String form;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "applied_at")
    private @Nullable Instant appliedAt;

    @Column(name = "final_at")
    private @Nullable Instant finalAt;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "scheduled_by_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "scheduled_by_subject"))
    private @Nullable Principal scheduledBy;

    @Column(name = "scheduled_by_assignment")
    private @Nullable UUID scheduledByAssignment;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "awaits")
    private List<String> awaits = List.of();

    @Column(name = "refused_at")
    private @Nullable Instant refusedAt;

    @Column(name = "refusals")
    private @Nullable String refusals;

    Reorganization() {}

    /// @param json the form as it was said
    Reorganization(
            ReorganizationId id,
            NewReorganization form,
            String json,
            UnitId decidingUnion,
            byte[] createdAs,
            Instant now) {
        this.id = id;
        this.kind = form.kind();
        this.status = ReorganizationStatus.DRAFT;
        this.effectiveDate = form.effectiveDate();
        this.decision = form.decision();
        this.ownerUnionId = decidingUnion;
        this.units = ReorganizationState.units(form);
        this.form = json;
        this.createdAs = createdAs.clone();
        this.recordedAt = now;
    }

    /// Waits for its day, on somebody's order.
    void schedule(Actor actor) {
        requireStatus(ReorganizationStatus.DRAFT);
        scheduleAnew(actor);
    }

    /// Its day has come, also where it could not be done before: whoever says so now is who orders it.
    void scheduleAnew(Actor actor) {
        requireOpen();
        status = ReorganizationStatus.SCHEDULED;
        scheduledBy = actor.principal();
        scheduledByAssignment = actor.assignment();
        forgetRefusal();
    }

    /// It has begun, and other nodes have a part in it. What is left is done on the same order.
    void begin(Set<String> nodes, Actor actor) {
        requireOpen();
        status = ReorganizationStatus.UNDER_WAY;
        scheduledBy = actor.principal();
        scheduledByAssignment = actor.assignment();
        awaitsAlso(nodes);
        forgetRefusal();
    }

    /// @return false if that was known before
    boolean awaitsAlso(Set<String> nodes) {
        Set<String> all = new TreeSet<>(awaits);
        boolean news = all.addAll(nodes);
        awaits = List.copyOf(all);
        return news;
    }

    void applied(Instant now) {
        if (!isUnderWay()) {
            requireOpen();
        }
        status = ReorganizationStatus.APPLIED;
        appliedAt = now;
        forgetRefusal();
    }

    /// Everything that it ended is closed.
    void finish(Instant now) {
        requireStatus(ReorganizationStatus.APPLIED);
        if (finalAt != null) {
            throw new Conflict("reorganization-final-already");
        }
        finalAt = now;
    }

    void requireApplied() {
        requireStatus(ReorganizationStatus.APPLIED);
    }

    @Nullable
    Instant finalAt() {
        return finalAt;
    }

    void cancel() {
        requireOpen();
        status = ReorganizationStatus.CANCELLED;
        forgetRefusal();
    }

    /// Its day has come, but it could not be done.
    ///
    /// @param json the violations
    /// @return false if it was refused for the same the last time
    boolean refuse(String json, Instant now) {
        if (!isUnderWay()) {
            requireStatus(ReorganizationStatus.SCHEDULED);
        }
        if (json.equals(refusals)) {
            return false;
        }
        refusals = json;
        refusedAt = now;
        return true;
    }

    private void forgetRefusal() {
        refusals = null;
        refusedAt = null;
    }

    /// What stood against it when it was due.
    ///
    /// @param violations as JSON
    record Refused(Instant at, String violations) {}

    Optional<Refused> refused() {
        return refusals == null || refusedAt == null ? Optional.empty() : Optional.of(new Refused(refusedAt, refusals));
    }

    /// Who had it scheduled.
    Optional<Actor> scheduledBy() {
        return Optional.ofNullable(scheduledBy).map(principal -> new Actor(principal, scheduledByAssignment));
    }

    boolean isUnderWay() {
        return status == ReorganizationStatus.UNDER_WAY;
    }

    boolean isScheduled() {
        return status == ReorganizationStatus.SCHEDULED;
    }

    /// What everybody may know after something happened to it.
    ///
    /// @param state as [#published] tells it
    Change change(String happened, ReorganizationState state) {
        return Change.of(
                ReorganizationState.TYPE,
                id.value(),
                version,
                happened,
                effectiveDate,
                ownerUnionId,
                Audience.everybody(),
                state);
    }

    /// What everybody may know of it.
    ReorganizationState published(NewReorganization said, ReorganizationState.@Nullable Refusal refusal) {
        return new ReorganizationState(
                id,
                ownerUnionId,
                kind,
                status,
                effectiveDate,
                decision.number(),
                units.stream().map(UnitId::new).toList(),
                decision.date(),
                said.predecessors(),
                said.successors().stream()
                        .map(ReorganizationState.Successor::of)
                        .toList(),
                said.parentId(),
                said.code(),
                said.name(),
                recordedAt,
                appliedAt,
                finalAt,
                refusal,
                awaits);
    }

    /// It can be begun.
    void requireOpen() {
        if (status != ReorganizationStatus.DRAFT && status != ReorganizationStatus.SCHEDULED) {
            throw wrongStatus();
        }
    }

    private void requireStatus(ReorganizationStatus required) {
        if (status != required) {
            throw wrongStatus();
        }
    }

    private Conflict wrongStatus() {
        return new Conflict("reorganization-closed", Map.of("status", status));
    }

    ReorganizationId id() {
        return id;
    }

    long version() {
        return version;
    }

    LocalDate effectiveDate() {
        return effectiveDate;
    }

    Decision decision() {
        return decision;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    /// As it was said.
    String form() {
        return form;
    }

    boolean wasCreatedAs(byte[] same) {
        return MessageDigest.isEqual(createdAs, same);
    }

    List<String> awaits() {
        return awaits;
    }

    /// @param homes how far other nodes are
    ReorganizationView view(
            NewReorganization said, ReorganizationView.@Nullable Refusal refusal, List<ReorganizationView.Home> homes) {
        return new ReorganizationView(
                id,
                ownerUnionId,
                kind,
                status,
                effectiveDate,
                decision,
                said.predecessors(),
                said.successors(),
                said.parentId(),
                said.code(),
                said.name(),
                recordedAt,
                appliedAt,
                finalAt,
                refusal,
                homes);
    }
}
