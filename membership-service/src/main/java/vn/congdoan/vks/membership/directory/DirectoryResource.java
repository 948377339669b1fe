package vn.congdoan.vks.membership.directory;

import io.quarkus.security.UnauthorizedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// The directory for the other services, which ask with accounts of their own. Not part of the public API: the
/// gateway
/// does not forward it.
@Path("/internal/directory")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {

    private final Directory directory;
    private final JsonWebToken token;
    private final List<String> clients;

    DirectoryResource(
            Directory directory,
            JsonWebToken token,
            @ConfigProperty(name = "vks.directory.clients") List<String> clients) {
        this.directory = directory;
        this.token = token;
        this.clients = clients;
    }

    @GET
    @Path("/standing")
    @Operation(hidden = true)
    public Standing standing(
            @RestQuery("issuer") @Nullable String issuer, @RestQuery("subject") @Nullable String subject) {
        requireService();
        if (issuer == null || subject == null) {
            throw Invalid.parameter(issuer == null ? "issuer" : "subject", "required");
        }
        return directory.standing(new Principal(issuer, subject));
    }

    @GET
    @Path("/units/{id}/place")
    @Operation(hidden = true)
    public UnitPlace place(@RestPath("id") UnitId id) {
        requireService();
        return directory.place(id).orElseThrow(NotFound::new);
    }

    @GET
    @Path("/units/{id}/subtree")
    @Operation(hidden = true)
    public Set<UnitId> subtree(@RestPath("id") UnitId id) {
        requireService();
        return directory.subtree(id);
    }

    @GET
    @Path("/units/{id}/overseen")
    @Operation(hidden = true)
    public Set<UnitId> overseen(@RestPath("id") UnitId id) {
        requireService();
        return directory.overseen(id);
    }

    private void requireService() {
        if (token.getSubject() == null) {
            throw new UnauthorizedException();
        }
        if (!clients.contains(String.valueOf(token.<Object>getClaim("azp")))) {
            throw new Forbidden();
        }
    }
}
