package vn.congdoan.vks.platform.sync;

/// A batch that a node must not send: none of it was taken.
///
/// @see BatchFault
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BatchFault fault;

    Refused(BatchFault fault, String detail) {
        super(fault + ": " + detail);
        this.fault = fault;
    }

    BatchFault fault() {
        return fault;
    }
}
