package vn.congdoan.vks.platform.sync;

/// A replica cannot take a state for a reason that it can tell. The change is set aside.
public final class CannotApply extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param reason in words that hold no data of the record
    public CannotApply(String reason) {
        super(reason);
    }

    public CannotApply(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
