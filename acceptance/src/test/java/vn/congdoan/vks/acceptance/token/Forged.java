package vn.congdoan.vks.acceptance.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.congdoan.vks.acceptance.api.Json;

/// Makes tokens out of a real one that nobody may believe.
record Forged(String header, String payload, String signature) {

    static Forged from(String token) {
        String[] parts = token.split("\\.", -1);
        return new Forged(parts[0], parts[1], parts[2]);
    }

    /// Says that it needs no signature.
    String unsigned() {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + ".";
    }

    /// The same with a signature that somebody else's token has.
    String unsignedWithSignature() {
        return encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + payload + "." + signature;
    }

    /// One character of the signature is another.
    String brokenSignature() {
        char first = signature.charAt(0) == 'A' ? 'B' : 'A';
        return header + "." + payload + "." + first + signature.substring(1);
    }

    /// The signature is right, for another account.
    String otherSubject(String subject) {
        ObjectNode claims = (ObjectNode) Json.read(decode(payload));
        return header + "." + encode(claims.put("sub", subject).toString()) + "." + signature;
    }

    /// Signed with a secret that everybody knows: the public key of the issuer.
    String signedWithPublicKey(String publicKey) {
        ObjectNode head = (ObjectNode) Json.read(decode(header));
        String signed = encode(head.put("alg", "HS256").toString()) + "." + payload;
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String text) {
        return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
