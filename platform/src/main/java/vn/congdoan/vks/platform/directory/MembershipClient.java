package vn.congdoan.vks.platform.directory;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
}
