package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

/// However often and in whatever company a local superior is sent, it is recorded once.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class RepeatedLocalSuperiorsTest {

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String keeper = code + "-keeper";
    private String union = "";
    private String federation = "";

    @BeforeEach
    void foundUnion() {
        union = Api.union(code);
        Api.grant(Api.FIRST_ADMIN, keeper, "OFFICER", Api.central()).statusCode(201);
        federation = externalBody("Liên đoàn Lao động " + code, "1990-01-01");
    }

    @Test
    void many_at_once_leave_one_superior_a_day() {
        AtomicInteger year = new AtomicInteger(2010);
        List<Response> answers = Api.atOnce(6, () -> assign(form(federation, year.incrementAndGet() + "-01-01")));

        answers.forEach(each -> each.then().statusCode(201));
        assertEquals(
                List.of(
                        "2011-01-01 to 2012-01-01",
                        "2012-01-01 to 2013-01-01",
                        "2013-01-01 to 2014-01-01",
                        "2014-01-01 to 2015-01-01",
                        "2015-01-01 to 2016-01-01",
                        "2016-01-01 to null"),
                periods());
    }

    @Test
    void an_equal_one_under_the_clients_id_can_be_repeated() {
        Map<String, Object> form = form(federation, "2010-01-01");
        form.put("id", UUID.randomUUID().toString());
        String key = UUID.randomUUID().toString();

        Response first = assign(form);
        first.then().statusCode(201).body("id", equalTo(form.get("id")));
        for (int times = 0; times < 2; times++) {
            Response again =
                    Api.as(admin).header("Idempotency-Key", key).body(form).post(path());
            again.then().statusCode(200);
            assertEquals(first.asString(), again.asString());
            assertEquals(first.header("ETag"), again.header("ETag"));
        }
        form.put("validFrom", "2011-01-01");
        assign(form).then().statusCode(412).body("code", equalTo("already-exists"));
        assertEquals(List.of("2010-01-01 to null"), periods());
    }

    @Test
    void an_id_of_another_unions_is_taken_and_not_shown_there() {
        String other = Api.newCode();
        String elsewhere = "/api/v1/units/" + Api.union(other) + "/local-superiors";
        Map<String, Object> form = form(federation, "2010-01-01");
        form.put("id", UUID.randomUUID().toString());
        assign(form).then().statusCode(201);

        Api.as(other + "-admin")
                .body(form)
                .post(elsewhere)
                .then()
                .statusCode(412)
                .body("code", equalTo("already-exists"));
        Api.as(other + "-admin").get(elsewhere + "/" + form.get("id")).then().statusCode(404);
        Api.as(other + "-admin").get(elsewhere).then().body("items", hasSize(0));
    }

    @Test
    void a_request_under_a_key_has_one_effect() {
        String key = UUID.randomUUID().toString();
        Set<String> answers = new HashSet<>();
        for (int times = 0; times < 3; times++) {
            Response answer = Api.as(admin)
                    .header("Idempotency-Key", key)
                    .body(form(federation, "2010-01-01"))
                    .post(path());
            answer.then().statusCode(201);
            answers.add(answer.asString() + answer.header("Location"));
        }
        assertEquals(1, answers.size());
        assertEquals(1, periods().size());
    }

    private String path() {
        return "/api/v1/units/" + union + "/local-superiors";
    }

    private Response assign(Map<String, Object> form) {
        return Api.as(admin).body(form).post(path());
    }

    private List<String> periods() {
        List<Map<String, Object>> items = Api.as(admin)
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
        return items.stream()
                .map(each -> each.get("validFrom") + " to " + each.get("validTo"))
                .toList();
    }

    private String externalBody(String name, String since) {
        return Api.create(keeper, "/api/v1/external-bodies", Map.of("kind", "OTHER", "name", name, "validFrom", since))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> form(String body, String day) {
        return new HashMap<>(Map.of("externalBodyId", body, "validFrom", day));
    }
}
