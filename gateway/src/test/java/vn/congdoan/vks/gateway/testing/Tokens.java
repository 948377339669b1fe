package vn.congdoan.vks.gateway.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.eclipse.microprofile.config.ConfigProvider;

/// Tokens as the issuer of these tests signs them.
public final class Tokens {

    private Tokens() {}

    /// A token that the gateway accepts.
    public static String valid() {
        return sign(claims());
    }

    /// Claims that the gateway accepts, to be spoilt by a test.
    public static JwtClaimsBuilder claims() {
        return Jwt.claims()
                .issuer(issuer() + "/realm")
                .subject("0190b5a0-0000-7000-8000-000000000001")
                .audience("vks-api")
                .claim("azp", "console")
                .expiresAt(Instant.now().plusSeconds(300));
    }

    /// Signs with the issuer's present key.
    public static String sign(JwtClaimsBuilder claims) {
        var key = key();
        return claims.jws().keyId(key.getString("kid")).sign(privateKey(key));
    }

    /// Signs content as it is, where the builder would complete it.
    public static String sign(String content) {
        try {
            var key = key();
            var signed = encode("{\"alg\":\"RS256\",\"kid\":\"" + key.getString("kid") + "\"}") + "." + encode(content);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(privateKey(key));
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The issuer's present key: `kid`, `pkcs8`, `x509`.
    public static JsonObject key() {
        return Steering.post(issuer() + "/key", "");
    }

    /// Makes the issuer change its key.
    public static void rotate() {
        Steering.post(issuer() + "/rotate", "");
    }

    private static PrivateKey privateKey(JsonObject key) {
        try {
            var octets = Base64.getDecoder().decode(key.getString("pkcs8"));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(octets));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Where the issuer is; its realm is `/realm`.
    public static String issuer() {
        return ConfigProvider.getConfig().getValue("test.issuer", String.class);
    }
}
