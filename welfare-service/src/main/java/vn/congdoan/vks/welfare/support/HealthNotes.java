package vn.congdoan.vks.welfare.support;

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

/// Seals what support cases and visits tell of somebody's health, by a key of this service; it opens for its own record
/// only.
@ApplicationScoped
public class HealthNotes {

    private static final ByteColumn COLUMN = new ByteColumn("health_note");

    private final SecretKey key;

    HealthNotes(MasterKey master) {
        this.key = master.derive("health-note");
    }

    byte @Nullable [] sealed(SupportCaseId id, @Nullable String note) {
        return sealed(ofCase(id.value()), note);
    }

    byte @Nullable [] sealed(SupportVisitId id, @Nullable String note) {
        return sealed(ofVisit(id.value()), note);
    }

    String opened(SupportCaseId id, byte[] sealed) {
        return new String(open(ofCase(id.value()), sealed), StandardCharsets.UTF_8);
    }

    String opened(SupportVisitId id, byte[] sealed) {
        return new String(open(ofVisit(id.value()), sealed), StandardCharsets.UTF_8);
    }

    private byte @Nullable [] sealed(byte[] context, @Nullable String note) {
        return note == null
                ? null
                : Sealing.seal(key, VietnameseText.singleLine(note).getBytes(StandardCharsets.UTF_8), context);
    }

    /// Makes the note of a row that moves to another node readable there, where this key is not.
    public void unseal(ObjectNode row) {
        if (COLUMN.isIn(row)) {
            COLUMN.put(row, open(context(row), COLUMN.of(row)));
        }
    }

    /// Seals the note of a row that came from another node.
    public void seal(ObjectNode row) {
        if (COLUMN.isIn(row)) {
            COLUMN.put(row, Sealing.seal(key, COLUMN.of(row), context(row)));
        }
    }

    private byte[] open(byte[] context, byte[] sealed) {
        try {
            return Sealing.open(key, sealed, context);
        } catch (SealingBroken broken) {
            throw new IllegalStateException(
                    "The health note of " + new String(context, StandardCharsets.UTF_8) + " does not open", broken);
        }
    }

    private static byte[] context(ObjectNode row) {
        return row.has("visit_id")
                ? ofVisit(UUID.fromString(row.path("visit_id").asText()))
                : ofCase(UUID.fromString(row.path("case_id").asText()));
    }

    private static byte[] ofCase(UUID id) {
        return ("support-case/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ofVisit(UUID id) {
        return ("support-visit/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
