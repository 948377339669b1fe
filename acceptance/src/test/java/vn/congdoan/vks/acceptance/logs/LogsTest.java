package vn.congdoan.vks.acceptance.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.UsedValues;
import vn.congdoan.vks.acceptance.world.World;

/// After everything that the tests did, no log of any part holds anybody's name, citizen id, contact data or token.
@ExtendWith(SystemUnderTest.class)
@Order(100)
class LogsTest {

    private static final int SHORTEST = 8;
    private static final List<String> PARTS =
            List.of("postgres", "kafka", "keycloak", "membership", "campaign", "welfare", "gateway");

    private final LocalSystem system;
    private final World world;

    LogsTest(LocalSystem system, World world) {
        this.system = system;
        this.world = world;
    }

    @Test
    void no_log_tells_who_somebody_is() throws IOException {
        Made last = world.own().records().member(world.own().group());
        assertTrue(UsedValues.all().contains(last.json().path("fullName").asText()));
        Set<String> values = UsedValues.all();
        Map<String, List<String>> byBeginning = values.stream()
                .filter(value -> value.length() >= SHORTEST)
                .collect(Collectors.groupingBy(value -> value.substring(0, SHORTEST)));
        List<String> told = new ArrayList<>();
        for (Path log : system.logs()) {
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    valuesIn(line, byBeginning).forEach(value -> told.add(log.getFileName() + " holds " + value));
                }
            }
        }
        System.out.printf(
                "Looked for %d values in %d logs%n",
                values.size(), system.logs().size());
        assertEquals(List.of(), told);
    }

    /// Thousands of values, very many lines: each place in a line is looked up, not each value in each line.
    private static List<String> valuesIn(String line, Map<String, List<String>> byBeginning) {
        List<String> found = new ArrayList<>();
        for (int place = 0; place + SHORTEST <= line.length(); place++) {
            for (String value : byBeginning.getOrDefault(line.substring(place, place + SHORTEST), List.of())) {
                if (line.startsWith(value, place)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    @Test
    void a_value_is_found_wherever_it_stands_in_a_line() {
        Map<String, List<String>> known = Map.of("Nguyễn V", List.of("Nguyễn Văn An", "Nguyễn Vân"));

        assertEquals(List.of("Nguyễn Văn An"), valuesIn("{\"name\":\"Nguyễn Văn An\"}", known));
        assertEquals(List.of("Nguyễn Vân"), valuesIn("Nguyễn Vân", known));
        assertEquals(List.of(), valuesIn("Nguyễn V", known));
    }

    @Test
    void every_part_writes_a_log_and_the_services_name_each_request() throws IOException {
        for (String part : PARTS) {
            assertTrue(Files.size(system.place().log(part)) > 0, part);
        }
        String id = "thu-" + Forms.word();
        world.gateway()
                .send(
                        vn.congdoan.vks.acceptance.api.Call.get("/api/v1/me").with("X-Request-Id", id),
                        world.own().holder("OFFICER").token())
                .require(200);
        for (String part : List.of("gateway", "membership")) {
            assertTrue(
                    vn.congdoan.vks.local.stack.Waiting.until(
                            () -> holds(system.place().log(part), id), java.time.Duration.ofSeconds(10)),
                    part + " does not log the request's id");
        }
    }

    private static boolean holds(Path log, String text) {
        try {
            return Files.readString(log).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
