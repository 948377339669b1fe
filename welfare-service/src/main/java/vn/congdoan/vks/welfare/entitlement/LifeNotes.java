package vn.congdoan.vks.welfare.entitlement;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.handover.ByteColumn;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.text.VietnameseText;

/// Seals what notes tell of somebody's health, by a key of this service; it opens for its own note only.
@ApplicationScoped
public class LifeNotes {

    private static final ByteColumn COLUMN = new ByteColumn("health_note");

    private final SecretKey key;

    LifeNotes(MasterKey master) {
        this.key = master.derive("life-event-note");
    }

    byte @Nullable [] sealed(LifeEventId id, @Nullable String note) {
        return note == null
                ? null
                : Sealing.seal(
                        key, VietnameseText.singleLine(note).getBytes(StandardCharsets.UTF_8), context(id.value()));
    }

    String opened(LifeEventId id, byte[] sealed) {
        return new String(open(id.value(), sealed), StandardCharsets.UTF_8);
    }

    /// Makes the note of a row that moves to another node readable there, where this key is not.
    public void unseal(ObjectNode row) {
        if (COLUMN.isIn(row)) {
            COLUMN.put(row, open(id(row), COLUMN.of(row)));
        }
    }

    /// Seals the note of a row that came from another node.
    public void seal(ObjectNode row) {
        if (COLUMN.isIn(row)) {
            COLUMN.put(row, Sealing.seal(key, COLUMN.of(row), context(id(row))));
        }
    }

    private byte[] open(UUID id, byte[] sealed) {
        try {
            return Sealing.open(key, sealed, context(id));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The health note of the life event " + id + " does not open", broken);
        }
    }

    private static UUID id(ObjectNode row) {
        return UUID.fromString(row.path("event_id").asText());
    }

    private static byte[] context(UUID id) {
        return ("life-event/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
