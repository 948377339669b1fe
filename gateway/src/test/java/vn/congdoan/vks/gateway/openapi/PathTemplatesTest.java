package vn.congdoan.vks.gateway.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplatesTest {

    private final PathTemplates templates = new PathTemplates(List.of(
            "/api/v1/members", "/api/v1/members/{id}", "/api/v1/members/enrolments", "/api/v1/members/{id}/admit"));

    @ParameterizedTest
    @CsvSource({
        "/api/v1/members, /api/v1/members",
        "/api/v1/members/0190b5a0-0000-7000-8000-000000000001, /api/v1/members/{id}",
        "/api/v1/members/enrolments, /api/v1/members/enrolments",
        "/api/v1/members/nguyen-van-an/admit, /api/v1/members/{id}/admit",
        "/api/v1/members/nguyen/van/an/x, /api/v1/members/**",
        "/api/v1/members/, /api/v1/members/**",
        "/api/v1/funds/123, /api/v1/funds/**",
        "/docs/index.html, /docs/**",
        "/openapi.json, /openapi/**",
        "/q/health/ready, /q/**",
        "/nguyen-van-an, /**",
        "/api/v1/nguyen, /**",
    })
    void names_what_is_documented_and_nothing_particular(String path, String template) {
        assertEquals(template, templates.of(path));
    }
}
