package vn.congdoan.vks.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import vn.congdoan.vks.platform.access.Needs;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Role;

/// Completes each operation of the document with what follows from the platform's rules: who may call it (`x-roles`),
/// the failures it can answer, the headers, and no path outside the public API.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class CommonAnswers implements OASFilter {

    private static final String OF_A_SERVICE = "/api/v1/sync/{service}/";
    private static final String PUBLIC = "/api/v1";

    private final Map<String, AnnotationInstance> needs = new HashMap<>();
    private final DoneAnswers done;

    public CommonAnswers(IndexView index) {
        done = new DoneAnswers(index);
        for (AnnotationInstance each : index.getAnnotations(DotName.createSimple(Needs.class))) {
            needs.put(each.target().asMethod().name(), each);
        }
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.setOpenapi("3.1.0");
        List<String> paths = new ArrayList<>(document.getPaths().getPathItems().keySet());
        paths.stream().filter(path -> !path.startsWith(PUBLIC)).forEach(document.getPaths()::removePathItem);
        nameTheService(document);
        document.getPaths().getPathItems().forEach(this::complete);
        CommonSchemas.complete(document);
    }

    /// The platform serves one path for the synchronisation of all services; each document has its own service's.
    private void nameTheService(OpenAPI document) {
        String service = ConfigProvider.getConfig().getValue("vks.service", String.class);
        List<String> paths = new ArrayList<>(document.getPaths().getPathItems().keySet());
        for (String path : paths) {
            if (path.startsWith(OF_A_SERVICE)) {
                PathItem item = document.getPaths().getPathItem(path);
                document.getPaths().removePathItem(path);
                document.getPaths().addPathItem(path.replace("{service}", service), item);
                item.getOperations().values().forEach(each -> nameTheService(each, service));
            }
        }
    }

    /// `listChanges` is `listMembershipChanges` in the document of membership-service.
    private void nameTheService(Operation operation, String service) {
        operation.setParameters(operation.getParameters().stream()
                .filter(parameter -> !parameter.getName().equals("service"))
                .toList());
        String general = operation.getOperationId();
        String capital = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
        String name = general.replaceFirst("(?=[A-Z])", capital);
        needs.put(name, Objects.requireNonNull(needs.get(general)));
        done.rename(general, name);
        operation.setOperationId(name);
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((method, operation) -> {
            AnnotationInstance need = needs.get(operation.getOperationId());
            if (need == null) {
                throw new IllegalStateException("Operation without @Needs: " + method + " " + path);
            }
            operation.addExtension("x-roles", roles(need));
            if (method == PathItem.HttpMethod.POST) {
                CommonParameters.addIdempotencyKey(
                        operation, Permission.valueOf(need.value().asEnum()).movesMoney());
            }
            CommonParameters.complete(path, method, operation);
            done.describe(method, operation);
            addFailures(path, method, operation);
            addVersionHeaders(path, method, operation);
        });
    }

    private static List<String> roles(AnnotationInstance need) {
        List<String> roles = new ArrayList<>();
        Permission.valueOf(need.value().asEnum()).inScope().stream()
                .sorted()
                .map(Role::name)
                .forEach(roles::add);
        boolean orOwnRecord =
                need.value("orOwnRecord") != null && need.value("orOwnRecord").asBoolean();
        if (orOwnRecord && !roles.contains(Role.MEMBER.name())) {
            roles.add(Role.MEMBER.name());
        }
        return roles;
    }

    private static void addFailures(String path, PathItem.HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        addFailure(answers, "400", "The request is not of the right form");
        addFailure(answers, "401", "No valid token");
        addFailure(answers, "403", "Not permitted, or no assignment in force");
        boolean onItem = path.contains("{");
        if (onItem || hasParameter(operation, "unit")) {
            addFailure(answers, "404", "No such thing, or the caller may not know of it");
        }
        if (method != PathItem.HttpMethod.GET) {
            addFailure(answers, "409", "The state of the record does not allow it, or it would exist twice");
            addFailure(answers, "413", "The body is too large");
            addFailure(answers, "415", "The body is of another type");
            addFailure(answers, "422", "It contradicts a rule or refers to something unknown");
        }
        if (hasParameter(operation, "If-Match") || hasParameter(operation, "If-None-Match")) {
            addFailure(answers, "412", "The record is another one than the request says");
            addFailure(answers, "428", "The request does not say which version it was made from");
        }
        addFailure(answers, "503", "Something this depends on does not answer now; nothing was done");
    }

    private static void addVersionHeaders(String path, PathItem.HttpMethod method, Operation operation) {
        for (String status : List.of("200", "201")) {
            APIResponse answer = operation.getResponses().getAPIResponse(status);
            boolean oneRecord = path.endsWith("}") || status.equals("201") || hasParameter(operation, "If-Match");
            if (answer != null && oneRecord && method != PathItem.HttpMethod.DELETE) {
                answer.addHeader("ETag", header("Version and view of the record, for If-Match", "\"3-scope\""));
            }
            if (answer != null && status.equals("201")) {
                String address = path.replaceFirst("/\\{id}$", "") + "/" + CommonSchemas.ID;
                answer.addHeader("Location", header("Address of what was created", address));
            }
        }
    }

    private static Header header(String description, String example) {
        Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
        return OASFactory.createHeader().description(description).schema(text).example(example);
    }

    private static boolean hasParameter(Operation operation, String name) {
        return operation.getParameters() != null
                && operation.getParameters().stream().map(Parameter::getName).anyMatch(name::equals);
    }

    private static void addFailure(APIResponses answers, String status, String description) {
        APIResponse known = answers.getAPIResponse(status);
        // One without a body is Quarkus' own guess, which knows nothing of problem details.
        if (known == null || known.getContent() == null) {
            Schema problem = OASFactory.createSchema().ref("#/components/schemas/Problem");
            answers.addAPIResponse(
                    status,
                    OASFactory.createAPIResponse()
                            .description(description)
                            .content(OASFactory.createContent()
                                    .addMediaType(
                                            "application/problem+json",
                                            OASFactory.createMediaType().schema(problem))));
        }
    }
}
