package vn.congdoan.vks.platform.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.change.Sequencer;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// The steps of a comparison at both ends, and what heals a difference: what the central node lacks the node
/// tells again; what differs there the central node doubts, and is told again. What the node has no trace of is
/// named and stays.
@ApplicationScoped
class Agreeing {

    /// What lies in quarantine there was told already.
    private static final String TELL = """
            select tell_again(missing.aggregate_type, missing.aggregate_id, ?, ?, ?)
            from unnest(?::text[], ?::uuid[]) as missing (aggregate_type, aggregate_id)
            where not exists (select from quarantined_elsewhere aside
                              where aside.aggregate_id = missing.aggregate_id
                              and aside.aggregate_type = missing.aggregate_type)
            """;

    private static final String DOUBT = """
            update replica set doubted = true
            from unnest(?::text[], ?::uuid[]) as different (aggregate_type, aggregate_id)
            where replica.sender = ? and replica.aggregate_id = different.aggregate_id
                and replica.aggregate_type = different.aggregate_type
            """;

    private final Sql sql;
    private final InOneTransaction transaction;
    private final Comparisons comparisons;
    private final Comparing comparing;
    private final Sequencer sequencer;
    private final ThisNode here;

    Agreeing(
            Sql sql,
            InOneTransaction transaction,
            Comparisons comparisons,
            Comparing comparing,
            Sequencer sequencer,
            ThisNode here) {
        this.sql = sql;
        this.transaction = transaction;
        this.comparisons = comparisons;
        this.comparing = comparing;
        this.sequencer = sequencer;
        this.here = here;
    }

    /// At the province: the comparison that the link shall make now, if any: one that was asked for at either
    /// end, or that of the day.
    Optional<UUID> due(List<UUID> askedAtCentral) {
        if (here.isRecovering()) {
            return Optional.empty();
        }
        return transaction.run(() -> {
            Optional<UUID> due = comparisons
                    .waiting(here.id())
                    .or(() -> askedAtCentral.stream().findFirst());
            if (due.isEmpty() && comparisons.isOneDue(here.id())) {
                return Optional.of(comparisons.ask(here.id()));
            }
            return due;
        });
    }

    /// At the province: begins it by the central node's digests.
    Comparing.Overview begin(UUID id, int epoch, List<Digests.Digest> central) {
        comparing.requireSameEpoch(epoch);
        comparisons
                .find(id)
                .map(Comparisons.Row::node)
                .filter(node -> !node.equals(here.id()))
                .ifPresent(node -> {
                    throw new NotFound();
                });
        transaction.run(() -> {
            comparisons.begin(id, here.id());
            return id;
        });
        return comparing.overview(central);
    }

    /// At the province: compares a page of records, and tells again what the central node lacks.
    List<Difference> compare(UUID id, ComparedRecords page, Feeding.Reader central) {
        return transaction.run(() -> {
            if (comparisons.found(id) >= Comparisons.MOST_DIFFERENCES) {
                return List.<Difference>of();
            }
            List<Difference> found = comparing.differences(page);
            comparisons.add(id, found);
            List<Difference> missing = of(Difference.Kind.MISSING_AT_CENTRAL, found);
            if (!missing.isEmpty()) {
                sql.list(
                        TELL,
                        row -> true,
                        central.node(),
                        here.id(),
                        central.unions().toArray(UUID[]::new),
                        types(missing),
                        ids(missing));
                sequencer.wake();
            }
            return found;
        });
    }

    /// At the central node: what the node found, of which it is told again what differs.
    void hear(UUID id, String node, List<Difference> found) {
        transaction.run(() -> {
            requireOf(node, id);
            comparisons.add(id, found);
            List<Difference> different = of(Difference.Kind.DIFFERENT, found);
            return sql.change(DOUBT, types(different), ids(different), node);
        });
    }

    /// At the central node: the node has begun.
    void begun(UUID id, String node) {
        transaction.run(() -> {
            if (comparisons.find(id).isPresent()) {
                requireOf(node, id);
            }
            comparisons.begin(id, node);
            return id;
        });
    }

    /// At both: everything is compared.
    void end(UUID id, String node, long records) {
        transaction.run(() -> {
            requireOf(node, id);
            comparisons.end(id, records);
            return id;
        });
    }

    private void requireOf(String node, UUID id) {
        boolean own =
                comparisons.find(id).filter(each -> each.node().equals(node)).isPresent();
        if (!own) {
            throw new NotFound();
        }
    }

    private static List<Difference> of(Difference.Kind kind, List<Difference> found) {
        return found.stream().filter(each -> each.difference() == kind).toList();
    }

    private static String[] types(List<Difference> found) {
        return found.stream().map(Difference::aggregateType).toArray(String[]::new);
    }

    private static UUID[] ids(List<Difference> found) {
        return found.stream().map(Difference::aggregateId).toArray(UUID[]::new);
    }
}
