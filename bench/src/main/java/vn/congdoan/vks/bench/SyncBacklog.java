package vn.congdoan.vks.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// How fast the central node takes what a province has done while it was alone: batches of its feed over HTTP
/// into membership-service, each checked, applied and logged again, beside PostgreSQL's logical replication of
/// the rows that this left behind.
final class SyncBacklog implements Measurement.Measuring {

    private static final int PRESENT = 100_000;
    private static final int CHANGES = Integer.parseInt(System.getenv().getOrDefault("BENCH_CHANGES", "200000"));
    private static final int WARM_UP = CHANGES / 4;
    private static final long LOOK_EVERY = 100_000_000;
    private static final String AT_REST = """
            select case when exists (select from change_pending)
                or (select change_head.position - relay.position from relay, change_head) > 0 then 0 else 1 end
            """;

    private final BenchSystem system;

    SyncBacklog(BenchSystem system) {
        this.system = system;
    }

    @Override
    public List<Figure> measure(int runs) throws Exception {
        try (Connection connection = system.connect("membership")) {
            ManyMembers.fill(connection, PRESENT);
        }
        system.replicateLogically();
        ProvinceFeed feed = ProvinceFeed.found(system);
        awaitRest();
        LogicalReplication replication = new LogicalReplication(system);
        feed.handOver(feed.enrolments(WARM_UP));
        double[] ours = new double[runs];
        double[] limit = new double[runs];
        double[] share = new double[runs];
        double[] bytes = new double[runs];
        for (int run = 0; run < runs; run++) {
            long before = feed.position();
            List<byte[]> batches = feed.enrolments(CHANGES);
            bytes[run] = batches.stream().mapToLong(each -> each.length).sum() / (double) CHANGES;
            awaitRest();
            long begin = System.nanoTime();
            feed.handOver(batches);
            ours[run] = CHANGES / ((System.nanoTime() - begin) / 1e9);
            awaitRest();
            requireApplied(feed.position());
            limit[run] = replication.perSecond(before, CHANGES, ProvinceFeed.BATCH);
            share[run] = ours[run] / limit[run];
        }
        return List.of(
                Figure.of(
                        "Central takes a province's backlog of %,d changes".formatted(CHANGES),
                        "changes/s",
                        ours,
                        "≥ 10,000 changes/s"),
                Figure.of("limit: logical replication of the same rows", "changes/s", limit, ""),
                Figure.of("share of the limit", "", share, "≥ 0.3"),
                Figure.of("packed, %,d changes together".formatted(ProvinceFeed.BATCH), "bytes/change", bytes, ""));
    }

    private void requireApplied(long changes) throws SQLException {
        long applied = system.number(
                "membership",
                "select count(*) from replica join member on member_id = aggregate_id where sender = '%s'"
                        .formatted(ProvinceFeed.NODE));
        long aside = system.number("membership", "select count(*) from quarantined_change");
        if (applied != changes || aside != 0) {
            throw new IllegalStateException("%d of %d are there, %d were set aside".formatted(applied, changes, aside));
        }
    }

    /// Positions given, and Kafka told.
    private void awaitRest() throws SQLException {
        while (system.number("membership", AT_REST) == 0) {
            LockSupport.parkNanos(LOOK_EVERY);
        }
    }
}
