package vn.congdoan.vks.gateway.token;

import static io.vertx.core.http.HttpHeaders.AUTHORIZATION;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import vn.congdoan.vks.gateway.problem.Problem;
import vn.congdoan.vks.gateway.problem.ProblemCode;
import vn.congdoan.vks.gateway.problem.Problems;

/// The first check of who is calling: signature, issuer, audience and time of the bearer token. What the caller may
/// do is decided by the services, which check the token again.
@ApplicationScoped
public class TokenCheck {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);

    /// Three parts in base64url; anything else need not be taken apart.
    private static final Pattern WELL_FORMED =
            Pattern.compile("Bearer +[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++ *", Pattern.CASE_INSENSITIVE);

    private final IdentityProviderManager identities;

    TokenCheck(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /// Goes on with a request that carries a valid token; any other is answered here. The request must be paused: its
    /// body may not be lost while keys are fetched.
    public void require(RoutingContext context, Runnable verified) {
        if (!WELL_FORMED
                .matcher(Objects.requireNonNullElse(context.request().getHeader(AUTHORIZATION), ""))
                .matches()) {
            refuse(context);
            return;
        }
        var eventLoop = context.vertx().getOrCreateContext();
        // Else Quarkus would answer a bad token itself, without problem details.
        context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, (BiConsumer<RoutingContext, Throwable>) (_, _) -> {});
        QuarkusHttpUser.getSecurityIdentity(context, identities)
                .subscribe()
                .with(
                        identity -> eventLoop.runOnContext(_ -> decide(context, identity, verified)),
                        failure -> eventLoop.runOnContext(_ -> fail(context, failure)));
    }

    private static void decide(RoutingContext context, SecurityIdentity identity, Runnable verified) {
        if (identity.isAnonymous()) {
            refuse(context);
        } else {
            verified.run();
        }
    }

    private static void fail(RoutingContext context, Throwable failure) {
        if (failure instanceof OIDCException) {
            LOG.warnf("A token could not be checked: %s", failure.getMessage());
            Problems.answer(context, Problem.of(ProblemCode.IDENTITY_UNAVAILABLE));
            return;
        }
        refuse(context);
    }

    private static void refuse(RoutingContext context) {
        boolean tried = context.request().headers().contains(AUTHORIZATION);
        Problems.answer(context, tried ? invalidToken() : Problem.of(ProblemCode.UNAUTHENTICATED));
    }

    /// RFC 6750 §3.1.
    private static Problem invalidToken() {
        return Problem.of(ProblemCode.UNAUTHENTICATED).with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
