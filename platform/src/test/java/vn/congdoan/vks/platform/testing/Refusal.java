package vn.congdoan.vks.platform.testing;

import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;

/// What every refused request looks like: problem details that name the problem and the place.
public final class Refusal {

    private Refusal() {}

    /// The request as a whole is refused.
    public static void of(Response answer, int status, String code) {
        answer.then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .header("X-Request-Id", not(emptyOrNullString()))
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("/problems/" + code))
                .body("title", not(equalTo(code)))
                .body("detail", not(emptyOrNullString()));
    }

    /// One place of the request is refused.
    public static void of(Response answer, int status, String code, String pointer, String rule) {
        of(answer, status, code);
        answer.then()
                .body("errors.pointer", hasItem(pointer))
                .body("errors.find { it.pointer == '%s' }.code".formatted(pointer), equalTo(rule))
                .body("errors.find { it.pointer == '%s' }.detail".formatted(pointer), not(equalTo(rule)));
    }
}
