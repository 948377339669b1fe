package vn.congdoan.vks.platform.secrets;

/// Sealed data that was changed, cut, or sealed with another key or for another record.
public final class SealingBroken extends Exception {

    private static final long serialVersionUID = 1L;

    SealingBroken(Throwable cause) {
        super("Sealed data cannot be opened", cause);
    }
}
