package vn.congdoan.vks.local.stack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// PostgreSQL's programs in the cache and one data directory: makes the directory, says how to start a server on
/// it.
///
/// @param data the data directory; it exists whole or not at all
public record PostgresFiles(Cache cache, Path data) {

    /// What a crash may cost.
    public enum Durability {
        /// Nothing that was committed: every commit is on the disk before it is acknowledged.
        FULL("on", "256MB"),
        /// Everything: for tests.
        NONE("off", "64MB");

        private final String setting;
        private final String sharedBuffers;

        Durability(String setting, String sharedBuffers) {
            this.setting = setting;
            this.sharedBuffers = sharedBuffers;
        }
    }

    /// Makes the data directory unless it is there.
    public void initialize(Durability durability) throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path home = Directories.parent(data);
        Path unfinished = home.resolve(data.getFileName() + ".unfinished");
        Directories.delete(unfinished);
        Files.createDirectories(home);
        Path password = Files.createTempFile(home, "initial", ".password");
        try {
            Files.writeString(password, PostgresServer.PASSWORD);
            List<String> command = new ArrayList<>(asOrdinaryUser());
            command.addAll(List.of(
                    program("initdb").toString(),
                    "--pgdata=" + unfinished,
                    "--username=" + PostgresServer.SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--set=timezone=UTC",
                    "--set=log_timezone=UTC"));
            if (durability == Durability.NONE) {
                command.add("--no-sync");
            }
            new Launch(command, Map.of(), home).runToEnd(home.resolve("initdb.log"));
            Files.move(unfinished, data);
        } finally {
            Files.deleteIfExists(password);
        }
    }

    /// How to start a server on the data directory. Settings are given here, not in the directory's files, so
    /// that they hold for directories of older versions too. Memory is that of a developer's machine.
    public Launch launch(int port, Durability durability) throws IOException {
        forgetRecycledLock();
        List<String> command = new ArrayList<>(asOrdinaryUser());
        command.addAll(List.of(program("postgres").toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=" + durability.setting,
                "synchronous_commit=" + durability.setting,
                "full_page_writes=" + durability.setting,
                "shared_buffers=" + durability.sharedBuffers,
                "max_connections=120",
                "max_wal_size=512MB",
                "jit=off",
                "timezone=UTC",
                "log_timezone=UTC",
                // Details of a violated constraint are values: numbers of people.
                "log_error_verbosity=terse",
                "log_line_prefix=%m [%p] %d ");
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Launch(command, Map.of(), data);
    }

    // After a SIGKILL the lock file names a process that is gone. PostgreSQL copes with that, unless the id now belongs
    // to somebody else: then it would refuse to start for ever. A server that does run here stays locked in.
    private void forgetRecycledLock() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.isReadable(lock)) {
            return;
        }
        String firstLine = Files.readString(lock).lines().findFirst().orElse("");
        boolean ours = firstLine.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(firstLine))
                        .map(ProcessHandle::info)
                        .flatMap(ProcessHandle.Info::commandLine)
                        .filter(command -> command.contains(data.toString()))
                        .isPresent();
        if (!ours) {
            Files.deleteIfExists(lock);
        }
    }

    private Path program(String name) {
        return cache.entry("postgres-" + BuiltWith.thisBuild().postgresVersion(), PostgresFiles::unpack)
                .resolve("bin")
                .resolve(name);
    }

    private static void unpack(Path directory) throws IOException {
        String archive = archiveName();
        try (InputStream in = PostgresFiles.class.getClassLoader().getResourceAsStream(archive)) {
            if (in == null) {
                throw new FileNotFoundException(archive + " is not on the class path");
            }
            Cache.unpackTarXz(in, directory);
        }
    }

    private static String archiveName() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        boolean arm = "aarch64".equals(System.getProperty("os.arch"));
        return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    /// PostgreSQL refuses to run as root. In a user namespace of its own root is nobody, and still owns its
    /// files.
    private static List<String> asOrdinaryUser() {
        return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
    }
}
