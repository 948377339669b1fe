package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Condenses what is logged here of a node's records, so that two ends find what differs between them without
/// sending it all: the records that the node wrote, at the node as it wrote them, at the central one as they
/// came.
@ApplicationScoped
class Digests {

    static final UUID FIRST = new UUID(0, 0);
    static final UUID LAST = new UUID(-1, -1);

    private static final String CONDENSED =
            "select aggregate_type, month, records, digest from compared_digests(?, ?, ?, ?)";

    private static final String ONE_BY_ONE = """
            select aggregate_id, origin_epoch, version, encode(hash, 'hex')
            from compared_records(?, ?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    Digests(Sql sql) {
        this.sql = sql;
    }

    /// A node's records of one kind that changed last in one month.
    @Schema(
            name = "Digest",
            description = "A node's records of one kind that changed last in one month, condensed",
            examples = Digest.EXAMPLE)
    public record Digest(
            @Schema(description = "Kind of record", examples = "member")
            String type,

            @Schema(description = "Month in Vietnam of the record's last change", examples = "2026-11")
            String month,

            @Schema(description = "How many records", examples = "412")
            long count,

            @Schema(
                    description = "Of the hashes of all of them; the same at both ends where the records are",
                    examples = "8f14e45fceea167a5a36dedd4bea2543")
            String digest) {

        static final String EXAMPLE = """
                {"type": "member", "month": "2026-11", "count": 412, "digest": "8f14e45fceea167a5a36dedd4bea2543"}
                """;
    }

    /// One record of them.
    @Schema(name = "RecordDigest", description = "One record, condensed", examples = OfRecord.EXAMPLE)
    public record OfRecord(
            @Schema(description = "Id of the record") UUID id,

            @Schema(description = "Epoch of its home in which the version was made", examples = "1")
            int epoch,

            @Schema(description = "Version of the record", examples = "3")
            long version,

            @Schema(
                    description = "SHA-256 of id, version and published state",
                    examples = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
            String hash) {

        static final String EXAMPLE = """
                {
                  "id": "019aa7b0-1c00-7000-8000-000000000001",
                  "epoch": 1,
                  "version": 3,
                  "hash": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                }
                """;
    }

    /// All kinds and months, or one of either.
    List<Digest> of(String node, @Nullable String type, @Nullable ComparedMonth month) {
        return sql.list(
                CONDENSED,
                row -> new Digest(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
                node,
                type,
                ComparedMonth.begin(month),
                ComparedMonth.end(month));
    }

    /// The records of one kind and month in the order of their ids, after one, at most so many.
    List<OfRecord> page(String node, String type, ComparedMonth month, @Nullable UUID after, int most) {
        return sql.list(
                ONE_BY_ONE,
                row -> new OfRecord(row.getObject(1, UUID.class), row.getInt(2), row.getLong(3), row.getString(4)),
                node,
                type,
                ComparedMonth.begin(month),
                ComparedMonth.end(month),
                after == null ? FIRST : after,
                LAST,
                most);
    }
}
