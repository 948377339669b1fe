package vn.congdoan.vks.platform.sync;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/// Does something in a transaction of its own: all of it or nothing.
@ApplicationScoped
class InOneTransaction {

    <T> T run(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
