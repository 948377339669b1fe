package vn.congdoan.vks.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.sync.Batch;
import vn.congdoan.vks.platform.sync.Cursor;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.sync.SyncChange;

/// A province's node that tells the central one whatever it likes.
public final class ProvinceNode {

    private static final int EPOCH = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final UUID union;
    private final List<SyncChange> told = new ArrayList<>();
    private Cursor cursor = new Cursor(EPOCH, 0);

    public ProvinceNode(String name, UUID union) {
        this.name = name;
        this.union = union;
    }

    public UUID union() {
        return union;
    }

    /// A new record of the union, as the node has it.
    public UUID tell(AggregateType type, Map<String, ?> state) {
        return tell(type, UUID.randomUUID(), state);
    }

    /// A record; the state has the id, and the union as its owner, where it does not say otherwise.
    public UUID tell(AggregateType type, UUID id, Map<String, ?> state) {
        return tell(type, id, 1, state);
    }

    /// A further version of it.
    public UUID tell(AggregateType type, UUID id, long version, Map<String, ?> state) {
        Map<String, Object> whole = new HashMap<>(Map.of("id", id, "ownerUnionId", union));
        whole.keySet().retainAll(fields(type));
        whole.putAll(state);
        boolean entry = type.kind() == ChangeKind.ENTRY;
        long position = cursor.position() + told.size() + 1;
        told.add(new SyncChange(
                position,
                UUID.randomUUID(),
                type.kind(),
                type.name(),
                id,
                entry ? UUID.fromString(String.valueOf(whole.get("fundId"))) : id,
                version,
                name,
                EPOCH,
                position,
                union,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                type.happenings().getFirst(),
                type.schemaVersion(),
                written(whole)));
        return id;
    }

    /// Something that happened to a record which is known already.
    public void tell(AggregateType type, UUID id, long version, UUID owner, String happened, String state) {
        long position = cursor.position() + told.size() + 1;
        told.add(new SyncChange(
                position,
                UUID.randomUUID(),
                type.kind(),
                type.name(),
                id,
                id,
                version,
                name,
                EPOCH,
                position,
                owner,
                null,
                null,
                null,
                null,
                Instant.parse("2026-11-22T08:00:00Z"),
                LocalDate.of(2026, 11, 22),
                happened,
                type.schemaVersion(),
                state));
    }

    private static List<String> fields(AggregateType type) {
        return Arrays.stream(type.state().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /// What was told since, on its way.
    public Batch batch() {
        long to = cursor.position() + told.size();
        return new Batch(name, EPOCH, cursor.position(), to, to, told);
    }

    /// Sends what was told since. What is refused was never told.
    public void send(Receiving central) {
        Batch batch = batch();
        told.clear();
        cursor = central.take(batch);
    }

    /// A batch as it travels.
    public static String lines(Batch batch) {
        StringBuilder lines = new StringBuilder(written(Map.of(
                "sender", batch.sender(),
                "epoch", batch.epoch(),
                "from", batch.from(),
                "to", batch.to(),
                "head", batch.head(),
                "changes", batch.changes().size())));
        for (SyncChange each : batch.changes()) {
            lines.append('\n')
                    .append(written(Map.ofEntries(
                            Map.entry("position", each.position()),
                            Map.entry("changeId", each.changeId()),
                            Map.entry("kind", each.kind()),
                            Map.entry("aggregateType", each.aggregateType()),
                            Map.entry("aggregateId", each.aggregateId()),
                            Map.entry("streamKey", each.streamKey()),
                            Map.entry("version", each.version()),
                            Map.entry("originNode", each.originNode()),
                            Map.entry("originEpoch", each.originEpoch()),
                            Map.entry("originPosition", each.originPosition()),
                            Map.entry("ownerUnion", each.ownerUnion()),
                            Map.entry("recordedAt", each.recordedAt().toString()),
                            Map.entry("effectiveDate", each.effectiveDate().toString()),
                            Map.entry("type", each.type()),
                            Map.entry("schemaVersion", each.schemaVersion()),
                            Map.entry("state", tree(each)))));
        }
        return lines.toString();
    }

    private static Object tree(SyncChange change) {
        try {
            return JSON.readTree(change.state());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
