package vn.congdoan.vks.local.system;

/// The system cannot start; the message says to a person why, and what to do.
public final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
