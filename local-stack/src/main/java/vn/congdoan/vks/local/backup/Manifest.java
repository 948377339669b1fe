package vn.congdoan.vks.local.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a backup holds, as its first file says.
///
/// @param format tells our backups from any other archive
/// @param takenAt instant in UTC, ISO 8601
/// @param postgres version of the server whose data directory it is
/// @param platform operating system and processor: a data directory is bound to them
/// @param keycloak version of the Keycloak whose database it holds
/// @param node whose data they are; missing in older backups, all of which are central's
/// @param schemas newest migration of each database; a database that no service has filled yet is missing
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        String format,
        String takenAt,
        String postgres,
        String platform,
        String keycloak,
        @Nullable String node,
        Map<String, String> schemas) {

    static final String FORMAT = "congdoan-vks-backup/1";

    private static final String CENTRAL = "central";

    public Manifest {
        for (String required : new String[] {format, takenAt, postgres, platform, keycloak}) {
            Objects.requireNonNull(required);
        }
        schemas = new TreeMap<>(schemas);
    }

    byte[] toJson() {
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Manifest fromJson(byte[] json) {
        try {
            return new ObjectMapper().readValue(json, Manifest.class);
        } catch (IOException unreadable) {
            throw new BackupRefused("The archive is not a backup of this system: its manifest cannot be read.");
        }
    }

    /// Refuses what this machine's PostgreSQL could not run on, and what belongs to another node: two systems
    /// would write the same records.
    void requireFitFor(String ownPostgres, String ownPlatform, String ownNode) {
        if (!FORMAT.equals(format)) {
            throw new BackupRefused("The archive has the format " + format + "; this version reads " + FORMAT + ".");
        }
        if (!major(postgres).equals(major(ownPostgres))) {
            throw new BackupRefused("The backup is of PostgreSQL " + postgres + ", here runs " + ownPostgres
                    + "; a data directory fits its own major version only.");
        }
        if (!platform.equals(ownPlatform)) {
            throw new BackupRefused("The backup was taken on " + platform + ", this is " + ownPlatform
                    + "; a data directory fits its own platform only.");
        }
        String theirs = Objects.requireNonNullElse(node, CENTRAL);
        if (!theirs.equals(ownNode)) {
            throw new BackupRefused("The backup is of the node " + theirs + ", this is the node " + ownNode + ".");
        }
    }

    /// What this machine would write into a manifest.
    static String thisPlatform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String major(String version) {
        return version.replaceFirst("\\..*", "");
    }
}
