package vn.congdoan.vks.platform.directory;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.congdoan.vks.platform.access.Standing;

/// What membership-service tells other services directly, called with this service's own account.
@Path("/internal/directory")
@RegisterRestClient(configKey = "membership")
@OidcClientFilter
interface MembershipClient {

    @GET
    @Path("/standing")
    Standing standing(@RestQuery("issuer") String issuer, @RestQuery("subject") String subject);

    @GET
    @Path("/units/{id}")
    LatestState unit(@RestPath("id") String id);

    @GET
    @Path("/members/{id}")
    LatestState member(@RestPath("id") String id);

    /// Those of the members that are there.
    @POST
    @Path("/members")
    Map<String, LatestState> members(List<String> ids);
}
