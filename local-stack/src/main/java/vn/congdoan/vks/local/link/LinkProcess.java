package vn.congdoan.vks.local.link;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import vn.congdoan.vks.local.stack.BuiltWith;
import vn.congdoan.vks.local.stack.Jvm;
import vn.congdoan.vks.local.stack.Launch;

/// The link in a process of its own, which does what its [ShapeFile] says.
public final class LinkProcess {
    private static final long LOOK_EVERY_MILLIS = 20;

    private LinkProcess() {}

    /// How to start it.
    ///
    /// @param home the directory of its system
    public static Launch launch(Path home, List<Forward> forwards) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                BuiltWith.thisBuild().classes().toString(),
                LinkProcess.class.getName(),
                home.toString()));
        forwards.forEach(forward -> command.add(forward.asArgument()));
        return new Launch(command, Map.of(), home);
    }

    /// Takes its system's directory and, for each port, what it forwards to; ends when it is killed.
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        ShapeFile file = new ShapeFile(Path.of(arguments[0]));
        List<Forward> forwards = List.of(arguments).subList(1, arguments.length).stream()
                .map(Forward::fromArgument)
                .toList();
        long self = ProcessHandle.current().pid();
        try (Link link = Link.open(forwards, file.wanted());
                ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor()) {
            // The end of what is scheduled comes only with a failure, which ends the process.
            looking.scheduleWithFixedDelay(
                            () -> follow(file, link, self, System.out), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    /// @param log takes a line for each shape that the link was given
    private static void follow(ShapeFile file, Link link, long self, PrintStream log) {
        try {
            Shape wanted = file.wanted();
            if (!file.isInForce(self, wanted)) {
                link.become(wanted);
                file.noteInForce(self, wanted);
                log.println(Instant.now() + " " + wanted.asText());
            }
        } catch (IOException e) {
            // Somebody wrote into it by hand, or the disk is full: the link stays as it is.
        }
    }
}
