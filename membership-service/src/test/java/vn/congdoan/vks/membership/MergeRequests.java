package vn.congdoan.vks.membership;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/// A union, and requests around its members' records that are merged, as the tests of them make them.
final class MergeRequests {

    static final String REASON = "Nhập hai lần từ hai danh sách";

    final String code = Api.newCode();
    final String officer = code + "-officer";
    final String admin = code + "-admin";
    final String union = Api.union(code, "OFFICER", "CHAIR");
    final String section = Api.section(admin, union, code + "-1");

    String enrolled(String unit, String name, Object... more) {
        return Enrolled.by(officer).member(unit, name, more).enrol().getFirst();
    }

    ValidatableResponse merge(String staying, String duplicate) {
        return act(staying, "merge", Map.of("duplicateId", duplicate, "reason", REASON));
    }

    Response send(String staying, String duplicate, String tag) {
        return Api.as(officer)
                .header("If-Match", tag)
                .body(Map.of("duplicateId", duplicate, "reason", REASON))
                .post(path(staying) + "/merge");
    }

    ValidatableResponse act(String member, String action, Map<String, ?> body) {
        return act(officer, member, action, body);
    }

    static ValidatableResponse act(String by, String member, String action, Map<String, ?> body) {
        return Api.act(by, path(member), action, body);
    }

    List<String> listed(String query) {
        return Api.as(officer)
                .get("/api/v1/members?" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    String status(String member) {
        return Api.as(officer).get(path(member)).path("status");
    }

    int members(String day, String unit) {
        return Api.as(officer)
                .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .path("own.members");
    }

    static Map<String, Object> decision() {
        return Map.of("number", "09/QĐ", "date", "2023-01-05");
    }

    static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
