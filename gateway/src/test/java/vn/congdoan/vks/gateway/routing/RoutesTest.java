package vn.congdoan.vks.gateway.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.gateway.routing.Routes.Destination;

class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, MEMBERSHIP",
        "/api/v1/members, MEMBERSHIP",
        "/api/v1/members/1/admit, MEMBERSHIP",
        "/api/v1/transfers/1/accept, MEMBERSHIP",
        "/api/v1/units, MEMBERSHIP",
        "/api/v1/units/1/local-superiors, MEMBERSHIP",
        "/api/v1/assignments/1, MEMBERSHIP",
        "/api/v1/provinces, MEMBERSHIP",
        "/api/v1/external-bodies/1, MEMBERSHIP",
        "/api/v1/committees/1/seats, MEMBERSHIP",
        "/api/v1/sync/membership/changes, MEMBERSHIP",
        "/api/v1/sync/nodes/1/suspend, MEMBERSHIP",
        "/api/v1/campaigns, CAMPAIGN",
        "/api/v1/campaigns/1, CAMPAIGN",
        "/api/v1/funds, WELFARE",
        "/api/v1/funds/1/entries, WELFARE",
        "/api/v1/support-cases/1/attachments/2, WELFARE",
        "/api/v1/entitlements/1/set-aside, WELFARE",
        "/api/v1/entitlement-rules, WELFARE",
        "/api/v1/life-events/1, WELFARE",
    })
    void a_route_covers_its_prefix_and_all_below(String path, Backend backend) {
        assertEquals(
                new Destination.Forwarded(backend),
                Routes.of(path).orElseThrow().destination());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/membersx",
                "/api/v1/member",
                "/api/v1/m",
                "/api/v1/",
                "/api/v1",
                "/api",
                "/",
                "/internal/assignments",
                "/api/v1/internal",
                "/api/v2/members",
                "/API/v1/members",
                "/api/v1/Members",
                "/x/api/v1/members",
                "/q/health",
            })
    void everything_else_goes_nowhere(String path) {
        assertTrue(Routes.of(path).isEmpty());
    }

    @Test
    void the_gateway_composes_the_audit_trail_itself() {
        assertEquals(
                new Destination.Composed(),
                Routes.of("/api/v1/audit").orElseThrow().destination());
    }

    @Test
    void open_pages_are_named_by_whole_words() {
        assertTrue(Routes.open("/openapi"));
        assertTrue(Routes.open("/openapi.json"));
        assertTrue(Routes.open("/docs/index.html"));
        assertTrue(Routes.open("/q/health/ready"));
        assertFalse(Routes.open("/openapix"));
        assertFalse(Routes.open("/internal"));
        assertFalse(Routes.open("/api/v1/members"));
    }
}
