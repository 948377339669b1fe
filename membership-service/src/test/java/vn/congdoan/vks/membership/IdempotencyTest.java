package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

/// A request under an Idempotency-Key has one effect, however often it comes.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";
    private static final int AT_ONCE = 20;

    private final String code = Api.newCode();

    @Inject
    Sql sql;

    @Test
    void twenty_at_once_have_one_effect_and_equal_answers() throws Exception {
        String union = Api.union(code);
        String key = UUID.randomUUID().toString();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Response>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int thread = 0; thread < AT_ONCE; thread++) {
                sent.add(threads.submit(() -> {
                    start.await();
                    return create(key, section(union, code + "-A"));
                }));
            }
            start.countDown();
        }
        Set<String> bodies = new HashSet<>();
        for (Future<Response> each : sent) {
            Response answer = each.get();
            if (answer.statusCode() == 409) {
                answer.then().body("code", equalTo("request-in-progress")).header("Retry-After", "1");
            } else {
                answer.then().statusCode(201);
                bodies.add(answer.asString() + answer.header("Location") + answer.header("ETag"));
            }
        }
        assertEquals(1, bodies.size());
        assertEquals(1, sections(union).size());
    }

    @Test
    void a_record_with_an_id_of_the_clients_is_found_again_under_another_key() {
        String union = Api.union(code, "OFFICER");
        String id = UUID.randomUUID().toString();
        Map<String, Object> applicant = new HashMap<>(Api.applicant(union));
        applicant.put("id", id);
        for (int status : List.of(201, 200)) {
            Api.as(code + "-officer")
                    .header(KEY, UUID.randomUUID().toString())
                    .body(applicant)
                    .post("/api/v1/members")
                    .then()
                    .statusCode(status)
                    .header("Location", endsWith("/api/v1/members/" + id))
                    .body("id", equalTo(id));
        }
    }

    @Test
    void a_repetition_is_answered_as_the_first_one_was() {
        String union = Api.union(code);
        String key = UUID.randomUUID().toString();
        Response first = create(key, section(union, code + "-A"));
        Response again = create(key, section(union, code + "-A"));
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(1, sections(union).size());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        String union = Api.union(code);
        String key = UUID.randomUUID().toString();
        create(key, section(union, code + "-A")).then().statusCode(201);
        create(key, section(union, code + "-B"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(KEY))
                .body("errors[0].code", equalTo("key-of-another-request"));
        assertEquals(1, sections(union).size());
    }

    @Test
    void another_spelling_of_the_address_is_the_same_request() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String key = UUID.randomUUID().toString();
        Response first = create(key, section(union, code + "-A"));
        Response again = Api.as(code + "-admin")
                .header(KEY, key)
                .body(section(union, code + "-A"))
                .post("/api/v1/units/");
        assertEquals(201, again.statusCode());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1, sections(union).size());
    }

    @Test
    void a_failure_is_not_remembered() {
        String union = Api.union(code);
        String key = UUID.randomUUID().toString();
        Api.section(code + "-admin", union, code + "-A");
        create(key, section(union, code + "-A")).then().statusCode(409);
        create(key, section(union, code + "-B")).then().statusCode(201);
    }

    @Test
    void the_key_of_another_account_is_another_key() {
        String union = Api.union(code);
        Api.grant(code + "-admin", code + "-second", "ADMIN", union).statusCode(201);
        String key = UUID.randomUUID().toString();
        create(key, section(union, code + "-A")).then().statusCode(201);
        Api.as(code + "-second")
                .header(KEY, key)
                .body(section(union, code + "-B"))
                .post("/api/v1/units")
                .then()
                .statusCode(201);
    }

    @Test
    void a_repeated_step_shows_the_record_as_it_is_by_then() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        Response applied = Api.as(code + "-officer")
                .body(Map.of(
                        "unitId",
                        union,
                        "fullName",
                        "Trần Thị Bình",
                        "birth",
                        Map.of("year", 1991),
                        "gender",
                        "FEMALE"))
                .post("/api/v1/members");
        String member = applied.path("id");
        String key = UUID.randomUUID().toString();
        Response admitted = admit(member, applied.header("ETag"), key);
        admitted.then().statusCode(200).body("status", equalTo("ACTIVE"));
        Api.as(code + "-officer")
                .header("If-Match", admitted.header("ETag"))
                .body(Map.of("reason", "RESIGNED"))
                .post("/api/v1/members/" + member + "/end")
                .then()
                .statusCode(200);
        admit(member, applied.header("ETag"), key).then().statusCode(200).body("status", equalTo("ENDED"));
    }

    @Test
    void a_repetition_by_somebody_who_lost_the_right_to_see_it_shows_nothing() {
        String union = Api.union(code);
        String assignment = Api.grant(code + "-admin", code + "-second", "ADMIN", union)
                .statusCode(201)
                .extract()
                .path("id");
        String key = UUID.randomUUID().toString();
        Map<String, ?> body = section(union, code + "-A");
        Api.as(code + "-second")
                .header(KEY, key)
                .body(body)
                .post("/api/v1/units")
                .then()
                .statusCode(201);
        Api.as(code + "-admin")
                .header("If-Match", "*")
                .body("{}")
                .post("/api/v1/assignments/" + assignment + "/end")
                .then()
                .statusCode(200);
        Api.as(code + "-second")
                .header(KEY, key)
                .body(body)
                .post("/api/v1/units")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "ché", ""})
    void a_malformed_key_is_refused(String key) {
        String union = Api.union(code);
        create(key, section(union, code + "-A")).then().statusCode(400).body("errors[0].pointer", equalTo(KEY));
        create("x".repeat(129), section(union, code + "-A")).then().statusCode(400);
        assertTrue(sections(union).isEmpty());
    }

    @Test
    void nothing_personal_is_remembered() {
        String union = Api.union(code, "OFFICER");
        Api.as(code + "-officer")
                .header(KEY, "key-" + code)
                .body(Map.of(
                        "unitId", union, "fullName", "Lê " + code, "birth", Map.of("year", 1991), "gender", "FEMALE"))
                .post("/api/v1/members")
                .then()
                .statusCode(201);
        List<String> rows = sql.list("select answered_request::text from answered_request", row -> row.getString(1));
        assertTrue(rows.size() > 0);
        assertTrue(rows.stream().noneMatch(row -> row.contains(code)));
    }

    private Response create(String key, Map<String, ?> body) {
        return Api.as(code + "-admin").header(KEY, key).body(body).post("/api/v1/units");
    }

    private Response admit(String member, String tag, String key) {
        return Api.as(code + "-chair")
                .header("If-Match", tag)
                .header(KEY, key)
                .body(Map.of("decision", Map.of("number", "01/QĐ-" + code, "date", "2024-01-02", "signer", "Chủ tịch")))
                .post("/api/v1/members/" + member + "/admit");
    }

    private static Map<String, ?> section(String union, String code) {
        return Map.of(
                "kind", "SECTION", "parentId", union, "code", code, "name", "Tổ " + code, "validFrom", "2020-01-01");
    }

    private List<Object> sections(String union) {
        return Api.as(code + "-admin")
                .get("/api/v1/units?parent=" + union)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }
}
