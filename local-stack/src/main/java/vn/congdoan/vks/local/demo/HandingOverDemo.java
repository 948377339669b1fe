package vn.congdoan.vks.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// Hands a union of the demo over from the central system to its own node, through the public API: registers the node,
/// begins the hand-over, and waits until the node writes the records. It may be repeated at any time.
public final class HandingOverDemo {
    private static final String REASON = "{\"reason\": \"Tỉnh vận hành máy chủ riêng\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final URI central;
    private final Function<DemoLogins, String> tokenOf;
    private final Path note;

    /// @param tokenOf a bearer token of a demo login at the central system
    /// @param note the file that says that the central system holds the demo
    public HandingOverDemo(URI central, Function<DemoLogins, String> tokenOf, Path note) {
        this.central = central;
        this.tokenOf = tokenOf;
        this.note = note;
    }

    /// @param node its name: the code of a union of the demo in small letters
    /// @return what was done; empty if the node is not one of the demo
    public Optional<String> run(String node) {
        Optional<DemoUnion> union = Arrays.stream(DemoUnion.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(node))
                .findFirst();
        return Files.exists(note) ? union.flatMap(each -> handOver(each, node)) : Optional.empty();
    }

    private Optional<String> handOver(DemoUnion union, String name) {
        DemoLogins root = DemoUnion.VKSTC.admin();
        try (DemoApi api = new DemoApi(central, tokenOf, Duration.ofSeconds(2))) {
            String unit = api.unitOfCode(root, union.name()).toString();
            if (find(api, name).isEmpty()) {
                api.post(root, "sync/nodes", "{\"name\": \"%s\", \"unionId\": \"%s\"}".formatted(name, unit));
            }
            JsonNode node = find(api, name).orElseThrow();
            if (!node.path("unionId").asText().equals(unit)) {
                return Optional.empty();
            }
            long begin = System.nanoTime();
            if (node.path("status").asText().equals("PREPARING")) {
                api.post(root, "sync/nodes/" + node.path("id").asText() + "/hand-over", REASON);
            }
            boolean done = Waiting.until(() -> !status(api, name).equals("MOVING"), PATIENCE);
            if (!done) {
                throw new DemoFailed("The records of " + union.title() + " have not moved to " + name + " after "
                        + PATIENCE.toMinutes() + " minutes; ./dev node " + name + " logs gateway says why");
            }
            return Optional.of(String.format(
                    Locale.ROOT,
                    "hand-over: %s is %s after %.1f s",
                    union.title(),
                    status(api, name),
                    (System.nanoTime() - begin) / 1e9));
        }
    }

    private static String status(DemoApi api, String name) {
        return find(api, name).map(each -> each.path("status").asText()).orElse("");
    }

    private static Optional<JsonNode> find(DemoApi api, String name) {
        for (JsonNode each :
                api.read(DemoUnion.VKSTC.admin(), "sync/nodes?limit=200").path("items")) {
            if (each.path("name").asText().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
