package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// What reports say is recorded as they say it, and found by whoever reads statistics there.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ReportedFiguresTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private String union = "";

    @Inject
    Sql sql;

    @BeforeEach
    void found() {
        union = Api.union(code, "OFFICER", "ACCOUNTANT", "CHAIR");
    }

    @Test
    void a_figure_is_recorded_as_the_report_says_it() {
        Response made = FigureRequests.record(officer, FigureRequests.form(union));
        made.then()
                .statusCode(201)
                .body("unit.id", equalTo(union))
                .body("unit.code", equalTo(code))
                .body("period", equalTo("2022"))
                .body("indicator", equalTo("FEMALE_RATE"))
                .body("measure", equalTo("RATE"))
                .body("value", equalTo(42.8f))
                .body("qualifier", equalTo("EXACT"))
                .body("printed", equalTo("42,8%"))
                .body("source.number", equalTo("05/BC-CĐVKS"))
                .body("source.place", equalTo("Phần I, trang 2"))
                .body("detail", nullValue())
                .body("note", nullValue())
                .body("status", equalTo("RECORDED"));

        String path = FigureRequests.FIGURES + "/" + made.path("id");
        assertEquals(path, made.header("Location").replaceFirst("^https?://[^/]+", ""));
        Response read = Api.as(code + "-chair").get(path);
        assertEquals(made.asString(), read.asString());
        assertEquals(made.header("ETag"), read.header("ETag"));
        Api.as(officer)
                .get(FigureRequests.FIGURES + "?unit=" + union)
                .then()
                .body("items", equalTo(List.of(made.jsonPath().getMap(""))));
    }

    @Test
    void more_than_an_amount_stays_the_amount_and_its_qualifier() {
        Map<String, Object> form = FigureRequests.form(union, "2022", "TET_AMOUNT", 1_100_000_000L);
        form.putAll(Map.of("qualifier", "MORE_THAN", "printed", "hơn 1,1 tỷ đồng", "detail", "Tết  Quý Mão "));
        FigureRequests.record(code + "-accountant", form)
                .then()
                .statusCode(201)
                .body("value", equalTo(1_100_000_000))
                .body("measure", equalTo("VND"))
                .body("qualifier", equalTo("MORE_THAN"))
                .body("printed", equalTo("hơn 1,1 tỷ đồng"))
                .body("detail", equalTo("Tết Quý Mão"));
    }

    @Test
    void every_indicator_can_be_recorded_and_has_a_name_of_its_own() {
        JsonPath indicators = Api.as(officer)
                .get("/api/v1/indicators")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<String> codes = indicators.getList("items.code");
        for (String each : codes) {
            FigureRequests.record(officer, FigureRequests.form(union, "2022", each, 7))
                    .then()
                    .statusCode(201)
                    .body(
                            "measure",
                            equalTo(indicators.getString("items.find { it.code == '%s' }.measure".formatted(each))))
                    .body("value", equalTo(7));
        }
        assertEquals(29, codes.size());
        assertEquals(29, new HashSet<>(indicators.getList("items.name.vi")).size());
        assertEquals(29, new HashSet<>(indicators.getList("items.name.en")).size());
    }

    @Test
    void indicators_come_in_pages() {
        List<Object> codes = new ArrayList<>();
        String next = null;
        do {
            var request = Api.as(officer).queryParam("limit", 10);
            Response page = (next == null ? request : request.queryParam("cursor", next)).get("/api/v1/indicators");
            codes.addAll(page.jsonPath().getList("items.code"));
            next = page.path("next");
        } while (next != null);
        assertEquals(29, codes.size());
        assertEquals(29, new HashSet<>(codes).size());
        assertEquals("MEMBERS", codes.getFirst());
        assertEquals("FUNDS_CLOSING", codes.getLast());
    }

    @Test
    void a_creation_with_the_clients_id_can_be_repeated_and_takes_the_id() {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = FigureRequests.form(union);

        Refusal.of(Api.as(officer).body(form).put(FigureRequests.FIGURES + "/" + id), 428, "precondition-required");
        FigureRequests.put(officer, id, form).then().statusCode(201).body("id", equalTo(id.toString()));
        FigureRequests.put(officer, id, form).then().statusCode(200).body("value", equalTo(42.8f));
        form.put("value", 42.80);
        FigureRequests.put(officer, id, form).then().statusCode(200);
        form.put("value", 42.9);
        Refusal.of(FigureRequests.put(officer, id, form), 412, "already-exists");
        FigureRequests.correct(officer, FigureRequests.FIGURES + "/" + id, 42.7).statusCode(200);
        form.put("value", 42.8);
        FigureRequests.put(officer, id, form).then().statusCode(200).body("value", equalTo(42.7f));
        assertEquals(List.of("recorded", "corrected"), Traces.told(sql, id.toString()));
    }

    @Test
    void of_equal_creations_at_once_one_is_made() {
        UUID id = UUID.randomUUID();
        Map<String, Object> form = FigureRequests.form(union);
        List<Integer> answers = Api.atOnce(4, () -> FigureRequests.put(officer, id, form)).stream()
                .map(Response::statusCode)
                .sorted()
                .toList();
        assertEquals(List.of(200, 200, 200, 201), answers);
        assertEquals(List.of("recorded"), Traces.told(sql, id.toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "value,     -1,           400, /value,      too-small",
        "value,     42.85,        422, /value,      less-than-a-tenth",
        "value,     1e400,        400, /value,      too-large",
        "value,     1e-400,       422, /value,      less-than-a-tenth",
        "value,     1000000000000000, 400, /value, too-large",
        "value,     '\"42,8\"',   400, /value,      wrong-type",
        "value,     null,         400, /value,      required",
        "value,     100.1,        422, /value,      more-than-all",
        "period,    '\"2022-Q5\"',400, /period,     not-a-period",
        "period,    2022,         400, /period,     ",
        "period,    '\"1899\"',   400, /period,     year-out-of-range",
        "period,    '\"2023/2018\"', 400, /period,  not-a-term",
        "period,    '\"2190\"',   422, /period,     period-not-begun",
        "period,    '\"1999\"',   422, /period,     unit-not-existing-then",
        "indicator, '\"HAPPINESS\"', 400, /indicator, unknown-value",
        "indicator, 1,            400, /indicator,  ",
        "qualifier, '\"ROUGHLY\"',400, /qualifier,  unknown-value",
        "qualifier, null,         400, /qualifier,  required",
        "source,    null,         400, /source,     required",
        "source,    '{}',         400, /source/title, required",
        "source,    '{\"title\":\" \"}', 400, /source/title, ",
        "source,    '{\"title\":\"Báo cáo\",\"date\":\"2190-01-01\"}', 422, /source/date, in-the-future",
        "source,    '{\"title\":\"Báo cáo\",\"page\":2}', 400, /source/page, unknown-field",
        "unitId,    '\"019aa7b0-1c00-7000-8000-00000000dead\"', 403, /unitId, unit-out-of-scope",
        "surprise,  1,            400, /surprise,   unknown-field",
    })
    void what_cannot_be_is_refused_at_its_place(String field, String json, int status, String pointer, String rule) {
        String body = """
                {"unitId": "%s", "period": "2022", "indicator": "FEMALE_RATE", "value": 42.8, "qualifier": "EXACT",
                 "source": {"title": "Báo cáo"}, "%s": %s}
                """.formatted(union, field, json).replaceFirst(replaced(field), "");
        Response answer = Api.as(officer).body(body).post(FigureRequests.FIGURES);
        answer.then().statusCode(status).body("errors[0].pointer", equalTo(pointer));
        if (rule != null) {
            answer.then().body("errors[0].code", equalTo(rule)).body("errors[0].detail", notNullValue());
        }
    }

    /// The field as it stands in a right body: a doubled one would be refused for that.
    private static String replaced(String field) {
        return "(?s)\"" + field + "\": (\"[^\"]*\"|\\{[^}]*}|[0-9.]+),\\s*";
    }

    @ParameterizedTest
    @CsvSource({"MEMBERS, 10.5", "TET_AMOUNT, 0.5", "UNITS, 0.1"})
    void what_is_counted_is_whole(String indicator, double value) {
        Refusal.of(
                FigureRequests.record(officer, FigureRequests.form(union, "2022", indicator, value)),
                422,
                "rule-broken",
                "/value",
                "not-whole");
    }

    @Test
    void a_running_year_and_the_first_year_of_a_unit_can_be_reported() {
        String young = Api.section(code + "-admin", union, code + "-Y", "SECTION", "2022-12-31");
        FigureRequests.record(officer, FigureRequests.form(young, "2022", "MEMBERS", 3))
                .then()
                .statusCode(201);
        Refusal.of(
                FigureRequests.record(officer, FigureRequests.form(young, "2022-Q3", "MEMBERS", 3)),
                422,
                "rule-broken",
                "/period",
                "unit-not-existing-then");
        FigureRequests.record(officer, FigureRequests.form(young, "2023/2028", "SECTION_CONGRESSES", 1))
                .then()
                .statusCode(201);
    }

    @Test
    void figures_are_found_by_period_year_indicator_and_status_the_latest_first() {
        for (String period : List.of("2022", "2022-H1", "2022-Q4", "2022-03", "2022/2027", "2021", "2018/2023")) {
            FigureRequests.recorded(officer, FigureRequests.form(union, period, "MEMBERS", 10));
        }
        FigureRequests.withdraw(
                        officer, FigureRequests.recorded(officer, FigureRequests.form(union, "2020", "UNITS", 2)))
                .statusCode(200);

        assertEquals(
                List.of("2022/2027", "2022-Q4", "2022-H1", "2022-03", "2022", "2021", "2020", "2018/2023"),
                periods(Map.of()));
        assertEquals(List.of("2022-Q4", "2022-H1", "2022-03", "2022"), periods(Map.of("year", 2022)));
        assertEquals(List.of("2022"), periods(Map.of("period", "2022")));
        assertEquals(List.of("2018/2023"), periods(Map.of("period", "2018/2023")));
        assertEquals(List.of(), periods(Map.of("year", 2018)));
        assertEquals(List.of("2020"), periods(Map.of("indicator", "UNITS")));
        assertEquals(List.of("2020"), periods(Map.of("status", "WITHDRAWN")));
        assertEquals(List.of(), periods(Map.of("status", "WITHDRAWN", "year", 2022)));
        assertEquals(7, periods(Map.of("status", "RECORDED")).size());
    }

    private List<String> periods(Map<String, ?> filter) {
        return Api.as(officer)
                .queryParam("unit", union)
                .queryParams(filter)
                .get(FigureRequests.FIGURES)
                .then()
                .statusCode(200)
                .extract()
                .path("items.period");
    }

    @Test
    void pages_neither_repeat_nor_skip() {
        List<String> made = new ArrayList<>();
        for (int each = 0; each < 7; each++) {
            made.add(FigureRequests.recorded(
                    officer, FigureRequests.form(union, "2022-0" + (1 + each % 3), "UNITS", each)));
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Map<String, Object> asked = new HashMap<>(Map.of("unit", union, "limit", 2));
            if (next != null) {
                asked.put("cursor", next);
            }
            Response page = Api.as(officer).queryParams(asked).get(FigureRequests.FIGURES);
            page.jsonPath().getList("items.id").forEach(id -> seen.add(FigureRequests.FIGURES + "/" + id));
            next = page.path("next");
        } while (next != null);
        assertEquals(7, seen.size());
        assertEquals(new HashSet<>(made), new HashSet<>(seen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"period=2022-5", "year=22", "year=x", "indicator=NONE", "status=GONE", "cursor=x", "q=1"})
    void a_filter_that_cannot_be_read_is_refused(String query) {
        Api.as(officer)
                .get(FigureRequests.FIGURES + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?" + query.substring(0, query.indexOf('='))));
    }

    @Test
    void a_unit_stands_for_itself_and_what_is_below_it_in_its_union() {
        String section = Api.section(code + "-admin", union, code + "-1");
        String beside = Api.section(code + "-admin", union, code + "-2");
        FigureRequests.recorded(officer, FigureRequests.form(section, "2022", "MEMBERS", 10));
        FigureRequests.recorded(officer, FigureRequests.form(beside, "2022", "MEMBERS", 20));
        Api.grant(code + "-admin", code + "-below", "OFFICER", section).statusCode(201);

        Api.as(officer).get(FigureRequests.FIGURES + "?unit=" + union).then().body("items", hasSize(2));
        Api.as(officer)
                .get(FigureRequests.FIGURES + "?unit=" + section)
                .then()
                .body("items.value", contains(10))
                .body("items[0].unit.code", equalTo(code + "-1"));
        Api.as(code + "-below").get(FigureRequests.FIGURES).then().body("items.value", contains(10));
        Api.as(code + "-below")
                .get(FigureRequests.FIGURES + "?unit=" + beside)
                .then()
                .statusCode(404);
    }

    @Test
    void an_officer_or_an_accountant_keeps_figures_and_all_staff_reads_them() {
        String figure = FigureRequests.recorded(code + "-accountant", FigureRequests.form(union));
        FigureRequests.correct(officer, figure, 42.9).statusCode(200);

        for (String other : List.of("chair", "admin")) {
            Api.as(code + "-" + other).get(figure).then().statusCode(200);
            Refusal.of(FigureRequests.record(code + "-" + other, FigureRequests.form(union)), 403, "forbidden");
            FigureRequests.correct(code + "-" + other, figure, 42.7).statusCode(403);
            FigureRequests.withdraw(code + "-" + other, figure).statusCode(403);
        }
    }

    @Test
    void a_union_above_reads_and_writes_nothing_and_nobody_beside_learns_of_it() {
        String figure = FigureRequests.recorded(officer, FigureRequests.form(union));
        FigureRequests.correct(officer, figure, 42.9).statusCode(200);
        String above = code + "-above";
        Api.grant(Api.FIRST_ADMIN, above, "OFFICER", Api.central()).statusCode(201);
        String other = Api.newCode();
        Api.union(other, "OFFICER");

        Api.as(above).get(figure).then().statusCode(200).body("value", equalTo(42.9f));
        Api.as(above).get(FigureRequests.FIGURES + "?unit=" + union).then().body("items", hasSize(1));
        FigureRequests.correct(above, figure, 1).statusCode(403);
        FigureRequests.withdraw(above, figure).statusCode(403);
        Refusal.of(
                FigureRequests.record(above, FigureRequests.form(union)),
                403,
                "forbidden",
                "/unitId",
                "unit-out-of-scope");

        String stranger = other + "-officer";
        String unknown = FigureRequests.FIGURES + "/" + UUID.randomUUID();
        assertEquals(refusal(stranger, unknown), refusal(stranger, figure));
        Refusal.of(Api.as(stranger).get(figure + "/history"), 404, "not-found");
        for (String action : List.of("correct", "withdraw")) {
            Map<String, Object> body = action.equals("correct")
                    ? FigureRequests.correction(1, "Gõ nhầm")
                    : Map.of("reason", "Ghi hai lần");
            Refusal.of(
                    Api.as(stranger).header("If-Match", "*").body(body).post(figure + "/" + action), 404, "not-found");
        }
        Api.as(stranger).get(FigureRequests.FIGURES).then().body("items", empty());
        Refusal.of(Api.as(stranger).get(FigureRequests.FIGURES + "?unit=" + union), 404, "not-found");
    }

    private static Map<String, Object> refusal(String by, String path) {
        Response answer = Api.as(by).get(path);
        Refusal.of(answer, 404, "not-found");
        Map<String, Object> said = new HashMap<>(answer.jsonPath().getMap(""));
        said.remove("requestId");
        said.remove("instance");
        return said;
    }

    @Test
    void a_figure_is_told_to_its_union_and_those_above() {
        String id = FigureRequests.recorded(officer, FigureRequests.form(union))
                .substring(FigureRequests.FIGURES.length() + 1);
        String told = sql.one("""
                        select owner_union_id || ' ' || (select string_agg(each::text, ' ' order by each = owner_union_id desc)
                            from unnest(audience) each) || ' ' || (state->'reported'->>'value')
                        from (select owner_union_id, audience, state from change_pending where aggregate_id = ?
                              union all select owner_union_id, audience, state from change where aggregate_id = ?) told
                        """, row -> row.getString(1), UUID.fromString(id), UUID.fromString(id))
                .orElseThrow();
        assertEquals(String.join(" ", union, union, Api.central(), "42.8"), told);
    }

    @Test
    void a_successor_keeps_the_figures_of_a_union_that_has_ended() {
        String figure = FigureRequests.recorded(officer, FigureRequests.form(union));
        String successorCode = Api.newCode();
        String successor = Api.union(successorCode, "OFFICER");
        ReorganizationRequests.apply(Api.FIRST_ADMIN, ReorganizationRequests.merge(List.of(union), successor));
        String heir = successorCode + "-officer";

        FigureRequests.correct(heir, figure, 42.9).statusCode(200).body("unit.code", equalTo(code));
        assertNotNull(FigureRequests.recorded(heir, FigureRequests.form(union, "2021", "MEMBERS", 5)));
        Api.as(heir)
                .get(FigureRequests.FIGURES + "?unit=" + successor)
                .then()
                .body("items.period", contains("2022", "2021"));
        Api.as(officer).get(figure).then().statusCode(403).body("code", equalTo("no-assignment"));
    }
}
