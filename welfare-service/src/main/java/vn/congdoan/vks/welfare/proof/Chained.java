package vn.congdoan.vks.welfare.proof;

import java.util.List;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Some transfers got their places in the chains of their funds, in the transaction of whoever observes this; no other
/// instance is at it.
public record Chained(List<TransferId> transfers) {

    public Chained {
        transfers = List.copyOf(transfers);
    }
}
