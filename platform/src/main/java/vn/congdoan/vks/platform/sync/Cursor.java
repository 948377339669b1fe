package vn.congdoan.vks.platform.sync;

/// How far a node's feed has been taken.
///
/// @param epoch of the sender; 0: nothing was taken yet
/// @param position the last one that was taken
public record Cursor(int epoch, long position) {

    /// Nothing was taken yet.
    public static final Cursor START = new Cursor(0, 0);
}
