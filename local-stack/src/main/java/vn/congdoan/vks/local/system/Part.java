package vn.congdoan.vks.local.system;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.congdoan.vks.local.stack.Launch;

/// One process of the system.
///
/// @param name as in `./dev logs NAME`
/// @param address what a person would open or connect to
/// @param ports all that it listens on; nothing else may hold them
/// @param after names of the parts that must be ready before this one starts
/// @param programs files and directories whose change makes a running process out of date
/// @param preparing what must lie on the disk before the start
/// @param launching how to start it
/// @param ready whether it does its work
/// @param readyWithin how long a start may take
/// @param stopSignal asks it to end in good order
public record Part(
        String name,
        String address,
        List<Integer> ports,
        List<String> after,
        List<Path> programs,
        Preparing preparing,
        Launching launching,
        BooleanSupplier ready,
        Duration readyWithin,
        String stopSignal) {

    /// Puts on the disk what a start needs; does nothing if it is there.
    @FunctionalInterface
    public interface Preparing {
        /// May take a minute the first time.
        void prepare() throws IOException;
    }

    /// Says how to start a prepared part.
    @FunctionalInterface
    public interface Launching {
        /// Called before every start, and to see whether a running process is what would be started now.
        Launch launch() throws IOException;
    }
}
