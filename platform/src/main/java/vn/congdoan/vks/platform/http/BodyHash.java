package vn.congdoan.vks.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.secrets.MasterKey;

/// Remembers what a record was created from, so that a repeated creation is recognised: a keyed hash, because the body
/// may hold personal data that nobody may guess from it.
@Singleton
public class BodyHash {

    private final ObjectMapper json;
    private final SecretKey key;

    BodyHash(ObjectMapper json, MasterKey master) {
        this.json = json;
        this.key = master.derive("body-hash");
    }

    /// The hash of a request body in our own field order.
    public byte[] of(@Nullable Object body) {
        try {
            return MasterKey.keyedHash(key, json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
