package vn.congdoan.vks.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/// One OpenAPI document that goes into the joined one.
///
/// @param source whose it is, for messages
/// @param document the whole document
record Contract(String source, ObjectNode document) {

    static final String COMPONENTS = "#/components/";

    /// The components that some nodes need, directly or through others: as `schemas/Member`.
    Set<String> needed(Iterable<JsonNode> by) {
        Set<String> needed = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        by.forEach(open::add);
        while (!open.isEmpty()) {
            var node = open.pop();
            if (node.isTextual() && node.textValue().startsWith(COMPONENTS)) {
                var name = node.textValue().substring(COMPONENTS.length());
                if (needed.add(name)) {
                    open.add(component(name));
                }
            }
            node.forEach(open::add);
        }
        return needed;
    }

    /// The component named as `schemas/Member`; a missing node if this document has none.
    JsonNode component(String name) {
        return document.at("/components/" + name);
    }

    JsonNode paths() {
        return document.path("paths");
    }
}
