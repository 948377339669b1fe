package vn.congdoan.vks.local.system;

import java.util.List;
import vn.congdoan.vks.local.stack.PostgresServer;

/// The databases of the local system: one for each service and one for Keycloak, each with a role of the same
/// name that may enter no other.
public final class Databases {
    /// Those that hold a service's data and its change log.
    public static final List<String> OF_SERVICES = List.of("membership", "campaign", "welfare");

    private Databases() {}

    static String password(String database) {
        return "demo-only-" + database;
    }

    /// Makes what is missing.
    static boolean ensure(PostgresServer server) {
        OF_SERVICES.forEach(database -> server.ensureDatabaseWithOwner(database, password(database)));
        server.ensureDatabaseWithOwner(Parts.KEYCLOAK, password(Parts.KEYCLOAK));
        return true;
    }
}
