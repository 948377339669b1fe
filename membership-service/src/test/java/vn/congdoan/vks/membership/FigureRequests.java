package vn.congdoan.vks.membership;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// What people ask about reported figures.
final class FigureRequests {

    static final String FIGURES = "/api/v1/reported-figures";

    private FigureRequests() {}

    /// The rate of the scenario: printed 42,8%, though it computes to 42.9.
    static Map<String, Object> form(String unit) {
        return new HashMap<>(Map.of(
                "unitId",
                unit,
                "period",
                "2022",
                "indicator",
                "FEMALE_RATE",
                "value",
                42.8,
                "qualifier",
                "EXACT",
                "printed",
                "42,8%",
                "source",
                source()));
    }

    static Map<String, Object> form(String unit, String period, String indicator, Number value) {
        Map<String, Object> form = form(unit);
        form.putAll(Map.of("period", period, "indicator", indicator, "value", value));
        form.remove("printed");
        return form;
    }

    static Map<String, Object> source() {
        return Map.of(
                "number",
                "05/BC-CĐVKS",
                "date",
                "2022-12-20",
                "title",
                "Báo cáo tổng kết năm 2022",
                "place",
                "Phần I, trang 2");
    }

    static Map<String, Object> correction(Number value, String reason) {
        return new HashMap<>(Map.of("value", value, "qualifier", "EXACT", "source", source(), "reason", reason));
    }

    static Response record(String by, Map<String, ?> form) {
        return Api.as(by).body(form).post(FIGURES);
    }

    /// The address of a new figure.
    static String recorded(String by, Map<String, ?> form) {
        return FIGURES + "/" + record(by, form).then().statusCode(201).extract().path("id");
    }

    static Response put(String by, UUID id, Map<String, ?> form) {
        return Api.as(by).header("If-None-Match", "*").body(form).put(FIGURES + "/" + id);
    }

    static ValidatableResponse correct(String by, String figure, Number value) {
        return Api.act(by, figure, "correct", correction(value, "Gõ nhầm số liệu"));
    }

    static ValidatableResponse withdraw(String by, String figure) {
        return Api.act(by, figure, "withdraw", Map.of("reason", "Ghi hai lần"));
    }
}
