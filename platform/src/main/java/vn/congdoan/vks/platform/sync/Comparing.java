package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.sql.Sql;

/// Compares, at a province's node, its own records with what the central node has of them. The node judges,
/// because it is their home and knows what is under way.
@ApplicationScoped
public class Comparing {

    private static final int MOST_OF_A_PAGE = 1_000;

    /// What the node changed after the central node's place is under way. What is missing in one month may be
    /// there in another, with an older state.
    private static final String DIFFERENCES = """
            with own as (
                select aggregate_id, version, hash from compared_records(?, ?, ?, ?, ?, ?, null)
            ), there as (
                select * from unnest(?::uuid[], ?::bigint[], ?::text[]) as page (aggregate_id, version, hash)
            ), different as (
                select aggregate_id, own.version as node_version, there.version as central_version
                from own full join there using (aggregate_id)
                where own.hash is distinct from decode(there.hash, 'hex')
            )
            select ?, aggregate_id, coalesce(node_version, latest.version), central_version
            from different left join lateral (
                select max(position) as position, max(version) as version
                from change where change.aggregate_id = different.aggregate_id and aggregate_type = ?) latest on true
            where coalesce(latest.position, 0) <= ?
            order by aggregate_id limit ?
            """;

    private final Sql sql;
    private final Digests digests;
    private final Changes changes;
    private final ThisNode here;

    Comparing(Sql sql, Digests digests, Changes changes, ThisNode here) {
        this.sql = sql;
        this.digests = digests;
        this.changes = changes;
        this.here = here;
    }

    /// A kind and month of records.
    public record Part(String type, String month) {

        static Part of(Digests.Digest digest) {
            return new Part(digest.type(), digest.month());
        }
    }

    /// The parts in which the central node's digests are not the own, and how many records the node has.
    record Overview(long records, List<Part> differing) {}

    Overview overview(List<Digests.Digest> central) {
        List<Digests.Digest> own = digests.of(here.id(), null, null);
        Set<Digests.Digest> differing = new HashSet<>(own);
        Set<Digests.Digest> alike = new HashSet<>(own);
        alike.retainAll(new HashSet<>(central));
        differing.addAll(central);
        differing.removeAll(alike);
        return new Overview(
                own.stream().mapToLong(Digests.Digest::count).sum(),
                differing.stream()
                        .map(Part::of)
                        .distinct()
                        .sorted((one, other) -> (one.type() + one.month()).compareTo(other.type() + other.month()))
                        .toList());
    }

    List<Difference> differences(ComparedRecords page) {
        requireSameEpoch(page.epoch());
        ComparedMonth month = ComparedMonth.parse(page.month()).orElseThrow(() -> new Invalid("/month", "not-a-month"));
        List<ComparedRecords.Known> there = page.records();
        return sql.list(
                DIFFERENCES,
                Comparing::read,
                here.id(),
                page.type(),
                ComparedMonth.begin(month),
                ComparedMonth.end(month),
                orElse(page.after(), Digests.FIRST),
                orElse(page.upTo(), Digests.LAST),
                there.stream().map(ComparedRecords.Known::id).toArray(UUID[]::new),
                there.stream().map(each -> String.valueOf(each.version())).toArray(String[]::new),
                there.stream().map(ComparedRecords.Known::hash).toArray(String[]::new),
                page.type(),
                page.type(),
                page.position(),
                MOST_OF_A_PAGE);
    }

    /// Positions of another epoch say nothing of what is under way: the feed goes on first.
    void requireSameEpoch(int epoch) {
        Position head = changes.head();
        if (head.epoch() != epoch || here.isRecovering()) {
            throw new Conflict("wrong-epoch", Map.of("epoch", head.epoch(), "position", head.number()));
        }
    }

    private static UUID orElse(@Nullable UUID id, UUID otherwise) {
        return id == null ? otherwise : id;
    }

    private static Difference read(ResultSet row) throws SQLException {
        Long own = row.getObject(3, Long.class);
        Long central = row.getObject(4, Long.class);
        return new Difference(row.getString(1), row.getObject(2, UUID.class), kind(own, central), own, central);
    }

    private static Difference.Kind kind(@Nullable Long own, @Nullable Long central) {
        if (central == null) {
            return Difference.Kind.MISSING_AT_CENTRAL;
        }
        return own == null ? Difference.Kind.MISSING_AT_NODE : Difference.Kind.DIFFERENT;
    }
}
