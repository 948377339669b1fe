package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.congdoan.vks.local.backup.RestoredState;
import vn.congdoan.vks.local.demo.HandingOverDemo;
import vn.congdoan.vks.local.demo.LoadingDemo;
import vn.congdoan.vks.local.link.Shape;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.system.LinkControl;
import vn.congdoan.vks.local.system.OneAtATime;
import vn.congdoan.vks.local.system.Part;
import vn.congdoan.vks.local.system.Parts;
import vn.congdoan.vks.local.system.Place;
import vn.congdoan.vks.local.system.Starting;

/// `./dev up [PART...]`: the whole system, or only the named parts, for working on one service in an IDE.
final class Up {
    private final Place place;
    private final PrintStream out;

    Up(Place place, PrintStream out) {
        this.place = place;
        this.out = out;
    }

    int run(List<String> names) throws IOException {
        List<Part> all = Parts.of(place);
        List<Part> chosen = names.isEmpty() ? all : choose(all, names);
        OneAtATime.run(place, () -> start(chosen, chosen.size() == all.size()));
        return 0;
    }

    private void start(List<Part> chosen, boolean whole) throws IOException {
        long begin = System.nanoTime();
        new RestoredState(place).finish();
        boolean first = !Files.exists(place.directory().resolve("keycloak"));
        out.println("Starting in " + place.directory() + (first ? "; the first start takes a minute longer" : ""));
        new Starting(place, chosen, this::progress).run();
        if (whole) {
            if (place.province().isPresent()) {
                Place.Province province = place.province().get();
                handingOver(province.central()).run(province.name()).ifPresent(this::progress);
                welcomeToProvince(province);
            } else {
                progress(loadingDemo().run());
                welcome();
            }
        }
        out.printf("Ready after %.1f s.%n", (System.nanoTime() - begin) / 1e9);
    }

    private LoadingDemo loadingDemo() {
        KeycloakServer keycloak = KeycloakServer.at(place.keycloakPort(), place.keycloakManagementPort());
        URI gateway = URI.create("http://127.0.0.1:" + place.gatewayPort());
        return new LoadingDemo(gateway, keycloak::tokenOf, demoNote(place));
    }

    private static HandingOverDemo handingOver(Place central) {
        KeycloakServer keycloak = KeycloakServer.at(central.keycloakPort(), central.keycloakManagementPort());
        URI gateway = URI.create("http://127.0.0.1:" + central.gatewayPort());
        return new HandingOverDemo(gateway, keycloak::tokenOf, demoNote(central));
    }

    /// The file that says which demo was loaded.
    static Path demoNote(Place place) {
        return place.directory().resolve("demo-loaded");
    }

    private static List<Part> choose(List<Part> all, List<String> names) {
        Set<String> known = all.stream().map(Part::name).collect(Collectors.toSet());
        Optional<String> unknown =
                names.stream().filter(name -> !known.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw new IllegalArgumentException("There is no part " + unknown.get() + "; there are "
                    + String.join(", ", all.stream().map(Part::name).toList()));
        }
        return all.stream().filter(part -> names.contains(part.name())).toList();
    }

    private synchronized void progress(String line) {
        out.println("  " + line);
    }

    private void welcome() {
        String api = "http://localhost:" + place.gatewayPort();
        out.printf(
                """

                API          %1$s/api/v1
                Documents    %1$s/docs  %1$s/openapi
                Keycloak     http://localhost:%2$d  (admin / demo-only)
                PostgreSQL   127.0.0.1:%3$d  (postgres / demo-only; databases membership, campaign, welfare)
                Kafka        127.0.0.1:%4$d

                Logins, password %5$s:
                %6$s
                Try:
                  curl -s -H "Authorization: Bearer $(%7$s./dev token quangngai.canbo)" '%1$s/api/v1/units?code=QNG'

                """,
                api,
                place.keycloakPort(),
                place.postgresPort(),
                place.kafkaPort(),
                DemoLogins.PASSWORD,
                logins(),
                portBase(place));
    }

    /// What to type before a command so that it finds this central system.
    static String portBase(Place central) {
        return central.portBase() == 8080 ? "" : "PORT_BASE=" + central.portBase() + " ";
    }

    private void welcomeToProvince(Place.Province province) throws IOException {
        String client = DemoClients.ofNode(province.name());
        out.printf(
                """

                The node %1$s, with a realm, databases and a Kafka of its own. Its organization comes from central.

                API          http://localhost:%2$d/api/v1
                Keycloak     http://localhost:%3$d  (admin / demo-only; the same logins as central's)
                PostgreSQL   127.0.0.1:%4$d  (postgres / demo-only; databases membership, campaign, welfare)
                Kafka        127.0.0.1:%5$d
                Link         http://127.0.0.1:%6$d to central's gateway, http://127.0.0.1:%7$d to central's Keycloak
                Speaks as    %8$s of central's Keycloak%9$s

                Try:
                  %10$s%11$s
                  %10$s%12$s
                  %10$s%13$s

                """,
                province.name(),
                place.gatewayPort(),
                place.keycloakPort(),
                place.postgresPort(),
                place.kafkaPort(),
                place.linkToGatewayPort(),
                place.linkToKeycloakPort(),
                client,
                DemoClients.named(client).isPresent()
                        ? ""
                        : ", which must be made there, with the secret " + DemoClients.secretOf(client),
                portBase(province.central()),
                place.command("token quangngai.canbo"),
                place.command("cut"),
                place.command("heal"));
        Shape shape = new LinkControl(place).shape();
        if (!shape.equals(Shape.WHOLE)) {
            out.println(LinkShape.describe(shape));
        }
    }

    private static String logins() {
        StringBuilder lines = new StringBuilder();
        String province = "";
        for (DemoLogins one : DemoLogins.values()) {
            String next = one.login().substring(0, one.login().indexOf('.'));
            lines.append(next.equals(province) ? " " : (province.isEmpty() ? "  " : "\n  "))
                    .append(one.login());
            province = next;
        }
        return lines.append('\n').toString();
    }
}
