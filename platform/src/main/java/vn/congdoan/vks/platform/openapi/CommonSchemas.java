package vn.congdoan.vks.platform.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/// Describes what every document shares: ids, days, instants, pages, and how a caller proves who it is.
final class CommonSchemas {

    /// An id as examples show it.
    static final String ID = "019aa7b0-1c00-7000-8000-000000000001";

    private static final String BEARER = "bearer";

    private CommonSchemas() {}

    static void complete(OpenAPI document) {
        document.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description("An access token of the identity provider, for the audience vks-api"));
        document.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        // Described where it is used, as the parameter `limit`.
        document.getComponents().removeSchema("PageLimit");
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        describe(schemas.get("UUID"), "An id", ID);
        describe(schemas.get("LocalDate"), "A day in Vietnam, from 1900-01-01 to 2199-12-31", "2022-12-31");
        describe(schemas.get("Instant"), "A moment, in UTC", "2022-12-31T01:30:00Z");
        schemas.values().forEach(CommonSchemas::leaveTypesToReferences);
        schemas.values().stream().filter(CommonSchemas::isPage).forEach(page -> describePage(page, schemas));
        document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(operation -> operation.getResponses().getAPIResponse("200"))
                .forEach(CommonSchemas::describeAnswer);
    }

    private static void describe(@Nullable Schema schema, String description, String example) {
        if (schema != null) {
            schema.description(description).examples(List.of(example));
        }
    }

    /// Beside a reference the generator guesses a type, and not the same one every time; the reference says it.
    private static void leaveTypesToReferences(Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        for (Schema property : schema.getProperties().values()) {
            if (property.getRef() != null || property.getAnyOf() != null) {
                property.setType(null);
            }
        }
    }

    private static boolean isPage(Schema schema) {
        return schema.getProperties() != null && schema.getProperties().keySet().equals(Set.of("items", "next"));
    }

    private static void describePage(Schema page, Map<String, Schema> schemas) {
        page.description("One page of a list");
        Schema items = page.getProperties().getOrDefault("items", OASFactory.createSchema());
        items.description("The items of the page, never more than `limit`");
        Schema item =
                items.getItems() == null ? null : referred(items.getItems().getRef(), schemas);
        if (item != null && item.getExamples() != null) {
            Map<String, @Nullable Object> example = new LinkedHashMap<>();
            example.put("items", new ArrayList<>(item.getExamples()));
            example.put("next", null);
            page.examples(List.of(example));
        }
    }

    private static @Nullable Schema referred(@Nullable String reference, Map<String, Schema> schemas) {
        return reference == null ? null : schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describeAnswer(@Nullable APIResponse answer) {
        if (answer != null && "OK".equals(answer.getDescription())) {
            answer.setDescription("What was asked for");
        }
    }
}
