package vn.congdoan.vks.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// Seals something so that only one receiver opens it: a key for each letter, agreed by X25519 (RFC 7748) between a
/// pair that is made for it and the receiver's public key, derived by HKDF-SHA-256 (RFC 5869) from the shared
/// secret and both public keys, for AES-256-GCM. A letter is `public key of the pair (X.509, 44 bytes) | sealed`.
public final class SealedLetter {

    private static final String CURVE = "X25519";
    private static final int PUBLIC_KEY_BYTES = 44;

    private SealedLetter() {}

    /// A pair of keys for a receiver.
    public static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance(CURVE).generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("X25519 is not available", missing);
        }
    }

    /// A public key as it is sent.
    public static String written(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /// @throws IllegalArgumentException if it is no public key for this
    public static PublicKey publicKey(String written) {
        try {
            return publicKey(Base64.getDecoder().decode(written));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException(other);
        }
    }

    /// A pair of keys that was kept.
    ///
    /// @param privateKey in PKCS#8
    /// @param publicKey as it is sent
    public static KeyPair keys(byte[] privateKey, String publicKey) {
        try {
            return new KeyPair(
                    publicKey(publicKey),
                    KeyFactory.getInstance(CURVE).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException(other);
        }
    }

    public static byte[] seal(PublicKey receiver, byte[] plain, String context) {
        KeyPair own = newKeys();
        try {
            byte[] sent = own.getPublic().getEncoded();
            byte[] sealed = Sealing.seal(
                    key(own.getPrivate(), receiver, sent, receiver.getEncoded()),
                    plain,
                    context.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(sent.length + sealed.length)
                    .put(sent)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException weak) {
            throw new IllegalArgumentException(weak);
        }
    }

    public static byte[] open(KeyPair receiver, byte[] letter, String context) throws SealingBroken {
        if (letter.length < PUBLIC_KEY_BYTES) {
            throw new SealingBroken(new GeneralSecurityException("Too short"));
        }
        byte[] sent = new byte[PUBLIC_KEY_BYTES];
        byte[] sealed = new byte[letter.length - PUBLIC_KEY_BYTES];
        ByteBuffer.wrap(letter).get(sent).get(sealed);
        try {
            SecretKey key = key(
                    receiver.getPrivate(),
                    publicKey(sent),
                    sent,
                    receiver.getPublic().getEncoded());
            return Sealing.open(key, sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new SealingBroken(broken);
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(CURVE).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static SecretKey key(PrivateKey own, PublicKey other, byte[] sent, byte[] receiver)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance(CURVE);
        agreement.init(own);
        agreement.doPhase(other, true);
        byte[] info = ByteBuffer.allocate(sent.length + receiver.length)
                .put(sent)
                .put(receiver)
                .array();
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(agreement.generateSecret())
                                .thenExpand(info, 32));
    }
}
