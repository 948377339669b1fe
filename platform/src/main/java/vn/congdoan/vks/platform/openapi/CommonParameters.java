package vn.congdoan.vks.platform.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Describes what means the same in every operation.
final class CommonParameters {

    private CommonParameters() {}

    static void complete(String path, PathItem.HttpMethod method, Operation operation) {
        boolean underClientsId = createsUnderClientsId(method, operation);
        if (underClientsId && operation.getDescription() == null) {
            operation.setDescription(
                    "For clients that may have to repeat the request: an equal body again answers 200.");
        }
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> complete(path, method, underClientsId, parameter));
        }
    }

    /// Whether the record is created by the address that the client chose.
    static boolean createsUnderClientsId(PathItem.HttpMethod method, Operation operation) {
        return method == PathItem.HttpMethod.PUT
                && operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(each -> each.getName().equals("If-None-Match"));
    }

    static void addIdempotencyKey(Operation operation, boolean required) {
        operation.addParameter(OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(required)
                .description(
                        "Names the request, best by a new UUID: sent again under the same key it has no second effect"
                                + " and is answered as the first one was, for 30 days")
                .example("8e03978e-40d5-43e8-bc93-6894a57f9324")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.STRING)
                        .minLength(1)
                        .maxLength(128)));
    }

    private static void complete(String path, PathItem.HttpMethod method, boolean underClientsId, Parameter parameter) {
        switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("How many items a page may have")
                        .schema(OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(PageLimit.MAX))
                                .defaultValue(Integer.valueOf(PageLimit.DEFAULT)));
            case "cursor" -> parameter.description("The `next` of the page before; absent for the first page");
            case "If-None-Match" ->
                parameter.required(true).description("Must be *").example("*");
            case "If-Match" -> {
                if (parameter.getDescription() == null) {
                    parameter.description("ETag of what was read");
                }
                // What is put somewhere may be the first thing there: then there is no version to name.
                if (method != PathItem.HttpMethod.PUT) {
                    parameter.required(true);
                }
            }
            case "id" -> {
                if (parameter.getDescription() == null) {
                    parameter.description(
                            underClientsId
                                    ? "The client's id for the record: a new UUID, best of version 7"
                                    : "Id of one of the `"
                                            + path.replaceFirst("/\\{id}.*", "").replaceFirst(".*/", "") + "`");
                }
            }
            default -> {}
        }
    }
}
