package vn.congdoan.vks.acceptance.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Directories;
import vn.congdoan.vks.local.stack.Ports;

/// Gives tests the running system as [LocalSystem], [FirstStart] or [World]. The first test that asks starts it; it is
/// stopped and deleted after the last one, whatever came of them. `-Dsystem=21080:/tmp/mine` takes one that runs
/// already and leaves it running, for working on a single test.
public final class SystemUnderTest implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SystemUnderTest.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        running(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == LocalSystem.class || type == World.class || type == FirstStart.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == LocalSystem.class) {
            return running(context).system();
        }
        return type == FirstStart.class
                ? running(context).firstStart()
                : running(context).world();
    }

    /// For extensions that need it themselves.
    public LocalSystem system(ExtensionContext context) {
        return running(context).system();
    }

    /// For extensions that need it themselves.
    public World world(ExtensionContext context) {
        return running(context).world();
    }

    private static Running running(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return store.computeIfAbsent(Running.class, key -> Running.start(), Running.class);
    }

    /// How the first start of the system went.
    ///
    /// @param measured false where the system ran already
    public record FirstStart(boolean measured, Finished up) {}

    private static final class Running implements AutoCloseable {
        private final LocalSystem system;
        private final FirstStart firstStart;
        private final Thread emergency;
        private @org.jspecify.annotations.Nullable World world;

        private Running(LocalSystem system, FirstStart firstStart, Thread emergency) {
            this.system = system;
            this.firstStart = firstStart;
            this.emergency = emergency;
        }

        static Running start() {
            String given = System.getProperty("system", "");
            if (!given.isBlank()) {
                String[] parts = given.split(":", 2);
                LocalSystem system = new LocalSystem(Integer.parseInt(parts[0]), Path.of(parts[1]));
                return new Running(system, new FirstStart(false, requireStarted(system.up())), new Thread(() -> {}));
            }
            // The second line is for a provincial node beside it.
            int base = Ports.freeBase(
                    0, 1, 2, 3, 100, 110, 112, 113, 362, 1_000, 1_001, 1_002, 1_003, 1_100, 1_110, 1_112, 1_113, 1_120,
                    1_121, 1_362);
            LocalSystem system = new LocalSystem(base, temporaryDirectory());
            // Also where the tests' own process is asked to end.
            Thread emergency = new Thread(() -> stopAndForget(system));
            Runtime.getRuntime().addShutdownHook(emergency);
            Finished up = system.up();
            Running running = new Running(system, new FirstStart(true, up), emergency);
            if (up.exitCode() != 0) {
                running.close();
            }
            requireStarted(up);
            return running;
        }

        private static Finished requireStarted(Finished up) {
            if (up.exitCode() != 0) {
                throw new AssertionError("./dev up failed:\n" + up.output());
            }
            return up;
        }

        LocalSystem system() {
            return system;
        }

        FirstStart firstStart() {
            return firstStart;
        }

        synchronized World world() {
            World made = world;
            if (made == null) {
                made = World.make(system);
                world = made;
            }
            return made;
        }

        @Override
        public void close() {
            if (firstStart.measured()) {
                Runtime.getRuntime().removeShutdownHook(emergency);
                stopAndForget(system);
            }
        }

        private static Path temporaryDirectory() {
            try {
                return Files.createTempDirectory("vks-acceptance");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stopAndForget(LocalSystem system) {
            try {
                Finished reset = system.dev("reset");
                if (reset.exitCode() == 0) {
                    Directories.delete(system.place().directory());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
