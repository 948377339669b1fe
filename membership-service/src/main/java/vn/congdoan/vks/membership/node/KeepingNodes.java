package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.BodyHash;
import vn.congdoan.vks.platform.http.Created;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.sync.Homes;

/// Registers provincial nodes, suspends and resumes them, as an ADMIN of the central union.
@ApplicationScoped
class KeepingNodes {

    private static final List<String> FIELDS = List.of("name", "unionId", "status");
    private static final long BEGINNING = 0;

    private final Nodes nodes;
    private final Units units;
    private final WrittenRecords records;
    private final Inheritances inheritances;
    private final Homes homes;
    private final Caller caller;
    private final Turns turns;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final BodyHash hash;
    private final Clock clock;

    KeepingNodes(
            Nodes nodes,
            Units units,
            WrittenRecords records,
            Inheritances inheritances,
            Homes homes,
            Caller caller,
            Turns turns,
            ChangeLog log,
            AuditTrail trail,
            BodyHash hash,
            Clock clock) {
        this.nodes = nodes;
        this.units = units;
        this.records = records;
        this.inheritances = inheritances;
        this.homes = homes;
        this.caller = caller;
        this.turns = turns;
        this.log = log;
        this.trail = trail;
        this.hash = hash;
        this.clock = clock;
    }

    Response register(NewNode form) {
        UnitId keeper = units.central().orElseThrow(Forbidden::new);
        caller.act(Permission.KEEP_NODES, keeper);
        NodeId id = form.id() == null ? new NodeId(Ids.next()) : form.id();
        byte[] createdAs = hash.of(form);
        Optional<Node> made = turns.toCreate(
                "node", id.value(), () -> nodes.findByIdOptional(id), each -> each.wasCreatedAs(createdAs));
        if (made.isPresent()) {
            return Created.already(address(made.get()), made.get().view(), tag(made.get()));
        }
        // The long look, before anybody has to wait for it.
        long head = records.head();
        boolean hasRecords = records.exist(form.unionId(), BEGINNING);
        turns.toChange("nodes", keeper);
        units.standStill();
        requirePossible(form);
        Node node = new Node(id, form, keeper, createdAs, clock.instant());
        if (!hasRecords) {
            homes.hold(form.unionId().value());
            if (!records.exist(form.unionId(), head)) {
                node.beginHandOver(List.of());
                node.activate(clock.instant());
                homes.follow(node.told());
            }
        }
        nodes.persistAndFlush(node);
        log.append(node.change("registered", LocalDate.now(clock)));
        trail.changed("register", "node", id.value(), keeper, FIELDS);
        return Created.at(address(node), node.view(), tag(node));
    }

    private void requirePossible(NewNode form) {
        LocalDate today = LocalDate.now(clock);
        boolean isProvincialUnion = units.findByIdOptional(form.unionId())
                .filter(unit -> unit.existsOn(today) && unit.refOn(today).kind() == UnitKind.PROVINCIAL_UNION)
                .isPresent();
        if (!isProvincialUnion) {
            throw new Unprocessable("/unionId", "no-provincial-union");
        }
        if (nodes.haveName(form.name())) {
            throw new Conflict("node-name-taken", new Violation("/name", "node-name-taken"));
        }
        if (nodes.haveUnion(form.unionId())) {
            throw new Conflict("union-has-node", new Violation("/unionId", "union-has-node"));
        }
    }

    /// Its union's records begin to move, with those of the ended unions that it inherited.
    Node beginHandOver(NodeId id, @Nullable String ifMatch, String reason) {
        return change(
                id,
                ifMatch,
                reason,
                new Step(
                        "hand-over",
                        "moving",
                        node -> node.beginHandOver(inheritances.of(node.unionId(), LocalDate.now(clock)))));
    }

    /// The records stay at the central node.
    Node keepRecords(NodeId id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, reason, new Step("keep-records", "kept", Node::keepRecords));
    }

    /// The node has all that moves, as its own account says.
    ///
    /// @param ifMatch the version since which it moves: what came in an earlier hand-over is not all of it
    Node takeOver(NodeId id, @Nullable String ifMatch) {
        Node node = nodes.requireToChange(id);
        if (!caller.heldAt(Permission.SYNCHRONIZE).contains(node.unionId())) {
            throw new Forbidden();
        }
        if (!node.isActive()) {
            ETags.requireMatch(ifMatch, node.version());
            node.activate(clock.instant());
            record(node, "activated");
            trail.changed("take-over", "node", id.value(), node.ownerUnionId(), List.of("status"));
        }
        return node;
    }

    Node suspend(NodeId id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, reason, new Step("suspend", "suspended", node -> node.suspend(reason)));
    }

    Node resume(NodeId id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, reason, new Step("resume", "resumed", Node::resume));
    }

    private record Step(String action, String happened, Consumer<Node> effect) {}

    private Node change(NodeId id, @Nullable String ifMatch, String reason, Step step) {
        Node node = nodes.requireToChange(id);
        caller.see(Permission.READ_NODES, node.unionId());
        caller.act(Permission.KEEP_NODES, node.ownerUnionId());
        ETags.requireMatch(ifMatch, node.version());
        step.effect().accept(node);
        record(node, step.happened());
        trail.changedBecause(reason, step.action(), "node", id.value(), node.ownerUnionId(), List.of("status"));
        return node;
    }

    private void record(Node node, String happened) {
        nodes.flush();
        log.append(node.change(happened, LocalDate.now(clock)));
        homes.follow(node.told());
    }

    private static String address(Node node) {
        return "/api/v1/sync/nodes/" + node.id();
    }

    static EntityTag tag(Node node) {
        return ETags.of(node.version(), "node");
    }
}
