package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// What comes at the same time is answered as if it had come one after the other.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MeetingTest {

    private static final int MANY = 8;

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String union = "";

    @BeforeEach
    void foundUnion() {
        union = Api.union(code, "OFFICER", "CHAIR");
    }

    @RepeatedTest(3)
    void of_equal_creations_of_a_unit_one_creates() {
        Map<String, Object> section = Map.of(
                "kind", "SECTION", "parentId", union, "code", code + "-1", "name", "Tổ", "validFrom", "2001-01-01");
        assertOneCreates(code + "-admin", "/api/v1/units/", section);
    }

    @RepeatedTest(3)
    void of_equal_grants_one_creates() {
        assertOneCreates(
                code + "-admin",
                "/api/v1/assignments/",
                Map.of("subject", code + "-x", "role", "OFFICER", "unitId", union, "validFrom", "2001-01-01"));
    }

    @RepeatedTest(3)
    void of_equal_applications_one_creates() {
        assertOneCreates(officer, "/api/v1/members/", Api.applicant(union));
    }

    @RepeatedTest(3)
    void of_equal_enrolments_one_creates_every_row_and_the_others_change_nothing() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 40).mapToObj(this::enrolment).toList();
        List<Response> answers = Api.atOnce(MANY, () -> enrol(shuffled(rows)));

        List<String> outcomes = new ArrayList<>();
        for (Response answer : answers) {
            assertEquals(200, answer.statusCode(), answer.asString());
            List<String> different = answer.jsonPath().<String>getList("items.outcome").stream()
                    .distinct()
                    .toList();
            assertEquals(1, different.size(), answer.asString());
            outcomes.add(different.getFirst());
        }
        List<String> expected = new ArrayList<>(Collections.nCopies(MANY - 1, "UNCHANGED"));
        expected.addFirst("CREATED");
        assertEquals(expected, outcomes.stream().sorted().toList());
    }

    @RepeatedTest(3)
    void of_enrolments_and_applications_with_one_number_one_gets_it() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 40).mapToObj(this::enrolment).toList();
        AtomicInteger turn = new AtomicInteger();
        List<Response> answers = Api.atOnce(MANY, () -> {
            if (turn.getAndIncrement() % 2 == 0) {
                return enrol(shuffled(rows).stream()
                        .map(row -> with(row, "id", UUID.randomUUID()))
                        .toList());
            }
            return Api.as(officer)
                    .body(with(Api.applicant(union), "citizenId", "051185001020"))
                    .post("/api/v1/members");
        });

        int holders = 0;
        for (Response answer : answers) {
            if (answer.statusCode() == 200) {
                List<String> outcomes = answer.jsonPath().getList("items.outcome");
                List<String> numbers = answer.jsonPath().getList("items.errors.flatten().code");
                assertEquals(40, outcomes.size());
                assertTrue(Set.of("number-taken").containsAll(numbers), numbers.toString());
            } else if (answer.statusCode() == 201) {
                holders++;
            } else {
                assertEquals("number-taken", answer.path("code"), answer.asString());
            }
        }
        assertTrue(holders <= 1);
        long stored = sql.one(
                        "select count(*) from member where owner_union_id = ? and citizen_id_hash is not null",
                        found -> found.getLong(1),
                        UUID.fromString(union))
                .orElseThrow();
        assertEquals(40, stored);
    }

    @RepeatedTest(3)
    void of_decisions_on_one_application_one_counts_and_the_others_are_stale() {
        Response applied = Api.as(officer).body(Api.applicant(union)).post("/api/v1/members");
        String address = "/api/v1/members/" + applied.path("id") + "/admit";
        Map<String, Object> decision = Map.of("decision", Map.of("number", "1/QĐ", "date", "2023-02-14"));

        List<Response> answers = Api.atOnce(
                MANY,
                () -> Api.as(code + "-chair")
                        .header("If-Match", applied.header("ETag"))
                        .body(decision)
                        .post(address));

        List<Integer> expected = new ArrayList<>(Collections.nCopies(MANY - 1, 412));
        expected.addFirst(200);
        assertEquals(
                expected, answers.stream().map(Response::statusCode).sorted().toList());
    }

    private Response enrol(List<Map<String, Object>> rows) {
        return Api.as(officer).body(Map.of("items", rows)).post("/api/v1/members/enrolments");
    }

    private Map<String, Object> enrolment(int number) {
        Map<String, Object> row = with(Api.applicant(union), "citizenId", "0511850010%02d".formatted(number));
        row.put("memberNumber", "DV-" + number);
        row.put("joinedOn", "2010-01-01");
        row.put("id", UUID.randomUUID());
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(row);
        changed.put(field, value);
        return changed;
    }

    private static List<Map<String, Object>> shuffled(List<Map<String, Object>> rows) {
        List<Map<String, Object>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled);
        return shuffled;
    }

    private static void assertOneCreates(String by, String path, Map<String, Object> form) {
        String address = path + UUID.randomUUID();
        List<Response> answers = Api.atOnce(
                MANY, () -> Api.as(by).header("If-None-Match", "*").body(form).put(address));

        List<Integer> expected = new ArrayList<>(Collections.nCopies(MANY - 1, 200));
        expected.add(201);
        assertEquals(
                expected, answers.stream().map(Response::statusCode).sorted().toList());
    }
}
