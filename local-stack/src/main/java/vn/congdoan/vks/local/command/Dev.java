package vn.congdoan.vks.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import vn.congdoan.vks.local.backup.BackupRefused;
import vn.congdoan.vks.local.demo.DemoFailed;
import vn.congdoan.vks.local.system.CannotStart;
import vn.congdoan.vks.local.system.Place;

/// The main class behind the script `./dev`, which builds first and then calls it.
public final class Dev {
    private Dev() {}

    /// Runs one command and ends with its exit code: 0 if it did what it should.
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return dispatch(arguments, out, err);
        } catch (CannotStart | BackupRefused | DemoFailed | IllegalArgumentException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException e) {
            err.println("It did not work: " + e);
            return 1;
        }
    }

    private static int dispatch(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        String command = arguments.isEmpty() ? "" : arguments.getFirst();
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        Place place = Place.from(System.getenv());
        Node.Command ofAnySystem = (where, name, given) -> dispatch(where, name, given, out, err);
        return command.equals("node")
                ? new Node(place, out, err).run(rest, ofAnySystem)
                : ofAnySystem.run(place, command, rest);
    }

    private static int dispatch(Place place, String command, List<String> rest, PrintStream out, PrintStream err)
            throws IOException {
        Path calledFrom = Path.of(System.getenv().getOrDefault("CALLED_FROM", ""));
        return switch (command) {
            case "up" -> new Up(place, out).run(rest);
            case "down" -> new Down(place, out).run();
            case "reset" -> new Down(place, out).runAndForget();
            case "status" -> new Status(place, out).run();
            case "logs" -> new Logs(place, out).run(rest);
            case "token" -> new Token(place, out, err).run(rest);
            case "backup" -> new Backup(place, calledFrom, out, err).run(rest);
            case "restore" -> new Restore(place, calledFrom, System.in, out, err).run(rest);
            default -> {
                err.println("Unknown command " + command + "; ./dev lists the commands.");
                yield 2;
            }
        };
    }
}
