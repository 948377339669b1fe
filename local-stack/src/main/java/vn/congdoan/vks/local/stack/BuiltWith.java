package vn.congdoan.vks.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;

/// What the build recorded: versions, and where Maven put what is too large or too conflicting for the class
/// path.
///
/// @param projectRoot the checkout that this module was built in
/// @param classes this module's own
/// @param brokerClassPath class path of a Kafka broker, this module's classes included
public record BuiltWith(
        Path projectRoot,
        String postgresVersion,
        String keycloakVersion,
        Path keycloakArchive,
        Path classes,
        String brokerClassPath) {

    /// Reads the record that the build left beside this class.
    public static BuiltWith thisBuild() {
        Properties properties = new Properties();
        try (InputStream in = BuiltWith.class.getResourceAsStream("built-with.properties")) {
            if (in == null) {
                throw new IllegalStateException("built-with.properties is missing: build local-stack with Maven");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuiltWith(
                Path.of(required(properties, "project.root")),
                required(properties, "postgres.version"),
                required(properties, "keycloak.version"),
                Path.of(required(properties, "keycloak.archive")),
                Path.of(required(properties, "classes")),
                required(properties, "classes")
                        + System.getProperty("path.separator")
                        + required(properties, "broker.classpath"));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null || value.contains("${")) {
            throw new IllegalStateException(key + " was not filled in: build local-stack with Maven");
        }
        return value;
    }
}
