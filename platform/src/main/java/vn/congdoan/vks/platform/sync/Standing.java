package vn.congdoan.vks.platform.sync;

import java.util.List;

/// How far a node's feed is taken by the receiver, and what the receiver doubts.
///
/// @param doubted records that the sender may have lost, or that differ: it tells them again when it is asked; not all
/// at
///         a time where there are many
/// @param quarantined what the receiver has set aside of the sender's changes: for those who watch the sender
record Standing(int epoch, long position, List<Doubts.Named> doubted, SetAsideThere quarantined) {

    Standing {
        doubted = List.copyOf(doubted);
    }
}
