package vn.congdoan.vks.platform.openapi;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import vn.congdoan.vks.platform.paging.PageLimit;

/// Describes the parameters that mean the same in every list.
final class CommonParameters {

    private CommonParameters() {}

    static void complete(PathItem.HttpMethod method, Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> complete(method, parameter));
        }
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

    private static void complete(PathItem.HttpMethod method, Parameter parameter) {
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
            case "If-None-Match" -> parameter.required(true);
            case "If-Match" -> {
                // What is put somewhere may be the first thing there: then there is no version to name.
                if (method != PathItem.HttpMethod.PUT) {
                    parameter.required(true);
                }
            }
            case "id" -> {
                if (parameter.getDescription() == null) {
                    parameter.description("Id of the record");
                }
            }
            default -> {}
        }
    }
}
