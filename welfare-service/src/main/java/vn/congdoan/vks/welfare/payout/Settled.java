package vn.congdoan.vks.welfare.payout;

import java.util.List;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.welfare.ledger.PromiseId;

/// What followed from settlements.
///
/// @param changes of the records, to be logged
/// @param ended promises of what came back and will not be paid again
public record Settled(List<Change> changes, List<PromiseId> ended) {

    public Settled {
        changes = List.copyOf(changes);
        ended = List.copyOf(ended);
    }

    public static Settled with(List<Change> changes) {
        return new Settled(changes, List.of());
    }
}
