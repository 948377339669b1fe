package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Requests around committees, as the tests of them make them.
final class CommitteeRequests {

    static final String COMMITTEES = "/api/v1/committees";
    static final String FIRST = "2023-03-01";
    static final String END = "2198-03-01";
    static final Map<String, Object> DECISION = Map.of("number", "15/QĐ-LĐLĐ", "date", "2023-03-10");

    private CommitteeRequests() {}

    /// A committee of a unit with seats, each a position and a member.
    static Map<String, Object> committee(String unit, String... positionsAndMembers) {
        List<Map<String, String>> seats = new ArrayList<>();
        for (int index = 0; index < positionsAndMembers.length; index += 2) {
            seats.add(Map.of("position", positionsAndMembers[index], "memberId", positionsAndMembers[index + 1]));
        }
        return new HashMap<>(Map.of(
                "unitId",
                unit,
                "kind",
                "COMMITTEE",
                "term",
                "2023–",
                "validFrom",
                FIRST,
                "validTo",
                END,
                "seats",
                seats));
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    static String draft(String officer, Map<String, Object> form) {
        return COMMITTEES + "/"
                + Api.create(officer, COMMITTEES, form)
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    /// Recognises it by the central union.
    static ValidatableResponse recognize(String admin, String committee) {
        return Api.act(admin, committee, "recognize", Map.of("decision", DECISION, "unitId", Api.central()));
    }

    /// Written down and recognised.
    static String recognized(String code, Map<String, Object> form) {
        String committee = draft(code + "-officer", form);
        recognize(code + "-admin", committee).statusCode(200);
        return committee;
    }

    static ValidatableResponse endSeat(String admin, String committee, int seat, String day) {
        String id = Api.as(admin).get(committee).path("seats[" + seat + "].id");
        return Api.act(admin, committee, "seats/" + id + "/end", Map.of("effectiveDate", day, "decision", DECISION));
    }

    static void link(String admin, String member, String account) {
        String path = "/api/v1/members/" + member + "/account";
        Api.as(admin)
                .header("If-Match", "*")
                .body(Map.of("subject", account))
                .put(path)
                .then()
                .statusCode(oneOf(200, 201));
    }
}
