package vn.congdoan.vks.welfare.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.congdoan.vks.platform.change.Change;

/// What one transaction is going to book, at its very end and at once: transfers that came one after another in a
/// transaction could lock the same accounts the other way round than another transaction does, and both would wait for
/// ever.
public final class Booking {

    private final List<Change> changes = new ArrayList<>();
    private final List<PromiseId> ended = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private List<Transfer> transfers = List.of();

    Booking() {}

    /// Notes the transfer, and what changed with it.
    public void enter(Transfer booked, Change... changed) {
        enterAll(List.of(booked), List.of(changed));
    }

    /// Notes transfers in the books of one fund, and what changed with them.
    public void enterAll(List<Transfer> booked, List<Change> changed) {
        if (!transfers.isEmpty()) {
            throw new IllegalStateException("A transaction books once");
        }
        transfers = List.copyOf(booked);
        changes.addAll(changed);
    }

    /// Keeps nothing back any more for a payment that is taken back and will not come again.
    public void end(PromiseId promise) {
        ended.add(promise);
    }

    /// Does something with the money right after it is booked, in the same transaction.
    public void then(Runnable work) {
        afterwards.add(work);
    }

    List<Runnable> afterwards() {
        return List.copyOf(afterwards);
    }

    List<PromiseId> ended() {
        return List.copyOf(ended);
    }

    List<Transfer> transfers() {
        return transfers;
    }

    /// Everything to be logged: transfers come after what they follow from.
    List<Change> changes(Books books) {
        List<Change> all = new ArrayList<>(changes);
        transfers.forEach(each -> all.add(each.change(books)));
        return all;
    }
}
