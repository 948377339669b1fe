package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.Promises;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Money that was received for a list and is kept back for its lines until they are paid, each whole: as many as it is
/// enough for.
@ApplicationScoped
class KeptForLines {

    private final Promises promises;

    KeptForLines(Promises promises) {
        this.promises = promises;
    }

    /// Keeps back what came, as far as the fund has it still.
    ///
    /// @param left what was received and is not paid on
    void keep(FundId fund, List<ProposalLines.Line> all, long left) {
        List<ProposalLines.Line> due = due(all);
        Set<PromiseId> kept = kept(due);
        List<ProposalLines.Line> covered = covered(due, kept, Set.of(), left);
        free(due, kept, covered);
        long free = promises.unpromised(fund);
        List<ProposalLines.Line> fresh = new ArrayList<>();
        for (ProposalLines.Line each : covered) {
            if (!kept.contains(each.promise()) && each.grantedOrNothing() <= free) {
                free -= each.grantedOrNothing();
                fresh.add(each);
            }
        }
        promise(fund, fresh);
    }

    /// Keeps back what is paid now, and nothing any more for others that it is not enough for with these. 409
    /// `insufficient-unpromised` where the fund has spent it on something else.
    void keepFirst(FundId fund, List<ProposalLines.Line> all, List<ProposalLines.Line> paid, long left) {
        List<ProposalLines.Line> due = due(all);
        Set<PromiseId> kept = kept(due);
        Set<ProposalLineId> first = paid.stream().map(ProposalLines.Line::id).collect(Collectors.toSet());
        free(due, kept, covered(due, kept, first, left));
        promise(
                fund,
                paid.stream().filter(each -> !kept.contains(each.promise())).toList());
    }

    /// Keeps back no more than what is left of the money.
    void freeBeyond(List<ProposalLines.Line> all, long left) {
        List<ProposalLines.Line> due = due(all);
        Set<PromiseId> kept = kept(due);
        free(due, kept, covered(due, kept, Set.of(), left));
    }

    /// Keeps back nothing any more for lines, by whichever decision on them.
    void freeAll(ProposalCase found, Collection<ProposalLineId> lines) {
        promises.endAll(found.answers().stream()
                .flatMap(answer -> lines.stream().map(line -> answer.id().promise(line.toString())))
                .toList());
    }

    private static List<ProposalLines.Line> due(List<ProposalLines.Line> all) {
        return all.stream().filter(ProposalLines.Line::isDue).toList();
    }

    private Set<PromiseId> kept(List<ProposalLines.Line> due) {
        return promises.pending(due.stream().map(ProposalLines.Line::promise).toList());
    }

    /// Which lines the money is enough for: those to be paid first, then those it is kept for, then the others in their
    /// order.
    private static List<ProposalLines.Line> covered(
            List<ProposalLines.Line> due, Set<PromiseId> kept, Set<ProposalLineId> first, long left) {
        long rest = left;
        List<ProposalLines.Line> covered = new ArrayList<>();
        for (ProposalLines.Line each : due.stream()
                .sorted(Comparator.comparing((ProposalLines.Line line) -> !first.contains(line.id()))
                        .thenComparing(line -> !kept.contains(line.promise())))
                .toList()) {
            if (each.grantedOrNothing() <= rest) {
                rest -= each.grantedOrNothing();
                covered.add(each);
            }
        }
        return covered;
    }

    private void free(List<ProposalLines.Line> due, Set<PromiseId> kept, List<ProposalLines.Line> covered) {
        promises.endAll(due.stream()
                .filter(each -> !covered.contains(each))
                .map(ProposalLines.Line::promise)
                .filter(kept::contains)
                .toList());
    }

    private void promise(FundId fund, List<ProposalLines.Line> lines) {
        Map<SupportKind, List<ProposalLines.Line>> byKind = lines.stream()
                .collect(Collectors.groupingBy(
                        ProposalLines.Line::kind, () -> new EnumMap<>(SupportKind.class), Collectors.toList()));
        byKind.forEach((kind, some) -> promises.makeAll(
                some.stream().map(ProposalLines.Line::promise).toList(),
                fund,
                kind,
                some.stream().mapToLong(ProposalLines.Line::grantedOrNothing).toArray()));
    }
}
