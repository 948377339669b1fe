package vn.congdoan.vks.welfare.contribution;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.idempotency.KeyedRequest;
import vn.congdoan.vks.platform.idempotency.KeyedRequests;
import vn.congdoan.vks.platform.sql.Turns;
import vn.congdoan.vks.welfare.ledger.GroupCommit;
import vn.congdoan.vks.welfare.ledger.Ledger;
import vn.congdoan.vks.welfare.period.Periods;

/// Writes contributions of several requests in one transaction. Each was judged by its own request before; what only
/// the transaction can tell is left out here, and is told to its request when that writes it alone: that it was
/// recorded before under the same `Idempotency-Key`, or that the books are closed.
@ApplicationScoped
class ContributionsTogether {

    /// One waits for the disk while the other one writes. A fund is always in the same lane, so neither waits for a
    /// balance that the other one holds.
    private static final int LANES = 2;

    /// A fund whose balances somebody holds must not stop the others: who waits for it waits alone.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Contributions contributions;
    private final KeyedRequests requests;
    private final Periods periods;
    private final Ledger ledger;
    private final Turns turns;
    private final AuditTrail trail;
    private final List<GroupCommit<Part>> lanes = Stream.generate(() -> new GroupCommit<>(this::writeAll))
            .limit(LANES)
            .toList();

    ContributionsTogether(
            Contributions contributions,
            KeyedRequests requests,
            Periods periods,
            Ledger ledger,
            Turns turns,
            AuditTrail trail) {
        this.contributions = contributions;
        this.requests = requests;
        this.periods = periods;
        this.ledger = ledger;
        this.turns = turns;
        this.trail = trail;
    }

    /// What one request writes.
    ///
    /// @param order its money
    /// @param answer of the request, as soon as all of it is committed
    record Part(
            KeyedRequest request,
            Contribution contribution,
            AuditTrail.Draft done,
            Ledger.Order order,
            Response answer) {

        private boolean isOpen(Map<UnitId, LocalDate> closed) {
            LocalDate through = closed.get(contribution.unitId());
            return through == null || contribution.givenOn().isAfter(through);
        }

        private KeyedRequests.Created created() {
            return new KeyedRequests.Created(
                    request,
                    contribution.id().value(),
                    Objects.requireNonNull(answer.getLocation()).toString());
        }
    }

    /// Whether it is recorded; else it is to be recorded alone.
    boolean write(Part part) {
        int lane = Math.floorMod(part.order().fund().hashCode(), LANES);
        return lanes.get(lane).write(part);
    }

    private Collection<Part> writeAll(List<Part> parts) {
        return QuarkusTransaction.requiringNew().call(() -> {
            turns.beReadyToGiveUp(PATIENCE);
            List<Part> fresh = fresh(open(parts));
            if (!fresh.isEmpty()) {
                contributions.insertAll(fresh.stream().map(Part::contribution).toList());
                trail.write(fresh.stream().map(Part::done).toList());
                requests.remember(fresh.stream().map(Part::created).toList());
                ledger.carryOut(fresh.stream().map(Part::order).toList());
            }
            return fresh;
        });
    }

    private List<Part> open(List<Part> parts) {
        Map<UnitId, LocalDate> closed = periods.closedThrough(
                parts.stream().map(each -> each.contribution().unitId()).collect(Collectors.toSet()));
        return parts.stream().filter(each -> each.isOpen(closed)).toList();
    }

    /// Those that nobody has recorded before, nor is recording now; of several under one key the first.
    private List<Part> fresh(List<Part> parts) {
        Map<String, Part> first = new LinkedHashMap<>();
        parts.forEach(each -> first.putIfAbsent(each.request().name(), each));
        first.keySet()
                .retainAll(requests.begin(
                        first.values().stream().map(Part::request).toList()));
        return List.copyOf(first.values());
    }
}
