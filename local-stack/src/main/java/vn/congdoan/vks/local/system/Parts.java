package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.congdoan.vks.local.link.Forward;
import vn.congdoan.vks.local.link.LinkProcess;
import vn.congdoan.vks.local.realm.DemoClients;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.HttpCheck;
import vn.congdoan.vks.local.stack.Jvm;
import vn.congdoan.vks.local.stack.KafkaBroker;
import vn.congdoan.vks.local.stack.KafkaFiles;
import vn.congdoan.vks.local.stack.KeycloakFiles;
import vn.congdoan.vks.local.stack.KeycloakServer;
import vn.congdoan.vks.local.stack.Launch;
import vn.congdoan.vks.local.stack.Ports;
import vn.congdoan.vks.local.stack.PostgresFiles;
import vn.congdoan.vks.local.stack.PostgresServer;

/// The parts of a system at one place, in the order in which they start.
public final class Parts {
    static final String POSTGRES = "postgres";
    static final String KAFKA = "kafka";
    static final String KEYCLOAK = "keycloak";
    static final String LINK = "link";
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(4);

    private final Place place;
    private final ServiceEnvironment environment;

    private Parts(Place place) {
        this.place = place;
        this.environment = new ServiceEnvironment(place);
    }

    /// All parts of the system; a provincial one has a link to the central one besides.
    public static List<Part> of(Place place) {
        Parts parts = new Parts(place);
        List<Part> ofEverySystem = List.of(
                parts.postgres(place.directory().resolve(POSTGRES)),
                parts.kafka(),
                parts.keycloak(),
                parts.service(
                        "membership",
                        "membership-service",
                        place.membershipPort(),
                        parts.environment.membership(),
                        parts.environment.asClient(DemoClients.MEMBERSHIP_SERVICE)),
                parts.service(
                        "campaign",
                        "campaign-service",
                        place.campaignPort(),
                        parts.environment.campaign(),
                        parts.environment.asClient(DemoClients.CAMPAIGN_SERVICE)),
                parts.service(
                        "welfare",
                        "welfare-service",
                        place.welfarePort(),
                        parts.environment.welfare(),
                        parts.environment.asClient(DemoClients.WELFARE_SERVICE)),
                parts.service(
                        "gateway",
                        "gateway",
                        place.gatewayPort(),
                        parts.environment.gateway(),
                        parts.environment.asClient(DemoClients.GATEWAY)));
        return Stream.concat(ofEverySystem.stream(), place.province().map(parts::link).stream())
                .toList();
    }

    /// The system's PostgreSQL on other data than the system's own.
    public static Part postgresOn(Place place, Path data) {
        return new Parts(place).postgres(data);
    }

    private Part postgres(Path data) {
        PostgresFiles files = new PostgresFiles(place.cache(), data);
        PostgresServer server = PostgresServer.at(place.postgresPort());
        return new Part(
                POSTGRES,
                "127.0.0.1:" + place.postgresPort(),
                List.of(place.postgresPort()),
                List.of(),
                List.of(),
                () -> files.initialize(PostgresFiles.Durability.FULL),
                () -> files.launch(place.postgresPort(), PostgresFiles.Durability.FULL),
                () -> server.isReady() && Databases.ensure(server),
                SHORT,
                // Fast shutdown: TERM would wait for the last client to leave by itself.
                "INT");
    }

    private Part kafka() {
        KafkaFiles files = new KafkaFiles(place.directory().resolve(KAFKA));
        KafkaBroker broker = KafkaBroker.at(place.kafkaPort());
        return new Part(
                KAFKA,
                broker.bootstrapServers(),
                List.of(place.kafkaPort(), place.kafkaControllerPort()),
                List.of(),
                List.of(files.configuration()),
                () -> {},
                () -> files.launch(place.kafkaPort(), place.kafkaControllerPort()),
                broker::isReady,
                SHORT,
                "TERM");
    }

    private Part keycloak() {
        KeycloakFiles files = new KeycloakFiles(place.cache(), place.directory().resolve(KEYCLOAK));
        KeycloakServer server = KeycloakServer.at(place.keycloakPort(), place.keycloakManagementPort());
        KeycloakFiles.Database database = new KeycloakFiles.Database(
                PostgresServer.at(place.postgresPort()).jdbcUrl(KEYCLOAK), KEYCLOAK, Databases.password(KEYCLOAK));
        return new Part(
                KEYCLOAK,
                server.address(),
                List.of(place.keycloakPort(), place.keycloakManagementPort()),
                List.of(POSTGRES),
                List.of(),
                files::prepare,
                () -> files.launch(place.keycloakPort(), place.keycloakManagementPort(), database),
                server::isReady,
                LONG,
                "TERM");
    }

    /// The services start beside Keycloak; they ask it for its keys again when the first token comes.
    private Part service(String name, String module, int port, Map<String, String> variables, List<String> options) {
        Path application = place.project().resolve(module).resolve("target/quarkus-app");
        Path jar = application.resolve("quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        command.addAll(Jvm.optionsOfServices());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        Launch launch = new Launch(command, variables, place.directory());
        return new Part(
                name,
                "http://localhost:" + port,
                List.of(port),
                List.of(POSTGRES),
                List.of(jar, application.resolve("app"), application.resolve("lib"), application.resolve("quarkus")),
                () -> requireBuilt(jar),
                () -> launch,
                () -> HttpCheck.answersOk(URI.create("http://127.0.0.1:" + port + "/q/health/ready")),
                LONG,
                "TERM");
    }

    /// To where central's ports are: it may start before central, and outlive it.
    private Part link(Place.Province province) {
        Place central = province.central();
        List<Forward> forwards = List.of(
                new Forward(place.linkToGatewayPort(), central.gatewayPort()),
                new Forward(place.linkToKeycloakPort(), central.keycloakPort()));
        return new Part(
                LINK,
                "127.0.0.1:" + place.linkToGatewayPort() + " to central's gateway, :" + place.linkToKeycloakPort()
                        + " to its Keycloak",
                forwards.stream().map(Forward::port).toList(),
                List.of(),
                List.of(BuiltWith.thisBuild().classes().resolve("vn/congdoan/vks/local/link")),
                () -> {},
                () -> LinkProcess.launch(place.directory(), forwards),
                () -> forwards.stream().allMatch(forward -> Ports.isListening(forward.port())),
                SHORT,
                "TERM");
    }

    private static void requireBuilt(Path jar) throws IOException {
        if (!Files.isReadable(jar)) {
            throw new NoSuchFileException(jar.toString(), null, "it is not built; `./dev up` builds it");
        }
    }
}
