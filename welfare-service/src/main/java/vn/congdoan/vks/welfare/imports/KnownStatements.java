package vn.congdoan.vks.welfare.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.handover.ByteColumn;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sql.Sql;

/// Knows movements of money again that were imported before, by keyed hashes, for nobody may guess from them who gave.
/// Each union has a key of its own, wrapped by that of this service: it moves with the union, and so another node knows
/// the union's statements as well.
@ApplicationScoped
public class KnownStatements {

    private static final ByteColumn WRAPPED = new ByteColumn("wrapped");

    private final Sql sql;
    private final ObjectMapper json;
    private final SecretKey master;

    KnownStatements(Sql sql, ObjectMapper json, MasterKey master) {
        this.sql = sql;
        this.json = json;
        this.master = master.derive("contribution-import-key");
    }

    /// What tells a movement of money from others: the bank's number, or else all that there is.
    private record Told(
            @Nullable LocalDate date,
            @Nullable Long amount,
            @Nullable String reference,
            @Nullable String text,
            @Nullable String name) {

        static Told of(ReadRow row) {
            return row.reference() == null
                    ? new Told(row.date(), row.amount(), null, row.description(), row.name())
                    : new Told(row.date(), row.amount(), row.reference(), null, null);
        }
    }

    /// Tells the movements of money of a union from each other.
    static final class Telling {

        private final SecretKey key;
        private final ObjectMapper json;

        private Telling(SecretKey key, ObjectMapper json) {
            this.key = key;
            this.json = json;
        }

        /// The same for equal movements; null where too little could be read.
        @Nullable
        String of(ReadRow row) {
            if (row.date() == null || row.amount() == null) {
                return null;
            }
            try {
                return HexFormat.of().formatHex(MasterKey.keyedHash(key, json.writeValueAsBytes(Told.of(row))));
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /// By the key of the union, which it gets with its first import.
    Telling of(UnitId union) {
        byte[] key = key(union).orElseGet(() -> {
            sql.change(
                    "insert into contribution_import_key (owner_union_id, wrapped) values (?, ?) on conflict do nothing",
                    union.value(),
                    Sealing.seal(master, Sealing.newKey().getEncoded(), context(union.value())));
            return key(union).orElseThrow();
        });
        return new Telling(Sealing.keyOf(key), json);
    }

    /// Takes the key of a row that moves to another node out of its wrapping.
    public void unseal(ObjectNode row) {
        WRAPPED.put(row, open(id(row), WRAPPED.of(row)));
    }

    /// Wraps the key of a row that came from another node.
    public void seal(ObjectNode row) {
        WRAPPED.put(row, Sealing.seal(master, WRAPPED.of(row), context(id(row))));
    }

    private Optional<byte[]> key(UnitId union) {
        return sql.one(
                "select wrapped from contribution_import_key where owner_union_id = ?",
                row -> open(union.value(), row.getBytes(1)),
                union.value());
    }

    private byte[] open(UUID union, byte[] wrapped) {
        try {
            return Sealing.open(master, wrapped, context(union));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The key to the imports of the union " + union + " does not open", broken);
        }
    }

    private static UUID id(ObjectNode row) {
        return UUID.fromString(row.path("owner_union_id").asText());
    }

    private static byte[] context(UUID union) {
        return ("contribution-import/" + union).getBytes(StandardCharsets.UTF_8);
    }
}
