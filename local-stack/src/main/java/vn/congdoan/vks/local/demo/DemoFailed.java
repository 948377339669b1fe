package vn.congdoan.vks.local.demo;

/// The demo could not be loaded; the message says to a person what was asked, what came back, and what to do.
public final class DemoFailed extends RuntimeException {
    DemoFailed(String message) {
        super(message);
    }

    DemoFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
