package vn.congdoan.vks.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of the trails of all services, newest first. Ids are UUIDv7, so their order is that of time, and the id
/// of the last entry is a cursor that every service understands.
///
/// @param items entries as the services wrote them
/// @param next cursor of the following page; null at the end
/// @param unavailable services whose entries are missing
@JsonInclude(JsonInclude.Include.ALWAYS)
record CommonTrail(List<JsonNode> items, @Nullable String next, List<String> unavailable) {

    /// Merges what the services gave.
    static CommonTrail of(List<TrailPart.Entries> parts, int limit, List<String> unavailable) {
        var all = parts.stream()
                .flatMap(part -> part.entries().stream())
                .sorted(Comparator.comparing(CommonTrail::id).reversed())
                .toList();
        boolean more = all.size() > limit || parts.stream().anyMatch(TrailPart.Entries::more);
        var items = all.subList(0, Math.min(limit, all.size()));
        var next = more && !items.isEmpty() ? cursor(id(items.getLast())) : null;
        return new CommonTrail(items, next, unavailable);
    }

    /// The entry's id in canonical form, in which text order is id order.
    static String id(JsonNode entry) {
        return entry.path("id").asText();
    }

    private static String cursor(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
    }
}
