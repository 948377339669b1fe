package vn.congdoan.vks.gateway.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The document as it is served.
@ApplicationScoped
final class PublishedDocument {

    private PublishedDocument() {}

    /// Templates for every documented path.
    @Produces
    @Singleton
    static PathTemplates templates(OpenApiDocumentService documents, ObjectMapper json) throws IOException {
        var document = json.readTree(documents.getDocument(OpenApiFilter.DEFAULT_DOCUMENT_NAME, Format.JSON));
        List<String> paths = new ArrayList<>();
        document.path("paths").fieldNames().forEachRemaining(paths::add);
        return new PathTemplates(paths);
    }
}
