package vn.congdoan.vks.local.system;

import java.util.List;
import vn.congdoan.vks.local.stack.PostgresServer;

/// The databases of the local system: one for each service and one for Keycloak, each with an owner of the same name
/// that may enter no other. A service works under a role of its own, to which the owner of its tables gives what it
/// needs.
public final class Databases {
    /// Those that hold a service's data and its change log.
    public static final List<String> OF_SERVICES = List.of("membership", "campaign", "welfare");

    private Databases() {}

    /// Under which a service works.
    static String roleOf(String service) {
        return service + "_app";
    }

    static String password(String role) {
        return "demo-only-" + role;
    }

    /// Makes what is missing.
    static boolean ensure(PostgresServer server) {
        OF_SERVICES.forEach(database -> {
            server.ensureDatabaseWithOwner(database, password(database));
            server.ensureRoleIn(database, roleOf(database), password(roleOf(database)));
        });
        server.ensureDatabaseWithOwner(Parts.KEYCLOAK, password(Parts.KEYCLOAK));
        return true;
    }
}
