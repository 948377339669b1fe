package vn.congdoan.vks.acceptance.node;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Account;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// Decisions of the central union on unions, one of which has a node of its own.
final class CentralReorganizes {

    private static final String REORGANIZATIONS = "/api/v1/reorganizations";
    private static final String DAY = "2025-07-01";

    private final Api gateway;
    private final Account root;

    CentralReorganizes(World world) {
        this.gateway = world.gateway();
        this.root = world.demo(DemoLogins.TRUNGUONG_QUANTRI);
    }

    /// @return its id, and how far it has come at once
    Answer merge(String predecessor, String successor) {
        return apply(Forms.merge(predecessor, successor));
    }

    Answer rename(String union, String name) {
        ObjectNode form = decided("RENAME");
        form.putArray("predecessors").add(union);
        return apply(form.put("name", name));
    }

    /// A new union takes the place of another one.
    Answer found(String predecessor, ObjectNode founded) {
        ObjectNode form = decided("MERGE");
        form.putArray("predecessors").add(predecessor);
        form.putArray("successors").addObject().set("founded", founded);
        return apply(form);
    }

    private static ObjectNode decided(String kind) {
        ObjectNode form = Json.object().put("kind", kind).put("effectiveDate", DAY);
        form.set("decision", Forms.decision());
        return form;
    }

    private Answer apply(ObjectNode form) {
        Answer drafted = gateway.send(
                        Call.of("POST", REORGANIZATIONS, form).with("Idempotency-Key", Forms.id()), root.token())
                .require(201);
        String path = REORGANIZATIONS + "/" + drafted.json().path("id").asText();
        return gateway.send(
                        Call.of("POST", path + "/apply", Json.object()).with("If-Match", drafted.header("ETag")),
                        root.token())
                .require(200);
    }

    /// Until it has come so far.
    JsonNode await(Answer begun, String status) {
        String path = REORGANIZATIONS + "/" + begun.json().path("id").asText();
        boolean there =
                Waiting.until(() -> status.equals(read(path).path("status").asText()), Province.PATIENCE);
        JsonNode now = read(path);
        if (!there) {
            throw new AssertionError("It is not " + status + ": " + now);
        }
        return now;
    }

    private JsonNode read(String path) {
        return gateway.send(Call.get(path), root.token()).require(200).json();
    }
}
