package vn.congdoan.vks.platform.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Authenticated encryption: AES-256-GCM (NIST SP 800-38D). What comes out is `form (1 byte) | nonce (12) | data +
/// tag`.
/// The context is not stored but must be the same when opening, so that a box moved to another row does not open.
public final class Sealing {

    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Sealing() {}

    /// A new random key.
    public static SecretKey newKey() {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(256);
            return generator.generateKey();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-256 is not available", missing);
        }
    }

    /// Makes a key of bytes that were wrapped with [#seal].
    public static SecretKey keyOf(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    public static byte[] seal(SecretKey key, byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] data = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + data.length)
                    .put(FORM)
                    .put(nonce)
                    .put(data)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Sealing failed", impossible);
        }
    }

    public static byte[] open(SecretKey key, byte[] sealed, byte[] context) throws SealingBroken {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != FORM) {
            throw new SealingBroken(new GeneralSecurityException("Unknown form"));
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, NONCE_BYTES).get(nonce);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new SealingBroken(broken);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
