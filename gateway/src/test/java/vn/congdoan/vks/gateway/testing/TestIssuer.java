package vn.congdoan.vks.gateway.testing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/// An OpenID provider: discovery document and public keys over HTTP. `POST /rotate` replaces its key and returns the
/// new private key, as `GET /key` returns the present one.
final class TestIssuer implements AutoCloseable {

    private final HttpServer server;
    private volatile KeyPair keys = newKeys();
    private volatile String keyId = UUID.randomUUID().toString();

    TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/realm/.well-known/openid-configuration", exchange -> send(exchange, discovery()));
        server.createContext("/realm/keys", exchange -> send(exchange, publicKeys()));
        server.createContext("/key", exchange -> send(exchange, privateKey()));
        server.createContext("/rotate", exchange -> {
            keys = newKeys();
            keyId = UUID.randomUUID().toString();
            send(exchange, privateKey());
        });
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private ObjectNode discovery() {
        return Json.object()
                .put("issuer", base() + "/realm")
                .put("jwks_uri", base() + "/realm/keys")
                .put("token_endpoint", base() + "/realm/token")
                .put("introspection_endpoint", base() + "/realm/introspect")
                .put("authorization_endpoint", base() + "/realm/auth");
    }

    private ObjectNode publicKeys() {
        var key = (RSAPublicKey) keys.getPublic();
        var published = Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        return Json.object().set("keys", Json.array().add(published));
    }

    private ObjectNode privateKey() {
        return Json.object()
                .put("kid", keyId)
                .put(
                        "pkcs8",
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()))
                .put("x509", Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    private static String number(BigInteger number) {
        var octets = number.toByteArray();
        var unsigned = octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static KeyPair newKeys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void send(HttpExchange exchange, ObjectNode body) throws IOException {
        var octets = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, octets.length);
        try (var out = exchange.getResponseBody()) {
            out.write(octets);
        }
    }
}
