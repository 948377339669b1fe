package vn.congdoan.vks.membership.node;

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
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.sync.Homes;
import vn.congdoan.vks.platform.sync.ThisNode;

/// A node of the system that a provincial union has. The central union keeps it for everybody. Its name and its union
/// never change, for the name stands in every change that is made there.
@Entity
@Table(name = "node")
class Node {

    @EmbeddedId
    private NodeId id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "name")
    private String name;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "union_id"))
    private UnitId unionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "owner_union_id"))
    private UnitId ownerUnionId;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private NodeStatus status;

    @Column(name = "inherited")
    private UUID[] inherited = {};

    @Column(name = "suspension_reason")
    private @Nullable String suspensionReason;

    @Column(name = "activated_at")
    private @Nullable Instant activatedAt;

    @Column(name = "created_as")
    private byte[] createdAs;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    Node() {}

    /// A node that has still to take over its union's records.
    Node(NodeId id, NewNode form, UnitId owner, byte[] createdAs, Instant now) {
        if (form.name().equals(ThisNode.CENTRAL)) {
            throw new Unprocessable("/name", "name-of-the-central-node");
        }
        this.id = id;
        this.name = form.name();
        this.unionId = form.unionId();
        this.ownerUnionId = owner;
        this.status = NodeStatus.PREPARING;
        this.createdAs = createdAs.clone();
        this.recordedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    /// Its union's records begin to move to it: nobody writes them until they have, or stay.
    ///
    /// @param fromEnded the ended unions whose records the union has inherited
    void beginHandOver(Collection<UnitId> fromEnded) {
        if (status != NodeStatus.PREPARING) {
            throw new Conflict("node-not-preparing");
        }
        status = NodeStatus.MOVING;
        inherited = fromEnded.stream().map(UnitId::value).sorted().toArray(UUID[]::new);
    }

    /// The records stay where they are.
    void keepRecords() {
        if (status != NodeStatus.MOVING) {
            throw new Conflict("node-not-moving");
        }
        status = NodeStatus.PREPARING;
    }

    /// It has all that moves: from now on it writes its union's records.
    void activate(Instant now) {
        if (status != NodeStatus.MOVING) {
            throw new Conflict("node-not-moving");
        }
        status = NodeStatus.ACTIVE;
        activatedAt = now.truncatedTo(ChronoUnit.MICROS);
    }

    boolean isActive() {
        return status == NodeStatus.ACTIVE;
    }

    /// It may not synchronise until it is resumed. What was moving to it stays.
    void suspend(String reason) {
        if (status == NodeStatus.SUSPENDED) {
            throw new Conflict("node-suspended-already");
        }
        status = NodeStatus.SUSPENDED;
        suspensionReason = reason;
    }

    /// It is again what it was before it was suspended.
    void resume() {
        if (status != NodeStatus.SUSPENDED) {
            throw new Conflict("node-not-suspended");
        }
        status = activatedAt == null ? NodeStatus.PREPARING : NodeStatus.ACTIVE;
        suspensionReason = null;
    }

    /// What everybody may know after something happened to it.
    Change change(String happened, LocalDate day) {
        return Change.of(
                NodeState.TYPE, id.value(), version, happened, day, ownerUnionId, Audience.everybody(), published());
    }

    NodeState published() {
        return new NodeState(
                id,
                name,
                unionId,
                status,
                Arrays.stream(inherited).map(UnitId::new).toList(),
                activatedAt,
                ownerUnionId,
                recordedAt);
    }

    /// What it has to do with homes of records.
    Homes.Told told() {
        return new Homes.Told(
                name, unionId.value(), Set.of(inherited), status == NodeStatus.MOVING, activatedAt != null);
    }

    NodeView view() {
        return new NodeView(id, name, unionId, status, suspensionReason, activatedAt, recordedAt);
    }

    NodeId id() {
        return id;
    }

    long version() {
        return version;
    }

    UnitId unionId() {
        return unionId;
    }

    UnitId ownerUnionId() {
        return ownerUnionId;
    }

    boolean wasCreatedAs(byte[] form) {
        return MessageDigest.isEqual(createdAs, form);
    }
}
