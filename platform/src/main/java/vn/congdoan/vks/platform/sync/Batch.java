package vn.congdoan.vks.platform.sync;

import java.util.List;

/// A piece of a node's feed: all that the receiver may have between two positions.
///
/// @param sender the node whose feed it is
/// @param epoch of the sender, in which `from` and `to` are positions
/// @param from the position up to which the receiver has the feed
/// @param to the position up to which it has it afterwards; the changes lie between, not all positions hold one
/// @param head the sender's last position when it sent this
public record Batch(String sender, int epoch, long from, long to, long head, List<SyncChange> changes) {

    public Batch {
        changes = List.copyOf(changes);
    }
}
