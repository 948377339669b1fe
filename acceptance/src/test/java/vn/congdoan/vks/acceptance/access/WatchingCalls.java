package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// Valid requests about the synchronisation of a service: about the own union's node; what lies in quarantine
/// is of a union beside.
final class WatchingCalls {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final List<String> SERVICES = List.of("Membership", "Campaign", "Welfare");

    private final World world;
    private final String service;
    private final String path;

    private WatchingCalls(World world, String service) {
        this.world = world;
        this.service = service.toLowerCase(Locale.ROOT);
        this.path = "/api/v1/sync/" + this.service;
    }

    /// `listMembershipCursors` is `listCursors` of membership-service.
    static boolean knows(String operation) {
        return SERVICES.stream().anyMatch(operation::contains)
                && !operation.endsWith("Changes")
                && (operation.contains("Cursors")
                        || operation.contains("Quarantine")
                        || operation.contains("Digests")
                        || operation.contains("Comparison"));
    }

    static Call of(String operation, World world) {
        String service =
                SERVICES.stream().filter(operation::contains).findFirst().orElseThrow();
        return new WatchingCalls(world, service).call(operation.replace(service, ""));
    }

    private Call call(String general) {
        return switch (general) {
            case "listCursors" -> {
                own();
                yield Call.get(path + "/cursors");
            }
            case "listQuarantine" -> {
                world.besideNode().setAside(service);
                yield Call.get(path + "/quarantine");
            }
            case "retryQuarantined" -> new Call("POST", aside() + "/retry", Map.of(), null);
            case "discardQuarantined" ->
                Call.of("POST", aside() + "/discard", Json.object().put("reason", "Đã sửa tại tỉnh"));
            case "listDigests" -> Call.get(path + "/digests?node=" + own());
            case "listDigestsOfRecords" -> Call.get(path + "/digests/member/2026-01?node=" + own());
            case "listComparisons" -> {
                compared();
                yield Call.get(path + "/comparisons");
            }
            case "getComparison" -> Call.get(path + "/comparisons/" + compared());
            case "requestComparison" -> comparison();
            default -> throw new AssertionError("No valid request is known for " + general);
        };
    }

    private Call comparison() {
        ObjectNode form = Json.object().put("node", own());
        return Call.of("POST", path + "/comparisons", form);
    }

    private String compared() {
        return world.gateway()
                .send(comparison(), reader().token())
                .require(201)
                .json()
                .path("id")
                .asText();
    }

    private String aside() {
        return path + "/quarantine/" + world.besideNode().setAside(service);
    }

    /// The name of the own union's node, once the service knows it.
    private String own() {
        Call node = NodeCalls.of("getNode", world);
        String name = world.gateway()
                .send(node, reader().token())
                .require(200)
                .json()
                .path("name")
                .asText();
        Call cursors = Call.get(path + "/cursors");
        Waiting.until(
                () -> {
                    JsonNode items = world.gateway()
                            .send(cursors, reader().token())
                            .require(200)
                            .json()
                            .path("items");
                    return !items.isEmpty();
                },
                PATIENCE);
        return name;
    }

    private Account reader() {
        return world.own().holder("INSPECTOR");
    }
}
