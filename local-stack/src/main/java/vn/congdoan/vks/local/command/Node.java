package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import vn.congdoan.vks.local.stack.HttpCheck;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.system.Nodes;
import vn.congdoan.vks.local.system.Place;

/// `./dev node NAME [COMMAND]`: a provincial node beside the central system. Without a command it starts.
final class Node {
    private static final Set<String> OF_THE_LINK = Set.of("link", "cut", "heal", "slow", "drop");

    private final Place central;
    private final PrintStream out;
    private final PrintStream err;

    /// One of the commands that act on any system.
    @FunctionalInterface
    interface Command {
        int run(Place place, String command, List<String> arguments) throws IOException;
    }

    Node(Place central, PrintStream out, PrintStream err) {
        this.central = central;
        this.out = out;
        this.err = err;
    }

    int run(List<String> arguments, Command ofAnySystem) throws IOException {
        Nodes nodes = new Nodes(central);
        if (arguments.isEmpty()) {
            err.println("Usage: ./dev node NAME [COMMAND]; ./dev lists the commands.");
            nodes.all().forEach((name, port) -> err.println("  " + name + " on port " + port));
            return 2;
        }
        String name = arguments.getFirst();
        String command = arguments.size() == 1 ? "up" : arguments.get(1);
        List<String> rest = arguments.subList(Math.min(2, arguments.size()), arguments.size());
        if (command.equals("up")) {
            requireCentral();
            return ofAnySystem.run(nodes.findOrAdd(name), command, rest);
        }
        Place place = nodes.find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no node " + name + " here; ./dev node " + name + " starts one."));
        return OF_THE_LINK.contains(command)
                ? new LinkShape(place, out, err).run(command, rest)
                : ofAnySystem.run(place, command, rest);
    }

    private void requireCentral() {
        KeycloakServer keycloak = KeycloakServer.at(central.keycloakPort(), central.keycloakManagementPort());
        URI gateway = URI.create("http://127.0.0.1:" + central.gatewayPort() + "/q/health/ready");
        if (!HttpCheck.answersOk(gateway) || !keycloak.isReady()) {
            throw new IllegalArgumentException(
                    "The central system does not run: its gateway (port %d) or its Keycloak (port %d) does not answer. Start it first: %s./dev up"
                            .formatted(central.gatewayPort(), central.keycloakPort(), Up.portBase(central)));
        }
    }
}
