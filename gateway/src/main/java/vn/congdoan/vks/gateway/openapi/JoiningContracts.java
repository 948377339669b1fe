package vn.congdoan.vks.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import vn.congdoan.vks.gateway.routing.Backend;

/// Joins the contracts when the gateway is built, so that contracts that do not go together never run.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class JoiningContracts implements OASFilter {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @Override
    public void filterOpenAPI(OpenAPI document) {
        // Read at build time; other contracts than the committed ones are for tests.
        var directory = ConfigProvider.getConfig()
                .getOptionalValue("vks.contracts", String.class)
                .orElse("contracts");
        try {
            copy(parse(join(document, directory)), document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ObjectNode join(OpenAPI scanned, String directory) throws IOException {
        var own = read("contracts/gateway.yaml").orElseThrow();
        var operations = (ObjectNode)
                YAML.readTree(model().withInitialModel(scanned).build().toJSON());
        own.set("paths", operations.path("paths"));
        Map<Backend, ObjectNode> contracts = new EnumMap<>(Backend.class);
        for (var backend : Backend.values()) {
            read(directory + "/" + backend.serviceName() + "-service.yaml")
                    .ifPresent(contract -> contracts.put(backend, contract));
        }
        return JoinedDocument.of(own, contracts);
    }

    private static Optional<ObjectNode> read(String resource) throws IOException {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of((ObjectNode) YAML.readTree(in));
        }
    }

    private static OpenAPI parse(ObjectNode joined) {
        var octets = joined.toString().getBytes(StandardCharsets.UTF_8);
        return model().withCustomStaticFile(() -> new ByteArrayInputStream(octets))
                .build()
                .model();
    }

    /// Only what it is given: nothing scanned, nothing filtered.
    private static SmallRyeOpenAPI.Builder model() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false);
    }

    private static void copy(OpenAPI joined, OpenAPI document) {
        document.setOpenapi("3.1.0");
        document.setInfo(joined.getInfo());
        document.setServers(joined.getServers());
        document.setSecurity(joined.getSecurity());
        document.setTags(joined.getTags());
        document.setPaths(joined.getPaths());
        document.setComponents(joined.getComponents());
    }
}
