package vn.congdoan.vks.gateway.link;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The gateway's own account, with which it speaks to its services for itself.
@ApplicationScoped
class OwnAccount {

    private final Optional<String> server;
    private final String path;
    private final String client;
    private final Optional<String> secret;

    OwnAccount(
            @ConfigProperty(name = "vks.account.auth-server-url") Optional<String> server,
            @ConfigProperty(name = "vks.account.token-path", defaultValue = "/protocol/openid-connect/token")
                    String path,
            @ConfigProperty(name = "vks.account.client-id", defaultValue = "gateway") String client,
            @ConfigProperty(name = "vks.account.secret") Optional<String> secret) {
        this.server = server;
        this.path = path;
        this.client = client;
        this.secret = secret;
    }

    ClientToken token(HttpClient http, ObjectMapper json, Clock clock) {
        return new ClientToken(
                http, json, clock, URI.create(server.orElseThrow() + path), client, secret.orElseThrow());
    }
}
