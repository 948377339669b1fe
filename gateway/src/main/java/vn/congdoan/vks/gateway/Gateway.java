package vn.congdoan.vks.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Starts the gateway so that it sees every request, also one whose address is no URI.
@QuarkusMain
public final class Gateway {

    private Gateway() {}

    /// Quarkus would answer an address that is no URI by itself: an empty 400, without request id and log line.
    /// The front door reads addresses more strictly and says what is wrong. The switch is read once, before
    /// anything else.
    public static void main(String... arguments) {
        System.setProperty("vertx.disableURIValidation", "true");
        Quarkus.run(arguments);
    }
}
