package vn.congdoan.vks.local.system;

import java.util.List;
import vn.congdoan.vks.local.stack.PostgresServer;

/// The databases of the local system: one for each service and one for Keycloak, each with a role of the same
/// name that may enter no other.
final class Databases {
    private static final List<String> ALL = List.of("membership", "campaign", "welfare", Parts.KEYCLOAK);

    private Databases() {}

    static String password(String database) {
        return "demo-only-" + database;
    }

    /// Makes what is missing.
    static boolean ensure(PostgresServer server) {
        ALL.forEach(database -> server.ensureDatabaseWithOwner(database, password(database)));
        return true;
    }
}
