package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// What was recorded wrongly is corrected or withdrawn, and what stood there before stays.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class FigureCorrectionsTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String accountant = code + "-accountant";
    private String figure = "";

    @Inject
    Sql sql;

    @BeforeEach
    void recordOne() {
        String union = Api.union(code, "OFFICER", "ACCOUNTANT");
        Map<String, Object> form = FigureRequests.form(union);
        form.putAll(Map.of("value", 48.2, "note", "Số của báo cáo"));
        figure = FigureRequests.recorded(officer, form);
    }

    @Test
    void a_correction_replaces_all_that_was_said_and_its_history_tells_what_stood_before() {
        Response before = Api.as(officer).get(figure);
        FigureRequests.correct(accountant, figure, 42.8)
                .statusCode(200)
                .body("value", equalTo(42.8f))
                .body("printed", nullValue())
                .body("note", nullValue());
        FigureRequests.withdraw(officer, figure).statusCode(200).body("status", equalTo("WITHDRAWN"));

        Api.as(accountant)
                .get(figure + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", contains("WITHDRAWN", "CORRECTED", "RECORDED"))
                .body("items.actor.subject", contains(officer, accountant, officer))
                .body("items.reason", contains("Ghi hai lần", "Gõ nhầm số liệu", null))
                .body("items[1].before.value", equalTo(48.2f))
                .body("items[1].before.printed", equalTo("42,8%"))
                .body("items[1].before.note", equalTo("Số của báo cáo"))
                .body("items[1].before.source.title", equalTo("Báo cáo tổng kết năm 2022"))
                .body("items[0]", not(hasKey("before")))
                .body("items[2]", not(hasKey("before")))
                .body("next", nullValue());
        assertEquals(List.of("recorded", "corrected", "withdrawn"), Traces.told(sql, id()));
        assertEquals(
                List.of(
                        "create [unitId, period, indicator, detail, value, qualifier, printed, source, note]",
                        "correct [value, printed, note]",
                        "withdraw [status]"),
                Traces.audited(sql, id()));
        Api.as(officer).get(figure).then().body("recordedAt", equalTo(before.path("recordedAt")));
    }

    @Test
    void the_history_comes_in_pages() {
        FigureRequests.correct(officer, figure, 1).statusCode(200);
        FigureRequests.correct(officer, figure, 2).statusCode(200);
        Response first = Api.as(officer).get(figure + "/history?limit=2");
        first.then().body("items.before.value", contains(1, 48.2f));
        Api.as(officer)
                .queryParam("cursor", (String) first.path("next"))
                .get(figure + "/history?limit=2")
                .then()
                .body("items.kind", contains("RECORDED"))
                .body("next", nullValue());
    }

    @Test
    void those_above_read_the_history_without_who_it_was() {
        String above = code + "-above";
        Api.grant(Api.FIRST_ADMIN, above, "INSPECTOR", Api.central()).statusCode(201);
        FigureRequests.correct(officer, figure, 42.8).statusCode(200);
        Api.as(above)
                .get(figure + "/history")
                .then()
                .statusCode(200)
                .body("items.reason", contains("Gõ nhầm số liệu", null))
                .body("items[0].before.value", equalTo(48.2f))
                .body("items[0]", not(hasKey("actor")))
                .body("items[1]", not(hasKey("actor")));
    }

    @Test
    void a_change_names_the_version_that_it_was_made_from() {
        Map<String, Object> correction = FigureRequests.correction(42.8, "Gõ nhầm");
        Refusal.of(Api.as(officer).body(correction).post(figure + "/correct"), 428, "precondition-required");
        String read = Api.as(officer).get(figure).header("ETag");
        FigureRequests.correct(officer, figure, 42.7).statusCode(200);
        for (String action : List.of("correct", "withdraw")) {
            Map<String, ?> body = action.equals("correct") ? correction : Map.of("reason", "Ghi hai lần");
            Refusal.of(Api.as(officer).header("If-Match", read).body(body).post(figure + "/" + action), 412, "stale");
        }
        Api.as(officer).get(figure).then().body("value", equalTo(42.7f)).body("status", equalTo("RECORDED"));
    }

    @Test
    void of_corrections_of_one_version_at_once_one_wins() {
        String read = Api.as(officer).get(figure).header("ETag");
        AtomicInteger values = new AtomicInteger();
        List<Integer> answers = Api.atOnce(
                        4,
                        () -> Api.as(officer)
                                .header("If-Match", read)
                                .body(FigureRequests.correction(values.incrementAndGet(), "Gõ nhầm"))
                                .post(figure + "/correct"))
                .stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(200, 412, 412, 412), answers);
        assertEquals(List.of("recorded", "corrected"), Traces.told(sql, id()));
        Api.as(officer).get(figure + "/history").then().body("items.kind", contains("CORRECTED", "RECORDED"));
    }

    @Test
    void a_correction_under_a_key_has_one_effect() {
        String read = Api.as(officer).get(figure).header("ETag");
        Map<String, Object> correction = FigureRequests.correction(42.8, "Gõ nhầm");
        String key = UUID.randomUUID().toString();
        for (int each = 0; each < 2; each++) {
            Api.as(officer)
                    .header("If-Match", read)
                    .header("Idempotency-Key", key)
                    .body(correction)
                    .post(figure + "/correct")
                    .then()
                    .statusCode(200)
                    .body("value", equalTo(42.8f));
        }
        assertEquals(List.of("recorded", "corrected"), Traces.told(sql, id()));
    }

    @Test
    void a_withdrawn_figure_stands_no_more_and_changes_no_more() {
        FigureRequests.withdraw(officer, figure).statusCode(200).body("value", equalTo(48.2f));
        FigureRequests.correct(officer, figure, 42.8).statusCode(409).body("code", equalTo("figure-withdrawn"));
        FigureRequests.withdraw(officer, figure).statusCode(409).body("code", equalTo("figure-withdrawn"));
        Api.as(officer).get(figure).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void a_reason_in_plain_text_is_none() {
        Response answer = Api.as(officer)
                .contentType("text/plain")
                .header("If-Match", "*")
                .body("Ghi hai lần")
                .post(figure + "/withdraw");
        Refusal.of(answer, 415, "unsupported-media-type");
        assertEquals(List.of("recorded"), Traces.told(sql, id()));
    }

    @Test
    void what_says_the_same_corrects_nothing() {
        Map<String, Object> same = FigureRequests.correction(48.2, "Không có gì");
        same.putAll(Map.of("printed", "42,8%", "note", "Số của báo cáo"));
        Response answer = Api.as(officer).header("If-Match", "*").body(same).post(figure + "/correct");
        Refusal.of(answer, 422, "rule-broken", "", "nothing-to-correct");
        assertEquals(List.of("recorded"), Traces.told(sql, id()));
    }

    @ParameterizedTest
    @CsvSource({
        "correct,  value,     142.8, 422, /value,     more-than-all",
        "correct,  value,     42.85, 422, /value,     less-than-a-tenth",
        "correct,  reason,    ,      400, /reason,    required",
        "correct,  qualifier, ,      400, /qualifier, required",
        "correct,  source,    ,      400, /source,    required",
        "correct,  period,    2022,  400, /period,    unknown-field",
        "correct,  unitId,    2022,  400, /unitId,    unknown-field",
        "withdraw, reason,    ,      400, /reason,    required",
        "withdraw, value,     1,     400, /value,     unknown-field",
    })
    void what_a_correction_cannot_say_is_refused_at_its_place(
            String action, String field, Double value, int status, String pointer, String rule) {
        Map<String, Object> body = action.equals("correct")
                ? FigureRequests.correction(42.8, "Gõ nhầm")
                : new java.util.HashMap<>(Map.of("reason", "Ghi hai lần"));
        body.put(field, value);
        Response answer = Api.as(officer).header("If-Match", "*").body(body).post(figure + "/" + action);
        answer.then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(rule));
    }

    @Test
    void the_database_lets_nobody_change_what_was_done() {
        for (String change : List.of("at = now()", "reason = 'Khác'", "value = 1", "kind = 'WITHDRAWN'")) {
            assertThrows(
                    PersistenceException.class,
                    () -> sql.change(
                            "update reported_figure_step set " + change + " where reported_figure_id = ?",
                            UUID.fromString(id())));
        }
    }

    private String id() {
        return figure.substring(FigureRequests.FIGURES.length() + 1);
    }
}
