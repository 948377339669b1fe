package vn.congdoan.vks.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.congdoan.vks.gateway.routing.Backend;
import vn.congdoan.vks.gateway.routing.Routes;
import vn.congdoan.vks.gateway.routing.Routes.Destination;

/// Joins the services' contracts to the gateway's own document. It refuses what would mislead a reader: a path that
/// is not routed to the service that describes it, one name for two things, one operation id for two operations.
final class JoinedDocument {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /// Marks what the gateway says only as long as no contract says it.
    private static final String FALLBACK = "x-fallback";

    private final Contract own;
    private final ObjectNode joined;
    private final Map<String, String> sources = new HashMap<>();
    private final Map<String, String> operations = new HashMap<>();

    private JoinedDocument(Contract own) {
        this.own = own;
        this.joined = own.document().deepCopy();
    }

    /// The gateway's document with everything the contracts add to it.
    ///
    /// @param own the gateway's document: what is said of the whole, and composed operations
    /// @param contracts the services' documents; a service may have none yet
    static ObjectNode of(ObjectNode own, Map<Backend, ObjectNode> contracts) {
        var gateway = new Contract("the gateway", own);
        var document = new JoinedDocument(gateway);
        gateway.paths().properties().forEach(entry -> document.nameOperations(entry.getKey(), entry.getValue()));
        contracts.forEach((backend, contract) ->
                document.add(backend, new Contract(backend.serviceName() + "-service", contract)));
        document.joined.path("components").path("schemas").forEach(schema -> ((ObjectNode) schema).remove(FALLBACK));
        return document.joined;
    }

    private void add(Backend backend, Contract contract) {
        List<JsonNode> roots = new ArrayList<>();
        for (var entry : contract.paths().properties()) {
            var path = entry.getKey();
            // What every service has, the gateway composes; what is internal, nobody outside may know.
            if (own.paths().has(path) || path.startsWith("/internal/")) {
                continue;
            }
            checkRoute(contract, backend, path);
            nameOperations(path, entry.getValue());
            joined.withObjectProperty("paths").set(path, withoutOwnSecurity(entry.getValue()));
            roots.add(entry.getValue());
        }
        own.needed(List.of(own.paths())).stream()
                .filter(name -> !contract.component(name).isMissingNode())
                .forEach(name -> roots.add(TextNode.valueOf(Contract.COMPONENTS + name)));
        contract.needed(roots).forEach(name -> addComponent(contract, name));
        contract.document().path("tags").forEach(tag -> addTag(contract, tag));
    }

    private static void checkRoute(Contract contract, Backend backend, String path) {
        boolean routed = Routes.of(path)
                .filter(route -> route.destination().equals(new Destination.Forwarded(backend)))
                .isPresent();
        if (!routed) {
            throw new ContractConflict("%s describes %s, which is not routed to it".formatted(contract.source(), path));
        }
    }

    private void nameOperations(String path, JsonNode item) {
        for (var method : METHODS) {
            var id = item.path(method).path("operationId").asText("");
            var place = method + " " + path;
            var other = id.isEmpty() ? null : operations.putIfAbsent(id, place);
            if (other != null) {
                throw new ContractConflict("The operation id %s stands for %s and for %s".formatted(id, other, place));
            }
        }
    }

    /// Every operation needs the gateway's security; what a service calls its schemes is its own affair.
    private static JsonNode withoutOwnSecurity(JsonNode item) {
        JsonNode copy = item.deepCopy();
        for (var method : METHODS) {
            if (copy.get(method) instanceof ObjectNode operation) {
                operation.remove("security");
            }
        }
        return copy;
    }

    private void addComponent(Contract contract, String name) {
        var kind = name.substring(0, name.indexOf('/'));
        var key = name.substring(kind.length() + 1);
        var component = contract.component(name);
        if (component.isMissingNode()) {
            throw new ContractConflict("%s refers to %s, which it does not have".formatted(contract.source(), name));
        }
        var all = joined.withObjectProperty("components").withObjectProperty(kind);
        var present = all.path(key);
        if (present.isMissingNode() || present.has(FALLBACK)) {
            all.set(key, component);
            sources.put(name, contract.source());
            return;
        }
        if (!present.equals(component)) {
            throw new ContractConflict("%s and %s describe %s differently"
                    .formatted(sources.getOrDefault(name, own.source()), contract.source(), name));
        }
    }

    /// Of a tag the gateway's description counts, then the first service's; two services may not differ.
    private void addTag(Contract contract, JsonNode tag) {
        var name = tag.path("name").asText();
        var tags = joined.withArrayProperty("tags");
        for (var present : tags) {
            if (!present.path("name").asText().equals(name)) {
                continue;
            }
            var other = sources.get("tags/" + name);
            if (other != null && !present.equals(tag)) {
                throw new ContractConflict(
                        "%s and %s describe the tag %s differently".formatted(other, contract.source(), name));
            }
            return;
        }
        tags.add(tag);
        sources.put("tags/" + name, contract.source());
    }
}
