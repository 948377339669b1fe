package vn.congdoan.vks.platform.handover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.KeyPair;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sync.Cursor;
import vn.congdoan.vks.platform.sync.KnownNode;
import vn.congdoan.vks.platform.sync.KnownNodes;
import vn.congdoan.vks.platform.sync.Peers;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.sync.ThisNode;

/// How the own gateway carries to a province's node what moves there. The key that opens it never leaves this process:
/// after a start there is another one.
@Path("/internal/sync/hand-over")
@RunOnVirtualThread
public class TakeOverResource {

    private final TakingOver takingOver;
    private final Letters letters;
    private final Peers peers;
    private final KnownNodes nodes;
    private final Receiving receiving;
    private final ThisNode here;
    private final KeyPair keys = SealedLetter.newKeys();

    TakeOverResource(
            TakingOver takingOver, Letters letters, Peers peers, KnownNodes nodes, Receiving receiving, ThisNode here) {
        this.takingOver = takingOver;
        this.letters = letters;
        this.peers = peers;
        this.nodes = nodes;
        this.receiving = receiving;
        this.here = here;
    }

    /// How far this node is with it, and what it asks for next.
    ///
    /// @param node its id; null: it does not know itself yet
    /// @param version of its record
    /// @param status `MOVING` while records move here
    /// @param complete all that moves to this service is here
    /// @param cursor how far central's log has been taken
    public record Here(
            @Nullable UUID node,
            @Nullable Long version,
            @Nullable String status,
            boolean complete,
            Cursor cursor,
            HandOverResource.Asked next) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(hidden = true)
    public Here getTakeOver() {
        requireLink();
        @Nullable KnownNode self = nodes.named(here.id()).orElse(null);
        if (self != null && self.isMoving()) {
            takingOver.begin(self.version());
        }
        TakingOver.Reached reached = takingOver.reached();
        return new Here(
                self == null ? null : self.id(),
                self == null ? null : self.version(),
                self == null ? null : self.status(),
                reached.complete(),
                receiving.cursor(ThisNode.CENTRAL),
                new HandOverResource.Asked(
                        SealedLetter.written(keys.getPublic()),
                        reached.place().table(),
                        reached.place().after()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Transactional
    @Operation(hidden = true)
    public void postPage(byte[] letter) {
        requireLink();
        KnownNode self =
                nodes.named(here.id()).filter(KnownNode::isMoving).orElseThrow(() -> new Conflict("nothing-moves"));
        takingOver.begin(self.version());
        try {
            takingOver.take(letters.opened(letter, self, keys));
        } catch (SealingBroken broken) {
            throw new Invalid("", "not-a-letter");
        }
    }

    private void requireLink() {
        if (!peers.holdsTheLink()) {
            throw new Forbidden();
        }
    }
}
