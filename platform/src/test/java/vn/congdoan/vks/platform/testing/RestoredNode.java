package vn.congdoan.vks.platform.testing;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.congdoan.vks.platform.sql.Sql;

/// This node after its database was brought back to a backup, while it takes back what others have of its records.
public final class RestoredNode {

    private RestoredNode() {}

    /// Takes something back, in a transaction of its own.
    public static void takesBack(Runnable work) {
        Sql sql = Arc.container().instance(Sql.class).get();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.change("update this_node set recovering = true");
            work.run();
            sql.change("update this_node set recovering = false");
        });
    }
}
