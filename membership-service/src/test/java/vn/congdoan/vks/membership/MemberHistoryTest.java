package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MemberHistoryTest {

    private static final Map<String, Object> DECISION =
            Map.of("decision", Map.of("number", "01/QĐ-CĐ", "date", "2023-02-14", "signer", "Chủ tịch"));

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String chair = code + "-chair";
    private final String inspector = code + "-inspector";

    @Inject
    Sql sql;

    @Test
    void each_step_and_each_change_stands_in_the_history_with_who_when_and_from_what_to_what() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String member = applicant(union);
        Api.act(chair, path(member), "admit", DECISION).statusCode(200);
        patch(member, "{\"position\":\"Trưởng phòng\",\"nativePlace\":null}");

        history(officer, member, "")
                .body("items.kind", contains("REVISED", "ADMITTED", "APPLIED"))
                .body("items.actor.subject", contains(officer, chair, officer))
                .body("items.findAll { it.assignmentId != null }", hasSize(3))
                .body("items.findAll { it.recordedAt != null }", hasSize(3))
                .body("items[1].decision.number", equalTo("01/QĐ-CĐ"))
                .body("items[1].effectiveDate", equalTo("2023-02-14"))
                .body("items[1].unitId", equalTo(union))
                .body("items[0].changes.field", contains("nativePlace", "position"))
                .body("items[0].changes[0].from", equalTo("Mộ Đức"))
                .body("items[0].changes[0]", not(hasKey("to")))
                .body("items[0].changes[1].from", equalTo("Chuyên viên"))
                .body("items[0].changes[1].to", equalTo("Trưởng phòng"));
    }

    @Test
    void a_change_to_what_stood_there_already_is_none() {
        String member = applicant(Api.union(code, "OFFICER"));
        patch(member, "{\"position\":\"Chuyên viên\",\"phone\":\"+84905123456\"}");

        history(officer, member, "").body("items.kind", contains("APPLIED"));
    }

    @Test
    void sensitive_values_are_shown_for_a_purpose_only_and_that_read_is_audited() {
        String member = applicant(Api.union(code, "OFFICER", "INSPECTOR"));
        patch(member, "{\"phone\":\"0905999888\",\"party\":{\"probationaryOn\":\"2015-05-19\"}}");

        history(officer, member, "")
                .body("items[0].changes.field", contains("party", "phone"))
                .body("items[0].changes.withheld", contains(true, true))
                .body("items[0].changes[1]", not(hasKey("from")))
                .body("items[0].changes[1]", not(hasKey("to")));
        history(officer, member, "?purpose=kiem tra ho so")
                .body("items[0].changes[1].from", equalTo("0905123456"))
                .body("items[0].changes[1].to", equalTo("0905999888"))
                .body("items[0].changes[0].to.probationaryOn", equalTo("2015-05-19"));
        Api.as(inspector)
                .get("/api/v1/audit?subject=" + member)
                .then()
                .body("items[0].action", equalTo("read-sensitive"))
                .body("items[0].purpose", equalTo("kiem tra ho so"))
                .body("items[1].action", equalTo("patch"));
        history(code + "-admin", member, "?purpose=kiem tra ho so")
                .body("items[0].changes.withheld", contains(true, true));
    }

    @Test
    void a_union_above_reads_the_steps_and_the_values_that_also_travel_in_events() {
        String member = applicant(Api.union(code, "OFFICER"));
        patch(member, "{\"position\":\"Trưởng phòng\",\"education\":\"MASTER\",\"phone\":null}");

        history(Api.FIRST_ADMIN, member, "?purpose=giam sat")
                .body("items.kind", contains("REVISED", "APPLIED"))
                .body("items[0].changes.field", contains("education", "phone", "position"))
                .body("items[0].changes.withheld", contains(null, true, true))
                .body("items[0].changes[0].to", equalTo("MASTER"));
    }

    @Test
    void a_neighbour_knows_of_no_history() {
        String member = applicant(Api.union(code, "OFFICER"));
        String neighbour = Api.newCode();
        Api.union(neighbour, "OFFICER");

        Api.as(neighbour + "-officer").get(path(member) + "/history").then().statusCode(404);
    }

    @Test
    void a_history_is_read_page_by_page() {
        String member = applicant(Api.union(code, "OFFICER"));
        patch(member, "{\"position\":\"Phó Trưởng phòng\"}");
        patch(member, "{\"position\":\"Trưởng phòng\"}");

        String next = history(officer, member, "?limit=2")
                .body("items.kind", contains("REVISED", "REVISED"))
                .body("items[0].changes[0].to", equalTo("Trưởng phòng"))
                .extract()
                .path("next");
        history(officer, member, "?limit=2&cursor=" + next)
                .body("items.kind", contains("APPLIED"))
                .body("next", nullValue());
    }

    @Test
    void values_of_the_history_are_kept_sealed() {
        String member = applicant(Api.union(code, "OFFICER"));
        patch(member, "{\"position\":\"Vụ trưởng Vụ Không Ai Biết\"}");

        List<String> kept = sql.list(
                "select counted::text, sealed from member_revision where member_id = ?",
                row -> row.getString(1) + new String(row.getBytes(2), StandardCharsets.ISO_8859_1),
                UUID.fromString(member));
        assertEquals(1, kept.size());
        // Letters that look the same in every encoding.
        assertFalse(kept.getFirst().contains("Ai Bi"), kept.getFirst());
        history(officer, member, "").body("items[0].changes.to", hasItem("Vụ trưởng Vụ Không Ai Biết"));
    }

    private String applicant(String union) {
        Map<String, Object> form = new HashMap<>(Api.applicant(union));
        form.put("position", "Chuyên viên");
        form.put("nativePlace", "Mộ Đức");
        form.put("phone", "0905123456");
        return Api.create(officer, "/api/v1/members", form)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void patch(String member, String patch) {
        Api.as(officer)
                .header("If-Match", "*")
                .body(patch)
                .patch(path(member))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse history(String by, String member, String query) {
        return Api.as(by).get(path(member) + "/history" + query).then().statusCode(200);
    }

    private static String path(String member) {
        return "/api/v1/members/" + member;
    }
}
