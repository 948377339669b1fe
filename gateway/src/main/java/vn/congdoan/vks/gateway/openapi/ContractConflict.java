package vn.congdoan.vks.gateway.openapi;

/// The services' contracts do not go together; the message names where. The build fails with it.
final class ContractConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContractConflict(String message) {
        super(message);
    }
}
