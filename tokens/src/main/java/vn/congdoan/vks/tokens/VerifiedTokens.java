package vn.congdoan.vks.tokens;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Verifies a bearer token once and knows it until it expires: a client sends the same one with every request, and
/// signature and claims cost more than most of the reads that they protect. What a token proves cannot change while it
/// lives; what its account may do is no part of it and judged anew every time.
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final OidcAuthenticationMechanism verification;
    private final Clock clock;
    /// By the whole header: nothing but the very same token is taken for known.
    private final Cache<String, Verified> known;

    VerifiedTokens(OidcAuthenticationMechanism verification) {
        this.verification = verification;
        this.clock = Clock.systemUTC();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(LONGEST)
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String header = context.request().getHeader(AUTHORIZATION);
        SecurityIdentity before = header == null ? null : stillValid(header);
        if (before != null) {
            return Uni.createFrom().item(before);
        }
        Uni<SecurityIdentity> verified = verification.authenticate(context, identities);
        return header == null ? verified : verified.invoke(identity -> remember(header, identity));
    }

    private @Nullable SecurityIdentity stillValid(String header) {
        Verified verified = known.getIfPresent(header);
        return verified != null && clock.instant().isBefore(verified.expiresAt()) ? verified.identity() : null;
    }

    private void remember(String header, @Nullable SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken token) {
            known.put(header, new Verified(identity, Instant.ofEpochSecond(token.getExpirationTime())));
        }
    }

    private record Verified(SecurityIdentity identity, Instant expiresAt) {}

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return verification.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verification.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return verification.getCredentialTransport(context);
    }

    /// Before the mechanism that it stands for.
    @Override
    public int getPriority() {
        return verification.getPriority() + 1;
    }
}
