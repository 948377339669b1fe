package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.secrets.SealingBroken;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.CannotApply;

/// Letters between nodes: what stays at home of records that are given to another node goes along in them, and nobody
/// else opens them.
@ApplicationScoped
public class GivenRecords {

    private static final int ROWS = 10_000;

    private final MovingRows moving;
    private final Letters letters;
    private final Sql sql;

    GivenRecords(MovingRows moving, Letters letters, Sql sql) {
        this.moving = moving;
        this.letters = letters;
        this.sql = sql;
    }

    /// What one table holds of somebody.
    record Part(String table, List<ObjectNode> rows) {}

    /// What all tables hold of somebody.
    public record Kept(List<Part> parts) {}

    /// What tables hold of some records, for each whose records they are.
    ///
    /// @param tables say by `own.records` which of their rows move
    /// @param owners whose each record is
    /// @param of the column by which a row is a record's
    public Map<UUID, Kept> gathered(List<MovingTable> tables, Map<UUID, UUID> owners, String of) {
        Map<UUID, Kept> gathered = new HashMap<>();
        owners.values().forEach(owner -> gathered.put(owner, new Kept(new ArrayList<>())));
        UUID[] records = owners.keySet().toArray(UUID[]::new);
        for (MovingTable table : tables) {
            rows(table, records).stream()
                    .collect(Collectors.groupingBy(row -> owner(owners, id(row, of))))
                    .forEach((owner, rows) ->
                            Objects.requireNonNull(gathered.get(owner)).parts().add(new Part(table.name(), rows)));
        }
        return gathered;
    }

    private List<ObjectNode> rows(MovingTable table, UUID[] records) {
        List<ObjectNode> all = new ArrayList<>();
        List<ObjectNode> page = moving.read(table, records, null, ROWS);
        all.addAll(page);
        while (page.size() == ROWS) {
            page = moving.read(table, records, id(page.getLast(), table.key()), ROWS);
            all.addAll(page);
        }
        return all;
    }

    private static UUID owner(Map<UUID, UUID> owners, UUID record) {
        return Objects.requireNonNull(owners.get(record));
    }

    private static UUID id(ObjectNode row, String column) {
        return UUID.fromString(row.path(column).asText());
    }

    /// What came for somebody.
    ///
    /// @param records of whom the letter tells
    public record Arrived(Set<UUID> records, Sealed letter, KeyPair receiver) {}

    private record Incoming(ObjectNode row, Set<UUID> records) {}

    /// Puts everything where it belongs, all letters' rows of a table at once.
    ///
    /// @param of the column by which a row is a record's
    /// @throws CannotApply if one of them does not open, or holds more than these tables' rows of its records
    public void take(List<MovingTable> tables, String of, List<Arrived> arrived) {
        Map<String, List<Incoming>> incoming = new HashMap<>();
        tables.forEach(table -> incoming.put(table.name(), new ArrayList<>()));
        for (Arrived each : arrived) {
            for (Part part : opened(each.letter(), Kept.class, each.receiver()).parts()) {
                List<Incoming> there = incoming.get(part.table());
                if (there == null) {
                    throw new CannotApply("the letter holds a table that is not known here");
                }
                part.rows().forEach(row -> there.add(new Incoming(row, each.records())));
            }
        }
        for (MovingTable table : tables) {
            List<Incoming> rows = Objects.requireNonNull(incoming.get(table.name()));
            if (!rows.isEmpty()) {
                requireOwn(table, of, rows);
                moving.write(table, rows.stream().map(Incoming::row).toList());
            }
        }
    }

    private void requireOwn(MovingTable table, String of, List<Incoming> rows) {
        Map<UUID, UUID> there = new HashMap<>();
        sql.list(
                "select %1$s, %2$s from %3$s where %1$s = any (?)".formatted(table.key(), of, table.name()),
                row -> there.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                (Object) rows.stream().map(each -> id(each.row(), table.key())).toArray(UUID[]::new));
        for (Incoming each : rows) {
            UUID record = id(each.row(), of);
            if (!each.records().contains(record)
                    || !each.records().contains(there.getOrDefault(id(each.row(), table.key()), record))) {
                throw new CannotApply("the letter holds rows of others");
            }
        }
    }

    /// What was sealed, and what it was sealed for.
    public record Sealed(String letter, String context) {}

    /// Seals anything else.
    public String written(Object content, String context, PublicKey receiver) {
        return Base64.getEncoder().encodeToString(letters.sealed(content, context, receiver));
    }

    /// @throws CannotApply if it does not open
    public <T> T opened(Sealed sealed, Class<T> type, KeyPair receiver) {
        try {
            return letters.opened(Base64.getDecoder().decode(sealed.letter()), type, sealed.context(), receiver);
        } catch (SealingBroken | RuntimeException broken) {
            throw new CannotApply("the letter does not open", broken);
        }
    }
}
