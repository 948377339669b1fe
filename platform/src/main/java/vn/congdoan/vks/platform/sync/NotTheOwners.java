package vn.congdoan.vks.platform.sync;

/// A change whose state tells of what is not its owner's.
final class NotTheOwners extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncChange change;
    private final boolean foreign;

    NotTheOwners(SyncChange change, boolean foreign) {
        super("%s %s".formatted(change.aggregateType(), change.aggregateId()));
        this.change = change;
        this.foreign = foreign;
    }

    SyncChange change() {
        return change;
    }

    /// Whether it is known to be another's; else nobody knows here whose it is.
    boolean isForeign() {
        return foreign;
    }
}
