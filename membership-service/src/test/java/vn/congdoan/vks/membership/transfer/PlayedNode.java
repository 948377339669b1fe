package vn.congdoan.vks.membership.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.membership.node.NodeKeyState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.handover.GivenRecords;
import vn.congdoan.vks.platform.secrets.SealedLetter;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.ProvinceNode;

/// The node of a union, as the central one knows it: what it tells, and the keys that it alone has.
public final class PlayedNode {

    private static final Map<String, String> REASON = Map.of("reason", "Tỉnh có máy chủ riêng");
    private static final ObjectMapper JSON = new ObjectMapper();

    public final String name;
    public final String union;
    public final KeyPair keys = SealedLetter.newKeys();
    public final UUID keyId;
    private final ProvinceNode node;
    private final Sql sql = Arc.container().instance(Sql.class).get();

    /// The union has worked at the central node until now.
    public PlayedNode(String code, String union) {
        this.name = code.toLowerCase(Locale.ROOT);
        this.union = union;
        String path = "/api/v1/sync/nodes/"
                + Api.create(Api.FIRST_ADMIN, "/api/v1/sync/nodes", Map.of("name", name, "unionId", union))
                        .statusCode(201)
                        .extract()
                        .path("id");
        Api.grant(Api.FIRST_ADMIN, "node-" + name, "NODE", union).statusCode(201);
        if ("PREPARING".equals(Api.as(Api.FIRST_ADMIN).get(path).path("status"))) {
            String moving = Api.act(Api.FIRST_ADMIN, path, "hand-over", REASON)
                    .statusCode(200)
                    .extract()
                    .header("ETag");
            Api.as("node-" + name)
                    .header("If-Match", moving)
                    .post(path + "/take-over")
                    .then()
                    .statusCode(200);
        }
        this.node = new ProvinceNode(name, UUID.fromString(union));
        this.keyId = node.tell(
                NodeKeyState.TYPE,
                Map.of(
                        "node",
                        name,
                        "publicKey",
                        SealedLetter.written(keys.getPublic()),
                        "madeAt",
                        Instant.parse("2026-11-22T08:00:00Z").toString()));
        send();
    }

    public UUID id() {
        return UUID.fromString(union);
    }

    public void send() {
        node.send(Arc.container().instance(Receiving.class).get());
    }

    /// A record that is new.
    public void tell(AggregateType type, UUID id, Map<String, ?> state) {
        node.tell(type, id, state);
    }

    /// The latest state of a record with something else in it, in a later version.
    public void tellChanged(AggregateType type, UUID id, UUID owner, String happened, Consumer<ObjectNode> change) {
        ObjectNode state = latest(sql, type, id);
        change.accept(state);
        node.tell(type, id, version(type, id) + 1, owner, happened, state.toString());
    }

    public long version(AggregateType type, UUID id) {
        return sql.one("select version from latest_change(?, ?)", row -> row.getLong(1), type.name(), id)
                .orElseThrow();
    }

    public static ObjectNode latest(Sql sql, AggregateType type, UUID id) {
        String state = sql.one("select state::text from latest_change(?, ?)", row -> row.getString(1), type.name(), id)
                .orElseThrow();
        try {
            return (ObjectNode) JSON.readTree(state);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What is in a letter to this node.
    public JsonNode opened(ObjectNode letter) {
        return Arc.container()
                .instance(GivenRecords.class)
                .get()
                .opened(new GivenRecords.Sealed(letter.path("sealed").asText(), context(letter)), JsonNode.class, keys);
    }

    static String context(ObjectNode letter) {
        return String.join(
                "/",
                "member-letter",
                letter.path("purpose").asText(),
                letter.path("toNode").asText(),
                letter.path("keyId").asText(),
                letter.path("causeId").asText(),
                letter.path("memberId").asText(),
                letter.path("memberVersion").asText());
    }

    /// The rows of a table in an opened letter.
    public static List<JsonNode> rows(JsonNode record, String table) {
        List<JsonNode> rows = new ArrayList<>();
        record.path("parts").forEach(part -> {
            if (part.path("table").asText().equals(table)) {
                part.path("rows").forEach(rows::add);
            }
        });
        return rows;
    }
}
