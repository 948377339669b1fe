package vn.congdoan.vks.platform.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/// Signs tokens as an identity provider does, with a key made for this run. The key pair lives in system properties
/// because Quarkus loads a test's classes twice.
public final class Tokens {

    static final String ISSUER = "https://identity.test/realms/congdoan";

    private static final String PRIVATE = "vks.test.private-key";
    private static final String PUBLIC = "vks.test.public-key";

    private Tokens() {}

    /// A valid token of the account.
    public static String of(String subject) {
        return of(subject, "console");
    }

    /// A valid token that the account got through this client.
    public static String of(String subject, String client) {
        Instant now = Instant.now();
        return sign(Jwt.claims()
                .issuer(ISSUER)
                .audience("vks-api")
                .subject(subject)
                .claim("azp", client)
                .issuedAt(now)
                .expiresAt(now.plusSeconds(300)));
    }

    /// Signs any claims, also wrong ones.
    public static String sign(io.smallrye.jwt.build.JwtClaimsBuilder claims) {
        makeKeys();
        try {
            byte[] key = Base64.getDecoder().decode(System.getProperty(PRIVATE));
            return claims.sign(java.security.KeyFactory.getInstance("RSA")
                    .generatePrivate(new java.security.spec.PKCS8EncodedKeySpec(key)));
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String publicKey() {
        makeKeys();
        return System.getProperty(PUBLIC);
    }

    private static synchronized void makeKeys() {
        if (System.getProperty(PRIVATE) != null) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            System.setProperty(
                    PUBLIC, Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
            System.setProperty(
                    PRIVATE,
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
