package vn.congdoan.vks.platform.secrets;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The key that all others of this service come from (`vks.secrets.master-key`: 32 random bytes in Base64).
/// It is never used itself: each purpose gets its own key by HKDF (RFC 5869).
@Singleton
public class MasterKey {

    private static final int BYTES = 32;

    private final SecretKey key;

    MasterKey(@ConfigProperty(name = "vks.secrets.master-key") String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("vks.secrets.master-key must be " + BYTES + " bytes in Base64");
        }
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /// The key for one purpose; the same every time.
    public SecretKey derive(String purpose) {
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            byte[] info = ("vks/" + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return hkdf.deriveKey(
                    "AES", HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, BYTES));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HKDF-SHA256 is not available", missing);
        }
    }

    /// A keyed hash (HMAC-SHA-256): finds equal values without keeping them, and cannot be tried out without the key.
    public static byte[] keyedHash(SecretKey key, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(value);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", missing);
        }
    }
}
