package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MembersTest {

    private static final Map<String, Object> DECISION =
            Map.of("decision", Map.of("number", "01/QĐ-CĐ", "date", "2023-02-14", "signer", "Chủ tịch"));

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String chair = code + "-chair";

    @Test
    void a_citizen_id_that_does_not_fit_is_pointed_out_until_it_is_corrected() {
        String union = Api.union(code, "OFFICER");
        Map<String, Object> form = new HashMap<>(Api.applicant(union));
        form.put("citizenId", "051085000099");
        ValidatableResponse applied = Api.create(officer, "/api/v1/members", form)
                .statusCode(201)
                .body("warnings.code", contains("citizen-id-other-sex"))
                .body("warnings[0].pointer", equalTo("/citizenId"));
        String record = "/api/v1/members/" + applied.extract().path("id");

        Api.as(officer)
                .header("If-Match", applied.extract().header("ETag"))
                .body(Map.of("citizenId", "051185000099"))
                .patch(record)
                .then()
                .statusCode(200)
                .body("warnings", nullValue());
    }

    @Test
    void an_applicant_is_admitted_by_the_chair_and_counted_from_that_day() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        ExtractableResponse<Response> applied = apply(union, "Nguyễn Thị Ánh");
        String member = applied.path("id");

        Api.as(chair)
                .header("If-Match", applied.header("ETag"))
                .body(DECISION)
                .post("/api/v1/members/" + member + "/admit")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("joinedOn", equalTo("2023-02-14"));

        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=2023-02-14")
                .then()
                .statusCode(200)
                .body("own.members", equalTo(1))
                .body("own.femaleRate", equalTo(100.0f));
        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=2023-02-13")
                .then()
                .body("own.members", equalTo(0))
                .body("own.femaleRate", nullValue());
    }

    @Test
    void sensitive_data_is_shown_for_a_purpose_only_and_the_read_is_audited() {
        String union = Api.union(code, "OFFICER", "CHAIR", "INSPECTOR");
        String member = apply(union, "Trần Văn Bình").path("id");

        Api.as(officer)
                .get("/api/v1/members/" + member)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("citizenId")))
                .body("citizenIdMasked", equalTo("*********234"));
        Api.as(officer)
                .queryParam("purpose", "Giải quyết trợ cấp")
                .get("/api/v1/members/" + member)
                .then()
                .statusCode(200)
                .body("citizenId", equalTo("051185001234"))
                .body("phone", equalTo("0905123456"));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + member)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("read-sensitive"))
                .body("items[0].purpose", equalTo("Giải quyết trợ cấp"))
                .body("items[0].actor.subject", equalTo(officer))
                .body("items[1].action", equalTo("apply"));
    }

    @Test
    void a_name_with_an_invisible_character_is_refused() {
        Map<String, Object> form = new HashMap<>(Api.applicant(Api.union(code, "OFFICER")));
        form.put("fullName", "Nguyễn Văn\u200b An");

        Api.create(officer, "/api/v1/members", form)
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fullName"))
                .body("errors[0].code", equalTo("unclean-text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff%fe", "%C0%80", "%C3", "a%80", "%ed%a0%80"})
    void a_parameter_that_is_not_utf_8_is_refused(String text) {
        Api.union(code, "OFFICER");

        Api.as(officer)
                .urlEncodingEnabled(false)
                .get("/api/v1/members?q=" + text)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?q"))
                .body("errors[0].code", equalTo("unclean-text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memberNumber", "cardNumber", "email", "position", "address", "phone", "ethnicity"})
    void blank_text_is_no_value(String field) {
        Map<String, Object> form = new HashMap<>(Api.applicant(Api.union(code, "OFFICER")));
        String member = Api.create(officer, "/api/v1/members", form).extract().path("id");

        for (String blank : List.of("", "   ", "\u00a0")) {
            form.put(field, blank);
            Api.create(officer, "/api/v1/members", form)
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field))
                    .body("errors[0].code", equalTo("blank"));
            Api.as(officer)
                    .header("If-Match", "*")
                    .body(Map.of(field, blank))
                    .patch("/api/v1/members/" + member)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/" + field))
                    .body("errors[0].code", equalTo("blank"));
        }
        Api.as(officer)
                .queryParam("purpose", "\u00a0\u00a0\u00a0")
                .get("/api/v1/members/" + member)
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("blank"));
    }

    @Test
    void what_is_not_recorded_is_absent() {
        Map<String, Object> form = new HashMap<>(Api.applicant(Api.union(code, "OFFICER")));
        form.put("party", Map.of("probationaryOn", "2015-05-19"));
        String member = Api.create(officer, "/api/v1/members", form)
                .statusCode(201)
                .body("birth", equalTo(Map.of("year", 1985)))
                .extract()
                .path("id");

        Api.as(officer)
                .get("/api/v1/members/" + member + "?purpose=kiem tra")
                .then()
                .body("party", equalTo(Map.of("probationaryOn", "2015-05-19")));
    }

    @Test
    void a_patch_changes_what_it_names_and_nothing_else() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        ExtractableResponse<Response> applied = apply(union, "Lê Văn Cường");
        String path = "/api/v1/members/" + applied.path("id");

        String tag = Api.as(officer)
                .header("If-Match", applied.header("ETag"))
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"position\":\"Trưởng phòng\",\"address\":null}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("position", equalTo("Trưởng phòng"))
                .extract()
                .header("ETag");
        Api.as(officer)
                .get(path + "?purpose=kiem tra")
                .then()
                .body("$", not(hasKey("address")))
                .body("citizenId", equalTo("051185001234"));
        Api.as(officer)
                .header("If-Match", applied.header("ETag"))
                .body("{\"position\":\"Khác\"}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("stale"));
        Api.as(officer).body("{}").patch(path).then().statusCode(428);
        Api.as(officer)
                .header("If-Match", tag)
                .body("{\"birth\":{\"year\":\"x\"}}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/birth/year"));
        Api.as(officer)
                .header("If-Match", tag)
                .body("{\"fullName\":null}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/fullName"))
                .body("errors[0].detail", containsString("Bắt buộc"));
    }

    private ExtractableResponse<Response> apply(String union, String name) {
        return Api.create(
                        officer,
                        "/api/v1/members",
                        Map.of(
                                "unitId", union,
                                "fullName", name,
                                "gender", "FEMALE",
                                "birth", Map.of("year", 1985),
                                "citizenId", "051185001234",
                                "address", "12 Lê Lợi",
                                "phone", "+84905123456"))
                .log()
                .ifValidationFails()
                .statusCode(201)
                .body("status", equalTo("APPLIED"))
                .extract();
    }
}
