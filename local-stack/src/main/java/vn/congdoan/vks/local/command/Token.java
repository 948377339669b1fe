package vn.congdoan.vks.local.command;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.system.Place;

/// `./dev token LOGIN`: a bearer token and nothing else on standard output, so that it fits into `$(...)`.
final class Token {
    private final Place place;
    private final PrintStream out;
    private final PrintStream err;

    Token(Place place, PrintStream out, PrintStream err) {
        this.place = place;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments) {
        if (arguments.size() != 1) {
            err.println("Usage: " + place.command("token") + " LOGIN");
            return 2;
        }
        String login = arguments.getFirst();
        KeycloakServer keycloak = KeycloakServer.at(place.keycloakPort(), place.keycloakManagementPort());
        try {
            Optional<String> token = DemoLogins.named(login)
                    .map(keycloak::tokenOf)
                    .or(() -> DemoClients.named(login).map(keycloak::tokenOf));
            if (token.isEmpty()) {
                err.println("There is no login " + login + "; there are:");
                Arrays.stream(DemoLogins.values()).forEach(one -> err.println("  " + one.login()));
                Arrays.stream(DemoClients.values()).forEach(one -> err.println("  " + one.clientId()));
                return 1;
            }
            out.println(token.get());
            return 0;
        } catch (UncheckedIOException e) {
            err.println(e.getMessage() + "; is the system running? " + place.command("up"));
            return 1;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
