package vn.congdoan.vks.local.backup;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The data directory of a running PostgreSQL, of which a backup copies what the next server cannot make by itself.
///
/// @param data the data directory
/// @param prefix where its files go in the archive
record LiveDirectory(Path data, String prefix) {
    // PostgreSQL's manual, "Making a Base Backup Using the Low Level API", says which these are.
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "current_logfiles",
            "backup_label",
            "tablespace_map",
            "backup_manifest");

    /// Copies everything but the log; the control file last, as it must not be older than the rest.
    void copyTo(ArchiveWriter archive) throws IOException {
        archive.directory(prefix);
        Path control = data.resolve("global/pg_control");
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (directory.equals(data)) {
                    return FileVisitResult.CONTINUE;
                }
                String name = data.relativize(directory).toString();
                if (isTemporary(directory)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                archive.directory(prefix + "/" + name);
                return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    throw new BackupRefused("There are data outside the data directory, linked from " + file
                            + "; such a server needs its own backup.");
                }
                String name = data.relativize(file).toString();
                if (!LEFT_OUT.contains(name) && !isTemporary(file) && !file.equals(control)) {
                    archive.liveFile(prefix + "/" + name, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        archive.liveFile(prefix + "/global/pg_control", control);
    }

    /// Copies the parts of the log that make the copied files one point in time.
    void copyLogTo(ArchiveWriter archive, String firstSegment, String lastSegment) throws IOException {
        for (Path segment : segments(firstSegment, lastSegment)) {
            archive.liveFile(prefix + "/pg_wal/" + segment.getFileName(), segment);
        }
    }

    private List<Path> segments(String first, String last) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("pg_wal"))) {
            List<Path> needed = files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
                    })
                    .sorted()
                    .toList();
            if (needed.isEmpty()
                    || !needed.getFirst().endsWith(first)
                    || !needed.getLast().endsWith(last)) {
                throw new IllegalStateException("PostgreSQL's log lacks segments between " + first + " and " + last);
            }
            return needed;
        }
    }

    private static boolean isTemporary(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }
}
