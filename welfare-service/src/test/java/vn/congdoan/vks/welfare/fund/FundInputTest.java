package vn.congdoan.vks.welfare.fund;

import static org.hamcrest.Matchers.equalTo;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.fund.FundRequests.FUNDS;
import static vn.congdoan.vks.welfare.fund.FundRequests.as;
import static vn.congdoan.vks.welfare.fund.FundRequests.form;
import static vn.congdoan.vks.welfare.fund.FundRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundInputTest {

    /// A unit that no other test uses, to see that nothing was stored.
    private static final Organization OWNER = NAN_01;

    @AfterEach
    void nothing_was_stored() {
        as("CHAIR", OWNER).get(FUNDS).then().statusCode(200).body("items.size()", equalTo(0));
    }

    static Stream<Arguments> wrong_fields() {
        return Stream.of(
                Arguments.of("surprise", 1, "/surprise", "unknown-field"),
                Arguments.of("name", 7, "/name", "wrong-type"),
                Arguments.of("name", "", "/name", "required"),
                Arguments.of("name", "\u00a0", "/name", "required"),
                Arguments.of("legalBasis", "", "/legalBasis", "blank"),
                Arguments.of("legalBasis", " \t", "/legalBasis", "blank"),
                Arguments.of("name", "   ", "/name", "required"),
                Arguments.of("name", null, "/name", "required"),
                Arguments.of("name", "x".repeat(201), "/name", "size"),
                Arguments.of("name", "Quỹ\u0000", "/name", "unclean-text"),
                Arguments.of("name", "Quỹ\u0007", "/name", "unclean-text"),
                Arguments.of("legalBasis", "x".repeat(1001), "/legalBasis", "size"),
                Arguments.of("legalBasis", List.of(), "/legalBasis", "wrong-type"),
                Arguments.of("kind", "SAVINGS", "/kind", "unknown-value"),
                Arguments.of("kind", "solidarity", "/kind", "unknown-value"),
                Arguments.of("kind", null, "/kind", "required"),
                Arguments.of("unitId", "not-an-id", "/unitId", "not-an-id"),
                Arguments.of("unitId", null, "/unitId", "required"),
                Arguments.of("passThrough", "yes", "/passThrough", "wrong-type"),
                Arguments.of("passThrough", null, "/passThrough", "required"),
                Arguments.of("takesOutsideDonors", 1, "/takesOutsideDonors", "wrong-type"),
                Arguments.of("purposes", List.of(), "/purposes", "required"),
                Arguments.of("purposes", "ILLNESS", "/purposes", "wrong-type"),
                Arguments.of("purposes", List.of("ILLNESS", "ILLNESS"), "/purposes", "repeated"),
                Arguments.of("purposes", List.of("ILLNESS", "LUXURY"), "/purposes/1", "unknown-value"),
                Arguments.of("purposes", java.util.Arrays.asList("ILLNESS", null), "/purposes/1", "required"),
                Arguments.of("opensOn", "2022-02-30", "/opensOn", "not-a-date"),
                Arguments.of("opensOn", "01/01/2022", "/opensOn", "not-a-date"),
                Arguments.of("opensOn", "2022-01-01T00:00:00Z", "/opensOn", "not-a-date"),
                Arguments.of("opensOn", 20220101, "/opensOn", "wrong-type"),
                Arguments.of("opensOn", null, "/opensOn", "required"));
    }

    @ParameterizedTest
    @MethodSource("wrong_fields")
    void names_the_field_that_is_wrong(String field, @Nullable Object value, String pointer, String rule) {
        Refusal.of(post(as("ACCOUNTANT", OWNER), form(OWNER, field, value)), 400, "invalid-request", pointer, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unitId", "kind", "name", "passThrough", "purposes", "opensOn", "takesOutsideDonors"})
    void names_the_field_that_is_absent(String field) {
        Map<String, @Nullable Object> form = new HashMap<>(form(OWNER));
        form.remove(field);
        Refusal.of(post(as("ACCOUNTANT", OWNER), form), 400, "invalid-request", "/" + field, "required");
    }

    @Test
    void does_not_let_a_fund_end_before_it_starts() {
        Refusal.of(
                post(as("ACCOUNTANT", OWNER), form(OWNER, "closesOn", "2021-12-31")),
                422,
                "rule-broken",
                "/closesOn",
                "ends-before-start");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{} {}", "{\"name\":\"a\",\"name\":\"b\"}", "<fund/>"})
    void refuses_what_is_not_one_json_object(String body) {
        Refusal.of(post(as("ACCOUNTANT", OWNER), body), 400, "invalid-request");
    }

    @Test
    void refuses_what_is_not_utf_8() {
        byte[] body = "{\"name\":\"Qu".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] broken = java.util.Arrays.copyOf(body, body.length + 2);
        broken[body.length] = (byte) 0xC3;
        broken[body.length + 1] = (byte) 0x28;
        Refusal.of(post(as("ACCOUNTANT", OWNER), broken), 400, "invalid-request");
    }

    @Test
    void refuses_another_media_type() {
        RequestSpecification caller = as("ACCOUNTANT", OWNER);
        Refusal.of(caller.contentType("text/plain").body("Quỹ").post(FUNDS), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=100000, ?limit, limit-out-of-range",
        "limit=0, ?limit, limit-out-of-range",
        "limit=-1, ?limit, not-a-number",
        "limit=ten, ?limit, not-a-number",
        "cursor=broken, ?cursor, invalid-cursor",
        "cursor=AAAA, ?cursor, invalid-cursor",
        "kind=SAVINGS, ?kind, unknown-value",
        "unit=42, ?unit, not-an-id",
        "unit=, ?unit, required",
        "limit=, ?limit, required",
        "name=x, ?name, unknown-parameter",
        "limit=1&limit=2, ?limit, invalid"
    })
    void names_the_parameter_that_is_wrong(String query, String pointer, String rule) {
        Refusal.of(as("CHAIR", QNG).get(FUNDS + "?" + query), 400, "invalid-request", pointer, rule);
    }

    @Test
    void an_id_of_another_form_names_nothing() {
        Refusal.of(as("CHAIR", QNG).get(FUNDS + "/1-1-1-1-1"), 404, "not-found");
        Refusal.of(as("CHAIR", QNG).get(FUNDS + "/" + UUID.randomUUID()), 404, "not-found");
    }

    @Test
    void an_unknown_method_is_refused() {
        Refusal.of(as("CHAIR", QNG).delete(FUNDS), 405, "method-not-allowed");
    }
}
