package vn.congdoan.vks.membership.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.LoggedChange;
import vn.congdoan.vks.platform.directory.LatestState;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.NotFound;

/// The directory for the other services, which ask with accounts of their own. Not part of the public API: the
/// gateway does not forward it.
@Path("/internal/directory")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DirectoryResource {

    /// As many as any list names at once.
    private static final int MOST = 500;

    private final Directory directory;
    private final Changes changes;
    private final ObjectMapper json;
    private final JsonWebToken token;
    private final List<String> clients;

    DirectoryResource(
            Directory directory,
            Changes changes,
            ObjectMapper json,
            JsonWebToken token,
            @ConfigProperty(name = "vks.directory.clients") List<String> clients) {
        this.directory = directory;
        this.changes = changes;
        this.json = json;
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
    @Path("/units/{id}")
    @Operation(hidden = true)
    public LatestState unit(@RestPath("id") UnitId id) {
        requireService();
        return latest(UnitState.TYPE, id.value());
    }

    @GET
    @Path("/members/{id}")
    @Operation(hidden = true)
    public LatestState member(@RestPath("id") MemberId id) {
        requireService();
        return latest(MemberState.TYPE, id.value());
    }

    /// Those of many that are there.
    @POST
    @Path("/members")
    @Operation(hidden = true)
    public Map<String, LatestState> members(@NotNull @Size(max = MOST) List<@NotNull MemberId> ids) {
        requireService();
        changes.catchUp();
        Map<String, LatestState> found = new LinkedHashMap<>();
        new LinkedHashSet<>(ids)
                .forEach(id -> changes.latest(MemberState.TYPE, id.value())
                        .ifPresent(change -> found.put(id.toString(), latest(change))));
        return found;
    }

    private LatestState latest(AggregateType type, UUID id) {
        changes.catchUp();
        return latest(changes.latest(type, id).orElseThrow(NotFound::new));
    }

    private LatestState latest(LoggedChange change) {
        try {
            return new LatestState(
                    change.originEpoch(), change.version(), json.readTree(String.valueOf(change.state())));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
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
