package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about provincial nodes: about the own union's, which has one only, in whichever condition it is
/// needed.
final class NodeCalls {

    private static final String ADDRESS = "/api/v1/sync/nodes";

    private static final String KEYS = "/api/v1/sync/keys";

    private final World world;
    private final Account keeper;

    private NodeCalls(World world) {
        this.world = world;
        this.keeper = world.caller("ADMIN@central");
    }

    static Call of(String operation, World world) {
        return new NodeCalls(world).call(operation);
    }

    private Call call(String operation) {
        return switch (operation) {
            case "registerNode" ->
                Call.of("POST", ADDRESS, Forms.node(world.emptyUnion().id()));
            case "listNodes" -> {
                own();
                yield Call.get(ADDRESS);
            }
            case "getNode" -> Call.get(own());
            case "suspendNode" -> action(prepared(false), "suspend");
            case "resumeNode" -> action(prepared(true), "resume");
            // Of a union apart: nobody could write the own one's records meanwhile.
            case "handOver" -> action(moving(false), "hand-over");
            case "keepRecords" -> action(moving(true), "keep-records");
            // The central node's: the own union's node is played, and has none.
            case "listNodeKeys" -> Call.get(KEYS);
            case "getNodeKey" -> Call.get(KEYS + "/" + centralKey());
            case "rotateNodeKey" ->
                Call.of("POST", KEYS + "/rotate", Json.object().put("reason", "Kiểm tra khóa"));
            default -> throw new AssertionError("No node is known for " + operation);
        };
    }

    /// The own union's node, suspended or not.
    private String prepared(boolean suspended) {
        String path = own();
        boolean isSuspended = read(path).json().path("status").asText().equals("SUSPENDED");
        if (isSuspended != suspended) {
            world.gateway()
                    .send(action(path, suspended ? "suspend" : "resume"), keeper.token())
                    .require(200);
        }
        return path;
    }

    /// A node to which a union's records move, or are about to.
    private String moving(boolean begun) {
        String path = world.preparedNode();
        boolean moves = read(path).json().path("status").asText().equals("MOVING");
        if (moves != begun) {
            world.gateway()
                    .send(action(path, begun ? "hand-over" : "keep-records"), keeper.token())
                    .require(200);
        }
        return path;
    }

    private Call action(String path, String action) {
        ObjectNode reason = Json.object().put("reason", "Kiểm tra nút");
        return Call.of("POST", path + "/" + action, reason)
                .with("If-Match", read(path).header("ETag"));
    }

    private String own() {
        Call list = Call.get(ADDRESS);
        Account reader = world.own().holder("INSPECTOR");
        JsonNode known =
                world.gateway().send(list, reader.token()).require(200).json().at("/items/0/id");
        if (known.isMissingNode()) {
            Call register = Call.of("POST", ADDRESS, Forms.node(world.own().id()));
            known = world.gateway()
                    .send(register, keeper.token())
                    .require(201)
                    .json()
                    .path("id");
        }
        return ADDRESS + "/" + known.asText();
    }

    private String centralKey() {
        return read(KEYS).json().at("/items/0/id").asText();
    }

    private Answer read(String path) {
        return world.gateway().send(Call.get(path), keeper.token()).require(200);
    }
}
