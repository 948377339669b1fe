package vn.congdoan.vks.platform.attachment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import vn.congdoan.vks.platform.handover.ByteColumn;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;

/// Each file is sealed by a key of its own, wrapped by that of this service: where it moves to another node only the
/// wrapping is another.
@ApplicationScoped
@IfBuildProperty(name = "vks.attachments", stringValue = "true")
public class ContentKeys {

    private static final ByteColumn WRAPPED = new ByteColumn("wrapped");

    private final SecretKey master;

    ContentKeys(MasterKey master) {
        this.master = master.derive("attachment");
    }

    byte[] wrapped(UUID content, SecretKey key) {
        return Sealing.seal(master, key.getEncoded(), context(content));
    }

    SecretKey unwrapped(UUID content, byte[] wrapped) {
        return Sealing.keyOf(open(content, wrapped));
    }

    /// Takes the key of a row that moves to another node out of its wrapping.
    public void unseal(ObjectNode row) {
        WRAPPED.put(row, open(content(row), WRAPPED.of(row)));
    }

    /// Wraps the key of a row that came from another node.
    public void seal(ObjectNode row) {
        WRAPPED.put(row, Sealing.seal(master, WRAPPED.of(row), context(content(row))));
    }

    private byte[] open(UUID content, byte[] wrapped) {
        try {
            return Sealing.open(master, wrapped, context(content));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The key of the content " + content + " does not open", broken);
        }
    }

    private static UUID content(ObjectNode row) {
        return UUID.fromString(row.path("content_id").asText());
    }

    private static byte[] context(UUID content) {
        return ("attachment/" + content).getBytes(StandardCharsets.UTF_8);
    }
}
