package vn.congdoan.vks.local.system;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.Cache;

/// Where one system lives: its ports and its data. Two systems with different places run side by side.
///
/// @param project the checkout whose services run
/// @param directory data, logs and process ids
/// @param cache unpacked programs, which several systems share
/// @param portBase the gateway's port; all others lie at fixed distances from it
/// @param province empty for the central system
public record Place(Path project, Path directory, Cache cache, int portBase, Optional<Province> province) {
    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int FURTHEST_PORT = 362;

    /// What makes a system a provincial one.
    ///
    /// @param name of the node
    /// @param central the system at the other end of its link
    public record Province(String name, Place central) {}

    public Place {
        if (portBase < 1024 || portBase + FURTHEST_PORT > 65_535) {
            throw new IllegalArgumentException("PORT_BASE must be between 1024 and " + (65_535 - FURTHEST_PORT));
        }
    }

    /// The place of a central system.
    public Place(Path project, Path directory, Cache cache, int portBase) {
        this(project, directory, cache, portBase, Optional.empty());
    }

    /// The place that `PORT_BASE`, `LOCAL_DIR` and `LOCAL_CACHE` name; without them the checkout's own.
    public static Place from(Map<String, String> environment) {
        Path project = BuiltWith.thisBuild().projectRoot();
        String directory = environment.getOrDefault("LOCAL_DIR", "");
        String cache = environment.getOrDefault("LOCAL_CACHE", "");
        return new Place(
                project,
                project.resolve(directory.isBlank() ? ".local" : directory).normalize(),
                cache.isBlank()
                        ? Cache.ofThisCheckout()
                        : new Cache(project.resolve(cache).normalize()),
                portBase(environment.getOrDefault("PORT_BASE", "")));
    }

    private static int portBase(String text) {
        if (text.isBlank()) {
            return DEFAULT_PORT_BASE;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PORT_BASE is not a number: " + text, e);
        }
    }

    public int gatewayPort() {
        return portBase;
    }

    public int membershipPort() {
        return portBase + 1;
    }

    public int campaignPort() {
        return portBase + 2;
    }

    public int welfarePort() {
        return portBase + 3;
    }

    public int keycloakPort() {
        return portBase + 100;
    }

    public int keycloakManagementPort() {
        return portBase + 110;
    }

    public int kafkaPort() {
        return portBase + 112;
    }

    public int kafkaControllerPort() {
        return portBase + 113;
    }

    public int postgresPort() {
        return portBase + FURTHEST_PORT;
    }

    /// Where a provincial node's link to central's gateway begins.
    public int linkToGatewayPort() {
        return portBase + 120;
    }

    /// Where a provincial node's link to central's Keycloak begins.
    public int linkToKeycloakPort() {
        return portBase + 121;
    }

    /// The node that runs here, as it stands in every change that is made here.
    public String nodeId() {
        return province.map(Province::name).orElse("central");
    }

    /// What to type for one of `./dev`'s commands to act on this system.
    public String command(String command) {
        return "./dev "
                + province.map(one -> "node " + one.name() + (command.equals("up") ? "" : " " + command))
                        .orElse(command);
    }

    /// Every port of a system at this base.
    public int[] allPorts() {
        IntStream ofEverySystem = IntStream.of(
                gatewayPort(),
                membershipPort(),
                campaignPort(),
                welfarePort(),
                keycloakPort(),
                keycloakManagementPort(),
                kafkaPort(),
                kafkaControllerPort(),
                postgresPort());
        IntStream ofTheLink =
                province.isPresent() ? IntStream.of(linkToGatewayPort(), linkToKeycloakPort()) : IntStream.empty();
        return IntStream.concat(ofEverySystem, ofTheLink).toArray();
    }

    /// The log of a part's present or last run.
    public Path log(String part) {
        return directory.resolve("logs").resolve(part + ".log");
    }

    Path processFile(String part) {
        return directory.resolve("run").resolve(part + ".pid");
    }
}
