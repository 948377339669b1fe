package vn.congdoan.vks.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tokens that let nobody in, each for one reason.
public final class WrongTokens {

    private WrongTokens() {}

    /// The tokens by what is wrong with them, in the name of an account that would otherwise be let in.
    public static Map<String, String> of(String subject) {
        Instant now = Instant.now();
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("not a token", "certainly-not-a-token");
        wrong.put("expired", Tokens.sign(claims(subject).expiresAt(now.minusSeconds(60))));
        wrong.put("wrong audience", Tokens.sign(claims(subject).audience("somebody-else")));
        wrong.put("wrong issuer", Tokens.sign(claims(subject).issuer("https://elsewhere.test/realms/congdoan")));
        wrong.put("signed by another key", signedByAnotherKey(claims(subject)));
        wrong.put("not signed", unsigned(subject, now));
        return wrong;
    }

    private static JwtClaimsBuilder claims(String subject) {
        Instant now = Instant.now();
        return Jwt.claims()
                .issuer(Tokens.ISSUER)
                .audience("vks-api")
                .subject(subject)
                .issuedAt(now.minusSeconds(120))
                .expiresAt(now.plusSeconds(300));
    }

    private static String signedByAnotherKey(JwtClaimsBuilder claims) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return claims.sign(generator.generateKeyPair().getPrivate());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String unsigned(String subject, Instant now) {
        String claims = "{\"iss\":\"%s\",\"aud\":\"vks-api\",\"sub\":\"%s\",\"exp\":%d}"
                .formatted(Tokens.ISSUER, subject, now.plusSeconds(300).getEpochSecond());
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
