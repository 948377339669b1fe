package vn.congdoan.vks.gateway.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "vi", "vi-VN", "fr", "*", "de, vi;q=0.5, en;q=0.1", ";;;", "en;q=nonsense", "\u0000", "é"})
    void speaks_vietnamese_unless_english_is_wished(String wish) {
        assertEquals(Language.VI, Language.wishedBy(wish));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "EN", "en-GB", "fr, en;q=0.5", "en, vi;q=0.9", "en;q=0.9, vi;q=0.1"})
    void speaks_english_to_whom_wishes_it_more(String wish) {
        assertEquals(Language.EN, Language.wishedBy(wish));
    }

    @Test
    void does_not_read_a_wish_of_unreasonable_length() {
        assertEquals(Language.VI, Language.wishedBy("en," + "fr,".repeat(100)));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_has_its_texts_in_both_languages(ProblemCode code) {
        for (var language : Language.values()) {
            var detail = language.detail(code, List.of("first", "second"));
            assertFalse(language.title(code).isBlank());
            assertFalse(detail.contains("{"), detail);
            assertEquals(Normalizer.normalize(detail, Normalizer.Form.NFC), detail);
        }
        assertNotEquals(Language.VI.title(code), Language.EN.title(code));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void every_rule_has_its_text_in_both_languages(Rule rule) {
        for (var language : Language.values()) {
            var detail = language.detail(rule);
            assertFalse(detail.isBlank());
            assertEquals(Normalizer.normalize(detail, Normalizer.Form.NFC), detail);
        }
        assertNotEquals(Language.VI.detail(rule), Language.EN.detail(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, unauthenticated",
        "403, forbidden",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "408, request-timeout",
        "413, body-too-large",
        "415, unsupported-media-type",
        "417, invalid-request",
        "431, headers-too-large",
        "500, internal-error",
        "507, internal-error",
    })
    void a_bare_status_becomes_the_problem_it_means(int status, String code) {
        assertEquals(code, Problem.ofStatus(status).code().code());
    }

    @Test
    void says_type_title_status_code_detail_and_request_id() {
        var body = Problem.of(ProblemCode.UPSTREAM_TIMEOUT, "welfare", "10").body(Language.EN, Optional.of("r-1"));
        assertEquals(
                "{\"type\":\"/problems/upstream-timeout\",\"title\":\"Service too slow\",\"status\":504,"
                        + "\"code\":\"upstream-timeout\",\"detail\":\"The service welfare did not answer within 10"
                        + " seconds. The request may have been carried out.\",\"requestId\":\"r-1\"}",
                body.encode());
    }
}
