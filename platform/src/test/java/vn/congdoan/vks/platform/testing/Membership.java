package vn.congdoan.vks.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/// How a test steers [PlayedMembership] and learns what it was asked: by requests, because the test and the server may
/// be loaded by different class loaders. The address stands in a system property for the same reason.
public final class Membership {

    static final String ADDRESS = "vks.test.played-membership";
    static final String STEERING = "/played/";
    static final String TOKENS = "/token";

    private Membership() {}

    /// It no longer answers.
    public static void goAway() {
        tell("away", "");
    }

    /// Its events no longer come.
    public static void fallSilent() {
        tell("silent", "");
    }

    /// It answers again, and its events come.
    public static void comeBack() {
        tell("back", "");
    }

    /// The identity provider no longer issues tokens to services.
    public static void refuseTokens() {
        tell("refuse-tokens", "");
    }

    /// All assignments of the account end.
    public static void end(String subject) {
        tell("end", subject);
    }

    /// How often it was asked for the standing of this account.
    public static int askedAbout(String subject) {
        return Integer.parseInt(tell("asked", subject));
    }

    /// How often the identity provider issued, or refused, a token.
    public static int askedForTokens() {
        return Integer.parseInt(tell("asked", TOKENS));
    }

    private static String tell(String what, String subject) {
        String address = System.getProperty(ADDRESS) + STEERING + what + "?subject="
                + URLEncoder.encode(subject, StandardCharsets.UTF_8);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
