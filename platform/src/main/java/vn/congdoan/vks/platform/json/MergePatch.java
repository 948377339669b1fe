package vn.congdoan.vks.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// JSON merge patch (RFC 7396): objects merge field by field, null removes, anything else replaces.
public final class MergePatch {

    private MergePatch() {}

    /// The target with the patch applied; neither argument is changed.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode merged = target.deepCopy();
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                merged.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode below =
                        merged.get(field.getKey()) instanceof ObjectNode present ? present : merged.objectNode();
                merged.set(field.getKey(), apply(below, inner));
            } else {
                merged.set(field.getKey(), value);
            }
        });
        return merged;
    }
}
