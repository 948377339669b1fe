package vn.congdoan.vks.platform.openapi;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Describes what an operation answers with once it is done, as [Answers] says: 201 where it creates, and 200 where it
/// creates under an id of the client's and has done so before.
final class DoneAnswers {

    private static final DotName RESPONSE_STATUS = DotName.createSimple(ResponseStatus.class);
    private static final DotName SCHEMA = DotName.createSimple(Schema.class);

    private final IndexView index;
    private final Map<String, AnnotationInstance> answers = new HashMap<>();

    DoneAnswers(IndexView index) {
        this.index = index;
        for (AnnotationInstance each : index.getAnnotations(DotName.createSimple(Answers.class))) {
            answers.put(each.target().asMethod().name(), each);
        }
    }

    /// An operation has another name in the document than its method has.
    void rename(String method, String operation) {
        AnnotationInstance answer = answers.get(method);
        if (answer != null) {
            answers.put(operation, answer);
        }
    }

    void describe(PathItem.HttpMethod method, Operation operation) {
        AnnotationInstance answer = answers.get(operation.getOperationId());
        if (answer == null) {
            return;
        }
        String said = answer.valueWithDefault(index, "as").asString();
        boolean underClientsId = CommonParameters.createsUnderClientsId(method, operation);
        Map<String, APIResponse> guessed = operation.getResponses().getAPIResponses();
        operation.setResponses(OASFactory.createAPIResponses());
        if (underClientsId) {
            add(operation, "201", said, answer);
            add(operation, "200", "It was done before, from an equal body", answer);
        } else {
            add(operation, status(answer.target().asMethod()), said, answer);
        }
        guessed.forEach((status, other) -> {
            if (!status.startsWith("2")) {
                operation.getResponses().addAPIResponse(status, other);
            }
        });
    }

    private static String status(MethodInfo method) {
        AnnotationInstance told = method.annotation(RESPONSE_STATUS);
        return told == null ? "200" : Integer.toString(told.value().asInt());
    }

    private void add(Operation operation, String status, String description, AnnotationInstance answer) {
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        OASFactory.createAPIResponse()
                                .description(description)
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/json",
                                                OASFactory.createMediaType()
                                                        .schema(OASFactory.createSchema()
                                                                .ref("#/components/schemas/" + schema(answer))))));
    }

    private String schema(AnnotationInstance answer) {
        ClassInfo type = Objects.requireNonNull(
                index.getClassByName(answer.value().asClass().name()), answer::toString);
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }
}
