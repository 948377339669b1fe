package vn.congdoan.vks.acceptance.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import vn.congdoan.vks.acceptance.api.Api;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.local.stack.Waiting;

/// The node of a union beside all others, of which there is no more than its account: it speaks the protocol of
/// nodes to send what the central node cannot apply.
public final class BesideNode {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Api gateway;
    private final Account account;
    private final String union;
    private final String name;
    private final Map<String, Long> positions = new HashMap<>();

    private BesideNode(Api gateway, Account account, String union, String name) {
        this.gateway = gateway;
        this.account = account;
        this.union = union;
        this.name = name;
    }

    /// Founds the union and registers its node.
    static BesideNode found(World world) {
        Account keeper = world.caller("ADMIN@central");
        String union = world.emptyUnion().id();
        String name = world.gateway()
                .send(Call.of("POST", "/api/v1/sync/nodes", Forms.node(union)), keeper.token())
                .require(201)
                .json()
                .path("name")
                .asText();
        Account account = world.account("node-beside");
        world.grant(account, "NODE", union, keeper);
        return new BesideNode(world.gateway(), account, union, name);
    }

    /// A change of a kind that nobody knows now lies in a service's quarantine.
    ///
    /// @return its id
    public synchronized String setAside(String service) {
        long from = positions.computeIfAbsent(service, this::known);
        String change = Forms.id();
        String record = Forms.id();
        String line = """
                {"position":%1$d,"changeId":"%2$s","kind":"STATE","aggregateType":"novelty","aggregateId":"%3$s",\
                "streamKey":"%3$s","version":1,"originNode":"%4$s","originEpoch":1,"originPosition":%1$d,\
                "ownerUnion":"%5$s","recordedAt":"2026-01-02T03:04:05Z","effectiveDate":"2026-01-02","type":"made",\
                "schemaVersion":1,"state":{}}""".formatted(from + 1, change, record, name, union);
        String head = Json.write(Json.object()
                .put("sender", name)
                .put("epoch", 1)
                .put("from", from)
                .put("to", from + 1)
                .put("head", from + 1)
                .put("changes", 1));
        Call batch = new Call("POST", path(service) + "/batches", Map.of("Content-Type", "application/x-ndjson"), null)
                .withBody(packed(head + "\n" + line));
        gateway.send(batch, account.token()).require(200);
        positions.put(service, from + 1);
        return change;
    }

    /// How far a service has taken its feed, once it knows the node.
    private long known(String service) {
        Call cursor = Call.get(path(service) + "/cursors/" + name);
        if (!Waiting.until(() -> gateway.send(cursor, account.token()).status() == 200, PATIENCE)) {
            throw new AssertionError(service + " does not know the node " + name);
        }
        return gateway.send(cursor, account.token()).json().path("position").asLong();
    }

    private static String path(String service) {
        return "/api/v1/sync/" + service;
    }

    private static byte[] packed(String lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
