package vn.congdoan.vks.welfare.payee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.crypto.SecretKey;
import vn.congdoan.vks.platform.handover.ByteColumn;
import vn.congdoan.vks.platform.secrets.MasterKey;
import vn.congdoan.vks.platform.secrets.Sealing;
import vn.congdoan.vks.platform.secrets.SealingBroken;

/// Seals bank details by a key of this service; they open for their own row only.
@ApplicationScoped
public class SealedAccounts {

    private static final ByteColumn COLUMN = new ByteColumn("sealed");

    private final SecretKey key;
    private final ObjectMapper json;

    SealedAccounts(MasterKey master, ObjectMapper json) {
        this.key = master.derive("payee-account");
        this.json = json;
    }

    /// @param row the id of the row that it is kept in
    public byte[] sealed(UUID row, PayeeAccount account) {
        try {
            return Sealing.seal(key, json.writeValueAsBytes(account), context(row));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public PayeeAccount opened(UUID row, byte[] sealed) {
        try {
            return json.readValue(open(row, sealed), PayeeAccount.class);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Makes the details in a row that moves to another node readable there, where this key is not.
    ///
    /// @param id the column of the row's id
    public void unseal(String id, ObjectNode row) {
        COLUMN.put(row, open(idOf(id, row), COLUMN.of(row)));
    }

    /// Seals the details in a row that came from another node.
    public void seal(String id, ObjectNode row) {
        COLUMN.put(row, Sealing.seal(key, COLUMN.of(row), context(idOf(id, row))));
    }

    private byte[] open(UUID row, byte[] sealed) {
        try {
            return Sealing.open(key, sealed, context(row));
        } catch (SealingBroken broken) {
            throw new IllegalStateException("The bank details of " + row + " do not open", broken);
        }
    }

    private static UUID idOf(String column, ObjectNode row) {
        return UUID.fromString(row.path(column).asText());
    }

    private static byte[] context(UUID row) {
        return ("payee-account/" + row).getBytes(StandardCharsets.UTF_8);
    }
}
