package vn.congdoan.vks.platform.directory;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;

/// Membership-service's internal view of the organization, called with this service's own account.
@Path("/internal/directory")
@RegisterRestClient(configKey = "membership")
@OidcClientFilter
interface DirectoryClient {

    @GET
    @Path("/standing")
    Standing standing(@RestQuery("issuer") String issuer, @RestQuery("subject") String subject);

    @GET
    @Path("/units/{id}/place")
    UnitPlace place(@RestPath("id") String id);

    @GET
    @Path("/units/{id}/subtree")
    Set<UnitId> subtree(@RestPath("id") String id);

    @GET
    @Path("/units/{id}/overseen")
    Set<UnitId> overseen(@RestPath("id") String id);
}
