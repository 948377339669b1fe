package vn.congdoan.vks.platform.sync;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.congdoan.vks.platform.change.ChangeKind;
import vn.congdoan.vks.platform.sql.Sql;

/// Whether what a province's node tells of one kind of records stays with their owner.
final class CheckingStates {

    private final Sql sql;
    private final Replica replica;
    private final Ownership ownership;
    private final String worst;

    CheckingStates(Sql sql, Replica replica) {
        this.sql = sql;
        this.replica = replica;
        this.ownership = replica.ownership();
        this.worst = ownership.worst();
    }

    private record Worst(int place, boolean foreign) {}

    /// @param changes all of the kind, those that others follow included: whoever reads the log here sees each
    /// @throws NotTheOwners if one goes beyond
    void require(List<SyncChange> changes) {
        for (SyncChange each : changes) {
            boolean withdrawn = each.kind() == ChangeKind.WITHDRAWAL;
            if (ownership.isCentralAlone()
                    || (!withdrawn && each.kind() != replica.type().kind())) {
                throw new NotTheOwners(each, true);
            }
        }
        List<SyncChange> told = changes.stream()
                .filter(each -> each.kind() != ChangeKind.WITHDRAWAL)
                .toList();
        if (!told.isEmpty()) {
            sql.one(worst, row -> new Worst(row.getInt(1), row.getBoolean(2)), json(told))
                    .ifPresent(found -> {
                        throw new NotTheOwners(told.get(found.place()), found.foreign());
                    });
        }
    }

    private static String json(List<SyncChange> changes) {
        return IntStream.range(0, changes.size())
                .mapToObj(place -> {
                    SyncChange each = changes.get(place);
                    return """
                            {"place":%d,"id":"%s","owner":"%s","stream":"%s","state":%s}""".formatted(place, each.aggregateId(), each.ownerUnion(), each.streamKey(), each.state());
                })
                .collect(Collectors.joining(",", "[", "]"));
    }
}
