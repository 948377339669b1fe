package vn.congdoan.vks.acceptance.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.congdoan.vks.acceptance.system.Command;
import vn.congdoan.vks.acceptance.system.Finished;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;

/// Who follows the README sees what it says: its commands run against the system and print what it promises.
@ExtendWith(SystemUnderTest.class)
@Order(70)
class ReadmeTest {

    private static final Pattern DEV_COMMAND = Pattern.compile("(?<![\\w/])\\./dev ([a-z]+)");

    private final LocalSystem system;

    ReadmeTest(LocalSystem system) {
        this.system = system;
    }

    @Test
    void the_tour_runs_and_shows_what_it_says(@TempDir Path outputs) throws IOException {
        follow(Files.readString(LocalSystem.project().resolve("README.md")), outputs);
    }

    @Test
    void a_sample_page_is_followed_line_by_line() {
        Tour tour = Tour.of("""
                ```console
                ./dev up
                ```
                ```bash
                # what this does
                A=$(echo one)
                echo "$A" \\
                  two  # → one two
                ```
                """);
        assertEquals(
                List.of(new Tour.Step("A=$(echo one)", ""), new Tour.Step("echo \"$A\" \\\n  two", "one two")),
                tour.steps());
    }

    @Test
    void pages_for_people_name_only_commands_that_there_are() throws IOException {
        String help = system.dev("help").requireSuccess();
        for (String page : List.of("README.md", "CONTRIBUTING.md")) {
            Matcher commands =
                    DEV_COMMAND.matcher(Files.readString(LocalSystem.project().resolve(page)));
            while (commands.find()) {
                String command = commands.group(1);
                assertTrue(
                        Pattern.compile("(?m)^  " + command + "\\b")
                                .matcher(help)
                                .find(),
                        page + " names ./dev " + command + ", which there is not");
            }
        }
    }

    private void follow(String page, Path outputs) throws IOException {
        // A reader with another PORT_BASE would do the same.
        Tour tour = Tour.of(page.replace("8080", Integer.toString(system.place().gatewayPort())));
        assertFalse(tour.steps().isEmpty(), "the README has no tour");
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.put("OUTPUTS", outputs.toString());
        Finished finished = new Command(LocalSystem.project(), environment).run(List.of("bash", "-c", tour.script()));
        for (int index = 0; index < tour.steps().size(); index++) {
            Tour.Step step = tour.steps().get(index);
            Path output = outputs.resolve(Integer.toString(index));
            String shown = Files.exists(output) ? Files.readString(output) : "(not run) " + finished.output();
            assertTrue(
                    finished.exitCode() != 100 + index % 100 && Files.exists(output),
                    () -> "This failed: " + step.command() + "\n" + shown);
            assertTrue(
                    shown.contains(step.promise()),
                    () -> step.command() + "\nshould show " + step.promise() + " but showed\n" + shown);
        }
        assertEquals(0, finished.exitCode(), finished.output());
    }
}
