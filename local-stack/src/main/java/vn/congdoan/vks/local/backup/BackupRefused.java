package vn.congdoan.vks.local.backup;

/// A backup cannot be taken or brought back; the message says to a person why. What was there is still there.
public final class BackupRefused extends RuntimeException {
    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
