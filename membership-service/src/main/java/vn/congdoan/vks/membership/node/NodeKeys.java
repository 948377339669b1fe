package vn.congdoan.vks.membership.node;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.congdoan.vks.membership.unit.Units;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.platform.sync.CannotApply;
import vn.congdoan.vks.platform.sync.Giving;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.sync.ThisNode;

/// The standing keys of the nodes. Of each the public half is known everywhere; the private one stays at its node,
/// wrapped by the service's master key, and is destroyed some time after it was replaced.
@ApplicationScoped
public class NodeKeys {

    private static final String SELECT =
            "select node_key_id, owner_union_id, node, public_key, made_at, retired_at from node_key ";

    private static final String PRIVATE = """
            select public_key, wrapped from node_key join node_private_key using (node_key_id) where node_key_id = ?
            """;

    /// Nothing opens by them any more: after a restore the private half may be missing.
    private static final String WITHOUT_PRIVATE_HALF = """
            select node_key_id from node_key left join node_private_key using (node_key_id)
            where node = ? and retired_at is null and wrapped is null
            """;

    private final Sql sql;
    private final Units units;
    private final KnownNodes nodes;
    private final ThisNode here;
    private final Giving homes;
    private final ChangeLog log;
    private final Turns turns;
    private final Clock clock;
    private final SecretKey wrapping;
    private final Duration kept;

    NodeKeys(
            Sql sql,
            Units units,
            KnownNodes nodes,
            ThisNode here,
            Giving homes,
            ChangeLog log,
            Turns turns,
            Clock clock,
            MasterKey master,
            @ConfigProperty(name = "vks.node-keys.kept", defaultValue = "P400D") Duration kept) {
        this.sql = sql;
        this.units = units;
        this.nodes = nodes;
        this.here = here;
        this.homes = homes;
        this.log = log;
        this.turns = turns;
        this.clock = clock;
        this.wrapping = master.derive("node-key");
        this.kept = kept;
    }

    /// A key to which something is sealed.
    public record Receiver(UUID id, PublicKey key) {}

    /// The key of a node. 503 where none has arrived yet.
    public Receiver require(String node) {
        return current(node)
                .map(each -> new Receiver(each.id(), SealedLetter.publicKey(each.publicKey())))
                .orElseThrow(() -> new Unavailable("node-has-no-key"));
    }

    /// A pair of this node's, retired or not.
    ///
    /// @throws CannotApply if it is not here, or was destroyed
    public KeyPair pair(UUID id) {
        return sql.one(PRIVATE, row -> opened(id, row), id)
                .orElseThrow(() -> new CannotApply("the letter is sealed to a key that is not here"));
    }

    private KeyPair opened(UUID id, ResultSet row) throws SQLException {
        try {
            return SealedLetter.keys(Sealing.open(wrapping, row.getBytes(2), context(id)), row.getString(1));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The node's key " + id + " does not open", broken);
        }
    }

    /// Makes the first key as soon as this node writes its union's records, and destroys those that are over.
    public void tend() {
        ownUnion().filter(homes::isWrittenHere).ifPresent(union -> {
            if (current(here.id()).isEmpty() || !withoutPrivateHalf().isEmpty()) {
                turns.toChange("node-key", union);
                withoutPrivateHalf().forEach(this::retire);
                if (current(here.id()).isEmpty()) {
                    make(union);
                }
            }
            sql.change("""
                    delete from node_private_key using node_key
                    where node_key.node_key_id = node_private_key.node_key_id and retired_at < ?
                    """, clock.instant().minus(kept).atOffset(ZoneOffset.UTC));
        });
    }

    /// Replaces the key of this node.
    NodeKeyState rotate(UnitId union) {
        turns.toChange("node-key", union);
        current(here.id()).ifPresent(each -> retire(each.id()));
        make(union);
        return current(here.id()).orElseThrow();
    }

    /// The union whose node this is.
    public Optional<UnitId> ownUnion() {
        return here.isCentral() ? units.central() : nodes.named(here.id()).map(KnownNode::unionId);
    }

    UnitId requireOwnUnion() {
        return ownUnion().orElseThrow(() -> new Conflict("owned-elsewhere", Map.of("owner", ThisNode.CENTRAL)));
    }

    List<NodeKeyState> all() {
        return sql.list(SELECT + "order by node, made_at desc, node_key_id", NodeKeys::read);
    }

    List<NodeKeyState> published(Collection<UUID> ids) {
        return sql.list(SELECT + "where node_key_id = any (?)", NodeKeys::read, (Object) ids.toArray(UUID[]::new));
    }

    private Optional<NodeKeyState> current(String node) {
        return sql.one(
                SELECT + "where node = ? and retired_at is null order by made_at desc, node_key_id limit 1",
                NodeKeys::read,
                node);
    }

    private List<UUID> withoutPrivateHalf() {
        return sql.list(WITHOUT_PRIVATE_HALF, row -> row.getObject(1, UUID.class), here.id());
    }

    private void make(UnitId union) {
        KeyPair pair = SealedLetter.newKeys();
        UUID id = Ids.next();
        sql.change(
                "insert into node_key (node_key_id, version, owner_union_id, node, public_key, made_at)"
                        + " values (?, 1, ?, ?, ?, ?)",
                id,
                union.value(),
                here.id(),
                SealedLetter.written(pair.getPublic()),
                now());
        sql.change(
                "insert into node_private_key (node_key_id, wrapped) values (?, ?)",
                id,
                Sealing.seal(wrapping, pair.getPrivate().getEncoded(), context(id)));
        changed(id, 1, "made");
    }

    private void retire(UUID id) {
        sql.change("update node_key set version = version + 1, retired_at = ? where node_key_id = ?", now(), id);
        changed(id, 2, "retired");
    }

    private void changed(UUID id, long version, String happened) {
        NodeKeyState state = published(List.of(id)).getFirst();
        log.append(Change.of(
                NodeKeyState.TYPE,
                id,
                version,
                happened,
                LocalDate.now(clock),
                state.ownerUnionId(),
                Audience.everybody(),
                state));
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static byte[] context(UUID id) {
        return ("node-key/" + id).getBytes(StandardCharsets.US_ASCII);
    }

    private static NodeKeyState read(ResultSet row) throws SQLException {
        OffsetDateTime retired = row.getObject(6, OffsetDateTime.class);
        Instant made = row.getObject(5, OffsetDateTime.class).toInstant();
        return new NodeKeyState(
                row.getObject(1, UUID.class),
                new UnitId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                made,
                retired == null ? null : retired.toInstant());
    }
}
