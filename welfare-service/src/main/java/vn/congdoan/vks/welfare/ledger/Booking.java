package vn.congdoan.vks.welfare.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.change.Change;

/// What one transaction is going to book, at its very end. At most one transfer: two of them in one transaction could
/// lock the same accounts the other way round than another transaction does, and both would wait for ever.
public final class Booking {

    private final List<Change> changes = new ArrayList<>();
    private @Nullable Transfer transfer;

    Booking() {}

    /// Notes the transfer, and what changed with it.
    public void enter(Transfer booked, Change... changed) {
        if (transfer != null) {
            throw new IllegalStateException("A transaction books one transfer");
        }
        transfer = booked;
        changes.addAll(List.of(changed));
    }

    @Nullable
    Transfer transfer() {
        return transfer;
    }

    /// Everything to be logged: the transfer comes after what it follows from.
    List<Change> changes(Transfer booked, Books books) {
        List<Change> all = new ArrayList<>(changes);
        all.add(booked.change(books));
        return all;
    }
}
