package vn.congdoan.vks.platform.secrets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class MasterKeyTest {

    private static final String BASE64 = base64("demo-only-master-key-for-testing");

    private final MasterKey master = new MasterKey(BASE64);

    /// Computed by another program: with another value nobody could open what was sealed before.
    @Test
    void the_key_of_a_purpose_is_hkdf_and_stays_the_same_for_ever() {
        assertEquals(
                "ccadd0a3c8aeec200e258428092df15f1d13bb65ec6d722e1b06f6e7c9aab024",
                HexFormat.of().formatHex(master.derive("cursor").getEncoded()));
        assertEquals(
                "53924098883ac833282fac072b0336aea3ae5a1e7291e141139599edcddf9b40",
                HexFormat.of().formatHex(master.derive("body-hash").getEncoded()));
    }

    @Test
    void every_purpose_and_every_master_has_keys_of_its_own() {
        byte[] cursor = master.derive("cursor").getEncoded();
        MasterKey other = new MasterKey(base64("demo-only-master-key-for-texting"));

        assertFalse(Arrays.equals(cursor, master.derive("citizen-id").getEncoded()));
        assertFalse(Arrays.equals(cursor, other.derive("cursor").getEncoded()));
    }

    @Test
    void space_around_the_configured_key_does_not_matter() {
        assertArrayEquals(
                master.derive("cursor").getEncoded(),
                new MasterKey(" " + BASE64 + "\n").derive("cursor").getEncoded());
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(""));
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(base64("31 bytes are one byte too few..")));
        assertThrows(IllegalArgumentException.class, () -> new MasterKey(base64("33 bytes are one byte too many...")));
    }

    @Test
    void a_key_that_is_not_base64_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new MasterKey("not base64!"));
    }

    /// Test case 2 of RFC 4231.
    @Test
    void the_keyed_hash_is_hmac_sha_256() {
        var key = new SecretKeySpec("Jefe".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
        byte[] value = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(MasterKey.keyedHash(key, value)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
