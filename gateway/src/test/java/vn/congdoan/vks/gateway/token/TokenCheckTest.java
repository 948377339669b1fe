package vn.congdoan.vks.gateway.token;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.testing.Steering;
import vn.congdoan.vks.gateway.testing.Surroundings;
import vn.congdoan.vks.gateway.testing.Tokens;
import vn.congdoan.vks.gateway.testing.Wire;

@QuarkusTest
@WithTestResource(value = Surroundings.class, scope = TestResourceScope.GLOBAL)
class TokenCheckTest {

    @Test
    void passes_a_valid_token_on_to_the_service() {
        var token = Tokens.valid();
        var seen = given().auth()
                .oauth2(token)
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("head");
        assertTrue(seen.contains("authorization: Bearer " + token), seen);
    }

    @Test
    void asks_for_a_token_where_there_is_none() {
        refused(given()).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void refuses_an_expired_token() {
        refusedWith(Tokens.sign(Tokens.claims().expiresAt(Instant.now().minusSeconds(60))));
    }

    @Test
    void refuses_a_token_that_it_knows_once_it_has_expired() {
        var end = Instant.now().plusSeconds(2);
        var token = Tokens.sign(Tokens.claims().expiresAt(end));
        given().auth().oauth2(token).get("/api/v1/members").then().statusCode(200);
        given().auth().oauth2(token).get("/api/v1/members").then().statusCode(200);

        Steering.of("membership").await(_ -> Instant.now().isAfter(end));
        refusedWith(token);
    }

    @Test
    void refuses_a_token_that_is_not_valid_yet() {
        refusedWith(Tokens.sign(
                Tokens.claims().claim("nbf", Instant.now().plusSeconds(300).getEpochSecond())));
    }

    @Test
    void refuses_a_token_for_another_audience() {
        refusedWith(Tokens.sign(Tokens.claims().audience("account")));
    }

    @Test
    void refuses_a_token_without_audience() {
        refusedWith(Tokens.sign(Tokens.claims().remove("aud")));
    }

    @Test
    void refuses_a_token_of_another_issuer() {
        refusedWith(Tokens.sign(Tokens.claims().issuer("https://other.example/realm")));
    }

    @Test
    void refuses_a_token_without_end() {
        var complete = new JsonObject()
                .put("iss", Tokens.issuer() + "/realm")
                .put("sub", "a")
                .put("aud", "vks-api")
                .put("iat", Instant.now().getEpochSecond());
        refusedWith(Tokens.sign(complete.encode()));
        var later = Instant.now().plusSeconds(60).getEpochSecond();
        given().auth()
                .oauth2(Tokens.sign(complete.put("exp", later).encode()))
                .get("/api/v1/members")
                .then()
                .statusCode(200);
    }

    @Test
    void refuses_a_token_signed_by_somebody_else() throws GeneralSecurityException {
        var stranger = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
        var kid = Tokens.key().getString("kid");
        refusedWith(Tokens.claims().jws().keyId(kid).sign(stranger));
    }

    @Test
    void refuses_an_unsigned_token() {
        var parts = Tokens.valid().split("\\.", -1);
        refusedWith(encode("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
        refusedWith(encode("{\"alg\":\"None\"}") + "." + parts[1] + "." + parts[2]);
        refusedWith(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void refuses_a_token_whose_content_was_changed() {
        var parts = Tokens.valid().split("\\.", -1);
        var content = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        refusedWith(parts[0] + "." + encode(content.replace("0001\"", "0002\"")) + "." + parts[2]);
    }

    @Test
    void refuses_a_token_signed_with_the_public_key_as_a_secret() throws GeneralSecurityException {
        var key = Tokens.key();
        var content = Tokens.valid().split("\\.", -1)[1];
        var signed = encode("{\"alg\":\"HS256\",\"kid\":\"" + key.getString("kid") + "\"}") + "." + content;
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(key.getString("x509")), "HmacSHA256"));
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        refusedWith(signed + "." + signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Bearer ..", "Basic YTpi", "Bearer ééé", "x"})
    void refuses_what_is_no_token(String authorization) {
        refused(given().header("Authorization", authorization)).header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void refuses_two_tokens() throws IOException {
        try (var wire = new Wire()) {
            var answer = wire.send(Wire.head("GET /api/v1/members HTTP/1.1", "Authorization: Bearer " + Tokens.valid()))
                    .read();
            assertEquals(400, answer.code());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17_000, 40_000, 70_000, 300_000})
    void refuses_a_huge_token_as_the_clients_fault(int size) throws IOException {
        try (var wire = new Wire()) {
            wire.offer("GET /api/v1/members HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + "a".repeat(size)
                    + "\r\n\r\n");
            assertEquals(431, wire.read().code());
        }
    }

    @Test
    void follows_the_issuer_to_a_new_key() {
        given().auth().oauth2(Tokens.valid()).get("/api/v1/members").then().statusCode(200);
        Tokens.rotate();
        long deadline = System.nanoTime() + 10_000_000_000L;
        int status = 401;
        while (status != 200 && System.nanoTime() < deadline) {
            status =
                    given().auth().oauth2(Tokens.valid()).get("/api/v1/members").statusCode();
        }
        assertEquals(200, status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/openapi", "/openapi.json", "/openapi.yaml", "/docs/", "/q/health/ready", "/q/health/live"})
    void open_pages_need_no_token_and_mind_none(String page) {
        given().get(page).then().statusCode(200);
        given().header("Authorization", "Bearer nonsense").get(page).then().statusCode(200);
    }

    private static void refusedWith(String token) {
        refused(given().auth().oauth2(token)).header("WWW-Authenticate", equalTo("Bearer error=\"invalid_token\""));
    }

    private static ValidatableResponse refused(RequestSpecification request) {
        long before = Steering.of("membership").state().getLong("requests");
        var answer = request.get("/api/v1/members").then();
        assertEquals(before, Steering.of("membership").state().getLong("requests"), "a service was asked");
        return answer.statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"))
                .body("type", equalTo("/problems/unauthenticated"))
                .body("status", equalTo(401));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
