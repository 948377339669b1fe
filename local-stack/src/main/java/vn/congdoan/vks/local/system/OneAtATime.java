package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The right to start and stop the parts of one system. The operating system takes it back when its holder dies.
public final class OneAtATime {
    private OneAtATime() {}

    /// Something that only one launcher may do at a time.
    @FunctionalInterface
    public interface Action {
        /// Starts or stops parts.
        void run() throws IOException;
    }

    /// Does it, or says that somebody else is at it.
    public static void run(Place place, Action action) throws IOException {
        Path file = place.directory().resolve("run").resolve("lock");
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new CannotStart("Another ./dev is starting or stopping this system; wait until it has finished.");
            }
            action.run();
        }
    }
}
