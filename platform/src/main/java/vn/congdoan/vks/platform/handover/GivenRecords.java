package vn.congdoan.vks.platform.handover;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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

    private record Part(String table, List<ObjectNode> rows) {}

    private record Whole(List<Part> parts) {}

    /// Seals what tables hold of some records.
    ///
    /// @param tables say by `own.records` which of their rows move
    /// @param context which must be the same when it is opened
    public String sealed(List<MovingTable> tables, UUID[] records, String context, PublicKey receiver) {
        List<Part> parts = tables.stream()
                .map(table -> new Part(table.name(), moving.read(table, records, null, ROWS)))
                .toList();
        return written(new Whole(parts), context, receiver);
    }

    /// Puts it where it belongs.
    ///
    /// @param of the column by which the rows are those of the records
    /// @throws CannotApply if it does not open, or holds more than these tables' rows of these records
    public void take(List<MovingTable> tables, UUID[] records, String of, Sealed letter, KeyPair receiver) {
        Whole whole = opened(letter, Whole.class, receiver);
        Set<String> named = Arrays.stream(records).map(UUID::toString).collect(Collectors.toSet());
        for (Part part : whole.parts()) {
            MovingTable table = tables.stream()
                    .filter(each -> each.name().equals(part.table()))
                    .findFirst()
                    .orElseThrow(() -> new CannotApply("the letter holds a table that is not known here"));
            if (part.rows().stream()
                            .anyMatch(row -> !named.contains(row.path(of).asText()))
                    || overwritesOthers(table, records, of, part.rows())) {
                throw new CannotApply("the letter holds rows of others");
            }
            moving.write(table, part.rows());
        }
    }

    private boolean overwritesOthers(MovingTable table, UUID[] records, String of, List<ObjectNode> rows) {
        UUID[] keys = rows.stream()
                .map(row -> UUID.fromString(row.path(table.key()).asText()))
                .toArray(UUID[]::new);
        return sql.one(
                        "select exists (select from %s where %s = any (?) and %s <> all (?))"
                                .formatted(table.name(), table.key(), of),
                        row -> row.getBoolean(1),
                        keys,
                        records)
                .orElseThrow();
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
