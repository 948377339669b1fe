package vn.congdoan.vks.campaign;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.platform.problem.ProblemTexts;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.LogLines;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ServiceTest {

    private static final String PERSON = "Nguyễn Thị Bí Mật";
    private static final String CITIZEN_ID = "051185012345";

    @Inject
    ProblemTexts texts;

    @Test
    void health_and_metrics_need_no_token() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
        given().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void neither_logs_nor_problems_repeat_what_people_sent() {
        try (LogLines log = LogLines.listen()) {
            String answers = given().auth()
                    .oauth2(Tokens.of(QNG.account("OFFICER")))
                    .header("X-Request-Id", "watched-1")
                    .contentType("application/json")
                    .body("{\"name\": \"%s\", \"note\": \"%s\"}".formatted(PERSON, CITIZEN_ID))
                    .post("/api/v1/campaigns")
                    .then()
                    .statusCode(400)
                    .header("X-Request-Id", "watched-1")
                    .body("requestId", equalTo("watched-1"))
                    .body(not(containsString(PERSON)))
                    .body(not(containsString(CITIZEN_ID)))
                    .extract()
                    .asString();
            given().auth()
                    .oauth2(Tokens.of(QNG.account("OFFICER")))
                    .queryParam("name", PERSON)
                    .get("/api/v1/campaigns/" + CITIZEN_ID)
                    .then()
                    .statusCode(400)
                    .body(not(containsString(PERSON)))
                    .body(not(containsString(CITIZEN_ID)));
            assertTrue(answers.contains("unknown-field"), answers);
            assertTrue(
                    Waiting.until(
                            () -> log.all().stream()
                                            .filter(each -> each.contains("/api/v1/campaigns"))
                                            .count()
                                    >= 2,
                            Duration.ofSeconds(10)),
                    "no line for each request");
            for (String line : log.all()) {
                assertTrue(!line.contains(PERSON) && !line.contains(CITIZEN_ID), line);
            }
        }
    }

    @Test
    void every_text_stands_in_both_languages() {
        assertEquals(
                texts.all(Locale.of("vi")).keySet(), texts.all(Locale.ENGLISH).keySet());
        List<String> decomposed = texts.all(Locale.of("vi")).values().stream()
                .filter(text -> !java.text.Normalizer.isNormalized(text, java.text.Normalizer.Form.NFC))
                .toList();
        assertEquals(List.of(), decomposed);
    }
}
