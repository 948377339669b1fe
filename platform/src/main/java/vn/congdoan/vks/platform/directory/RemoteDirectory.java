package vn.congdoan.vks.platform.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.arc.DefaultBean;
import io.quarkus.oidc.client.OidcClientException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Unavailable;

/// Asks membership-service and believes an answer for at most 5 seconds: so long may a revoked right still work.
/// Where it does not answer, nobody is let in: 503.
@ApplicationScoped
@DefaultBean
class RemoteDirectory implements Directory {

    private static final Logger LOG = Logger.getLogger(RemoteDirectory.class);
    private static final Duration BELIEVED = Duration.ofSeconds(5);
    private static final int ENTRIES = 10_000;

    private final LoadingCache<Principal, Standing> standings;
    private final LoadingCache<UnitId, Optional<UnitPlace>> places;
    private final LoadingCache<UnitId, Set<UnitId>> subtrees;
    private final LoadingCache<UnitId, Set<UnitId>> overseen;

    RemoteDirectory(@RestClient DirectoryClient membership) {
        standings = cache(principal -> membership.standing(principal.issuer(), principal.subject()));
        places = cache(unit -> place(membership, unit));
        subtrees = cache(unit -> membership.subtree(unit.toString()));
        overseen = cache(unit -> membership.overseen(unit.toString()));
    }

    @Override
    public Standing standing(Principal principal) {
        return ask(standings, principal);
    }

    @Override
    public Optional<UnitPlace> place(UnitId unit) {
        return ask(places, unit);
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        return ask(subtrees, unit);
    }

    @Override
    public Set<UnitId> overseen(UnitId union) {
        return ask(overseen, union);
    }

    private static Optional<UnitPlace> place(DirectoryClient membership, UnitId unit) {
        try {
            return Optional.of(membership.place(unit.toString()));
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static <K, V> LoadingCache<K, V> cache(Function<K, V> load) {
        return Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(ENTRIES)
                .build(load::apply);
    }

    private static <K, V> V ask(LoadingCache<K, V> cache, K key) {
        try {
            return cache.get(key);
        } catch (WebApplicationException | ProcessingException | OidcClientException failure) {
            LOG.warnf("Membership-service does not tell who may do what: %s", failure.getMessage());
            throw new Unavailable("authority-unavailable");
        }
    }
}
