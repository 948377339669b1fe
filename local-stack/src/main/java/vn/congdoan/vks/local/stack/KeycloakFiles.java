package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.congdoan.vks.local.realm.DemoRealm;

/// Keycloak's program in the cache and one system's own directory around it.
///
/// The program is augmented once, for PostgreSQL, when it is unpacked; `start-dev` would do that again in every
/// system's directory. It never changes afterwards, so several systems share it: a system's home holds its own
/// configuration and a link to the program.
///
/// @param home holds the realm to import; all data is in PostgreSQL, which loses nothing at SIGKILL
public record KeycloakFiles(Cache cache, Path home) {
    private static final List<String> JVM = List.of(
            "-Xms64m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MaxMetaspaceSize=256m",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dpicocli.disable.closures=true",
            // So that it survives a restart of PostgreSQL.
            "-Dquarkus.datasource.jdbc.validate-on-borrow=true");

    /// Where Keycloak keeps its data.
    ///
    /// @param jdbcUrl a PostgreSQL database that belongs to the user
    public record Database(String jdbcUrl, String user, String password) {}

    /// Unpacks the program and lays out the home, with the demo realm to import.
    public void prepare() throws IOException {
        Path program = program();
        for (String own : List.of("conf", "data/import", "providers", "themes")) {
            Files.createDirectories(home.resolve(own));
        }
        Path link = home.resolve("lib");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, program.resolve("lib").toAbsolutePath());
        Files.write(home.resolve("data/import").resolve(DemoRealm.FILE), DemoRealm.toImport());
    }

    /// How to start it. The issuer of its tokens is fixed, whatever address it is called by.
    public Launch launch(int port, int managementPort, Database database) {
        List<String> command = new ArrayList<>();
        command.add(Jvm.java());
        command.addAll(JVM);
        command.add("-Dkc.home.dir=" + home);
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.addAll(List.of(
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + KeycloakServer.at(port, managementPort).address(),
                "--db-url=" + database.jdbcUrl(),
                "--db-username=" + database.user(),
                "--db-pool-initial-size=1",
                "--db-pool-max-size=10",
                // The health check logs every time it is asked before the start is over.
                "--log-level=info,io.smallrye.health:error"));
        Map<String, String> environment = new TreeMap<>(DemoRealm.variables());
        environment.putAll(Map.of(
                "KC_DB_PASSWORD", database.password(),
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "demo-only"));
        return new Launch(command, environment, home);
    }

    private Path program() {
        BuiltWith build = BuiltWith.thisBuild();
        return cache.entry("keycloak-" + build.keycloakVersion() + "-for-postgres", directory -> {
            Cache.unpackZip(build.keycloakArchive(), directory);
            augment(directory);
        });
    }

    private static void augment(Path directory) throws IOException {
        List<String> command =
                List.of(directory.resolve("bin/kc.sh").toString(), "build", "--db=postgres", "--health-enabled=true");
        new Launch(command, Map.of("JAVA_HOME", System.getProperty("java.home")), directory)
                .runToEnd(directory.resolve("build.log"));
    }
}
