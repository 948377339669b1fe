package vn.congdoan.vks.platform.sync;

/// What is wrong with a batch.
enum BatchFault {
    /// It does not begin where the receiver is: sent before, or too early.
    NOT_AT_THE_CURSOR,
    /// Its epoch is over, or lies in the future.
    WRONG_EPOCH,
    /// Its changes do not lie between its ends, in order.
    OUT_OF_ORDER,
    /// A change of a record that the sender does not write, that tells of what is not its own, or under a name that is
    /// not its own.
    NOT_THE_SENDERS
}
