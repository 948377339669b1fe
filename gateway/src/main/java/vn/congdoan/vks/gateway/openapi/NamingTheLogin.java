package vn.congdoan.vks.gateway.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/// Says in the document where people of this installation sign in; known only when it runs.
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public final class NamingTheLogin implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var realm = ConfigProvider.getConfig().getValue("vks.login.url", String.class);
        var login = Objects.requireNonNull(
                document.getComponents().getSecuritySchemes().get("login"));
        var code = login.getFlows().getAuthorizationCode();
        code.setAuthorizationUrl(realm + "/protocol/openid-connect/auth");
        code.setTokenUrl(realm + "/protocol/openid-connect/token");
    }
}
