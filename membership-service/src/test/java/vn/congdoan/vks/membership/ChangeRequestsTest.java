package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ChangeRequestsTest {

    private static final Map<String, Object> REFUSAL = Map.of("reason", "Chưa có quyết định kèm theo");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";
    private final String holder = code + "-holder";

    @Inject
    Sql sql;

    @Test
    void what_a_member_asks_for_is_done_when_an_officer_accepts_it() {
        String member = linked(Api.union(code, "OFFICER", "INSPECTOR"));
        String request = request(member, Map.of("phone", "0905999888", "position", "Trưởng phòng"));
        String path = requests(member) + "/" + request;

        Api.as(officer)
                .get("/api/v1/members/change-requests?status=WAITING")
                .then()
                .statusCode(200)
                .body("items.id", contains(request))
                .body("items[0].fields", contains("phone", "position"))
                .body("items[0]", not(hasKey("changes")))
                .body("items[0]", not(hasKey("reason")));
        Api.as(officer)
                .get(path + "?purpose=xem de nghi")
                .then()
                .statusCode(200)
                .body("changes.phone", equalTo("0905999888"))
                .body("reason", equalTo("Đổi số"));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + member)
                .then()
                .body("items[0].action", equalTo("read-sensitive"))
                .body("items[0].purpose", equalTo("xem de nghi"));

        Api.act(officer, path, "accept", Map.of()).statusCode(200).body("status", equalTo("ACCEPTED"));

        Api.as(holder)
                .get("/api/v1/members/" + member)
                .then()
                .body("phone", equalTo("0905999888"))
                .body("position", equalTo("Trưởng phòng"))
                .body("address", equalTo("12 Lê Lợi"));
        Api.as(holder)
                .get("/api/v1/members/" + member + "/history")
                .then()
                .statusCode(200)
                .body("items.kind", contains("REVISED", "APPLIED"))
                .body("items[0].actor.subject", equalTo(officer))
                .body("items[0].reason", equalTo("Đổi số"))
                .body("items[0].changes[0].from", equalTo("0905123456"))
                .body("items[0].changes[0].to", equalTo("0905999888"));
        Api.as(officer)
                .get("/api/v1/members/change-requests?status=WAITING")
                .then()
                .body("items", empty());
    }

    @Test
    void a_member_asks_for_the_own_record_only_and_staff_do_not_ask() {
        String union = Api.union(code, "OFFICER");
        String own = linked(union);
        String other = applicant(union);
        Map<String, Object> form = Map.of("changes", Map.of("phone", "0905999888"), "reason", "Đổi số");

        Api.create(holder, requests(other), form).statusCode(404);
        Api.create(officer, requests(own), form).statusCode(403);
        Api.create(holder, requests(own), form).statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "unitId, 019366a0-0000-7000-8000-000000000051, 400, moves-by-transfer",
        "memberNumber, QNG-0051, 400, unknown-field",
        "joinedOn, 2010-07-28, 400, unknown-field",
        "status, ACTIVE, 400, unknown-field",
        "phone, 123, 400, pattern",
        "gender, OTHER, 400, unknown-value",
        "position, Chuyên viên, 422, nothing-to-correct"
    })
    void what_may_not_be_asked_for_is_refused(String field, String value, int status, String rule) {
        String member = linked(Api.union(code, "OFFICER"));

        Api.create(holder, requests(member), Map.of("changes", Map.of(field, value), "reason", "Sửa"))
                .statusCode(status)
                .body("errors[0].code", equalTo(rule))
                .body("errors[0].pointer", equalTo(status == 422 ? "/changes" : "/changes/" + field));
    }

    @Test
    void at_most_a_hundred_wait_for_an_answer() {
        String member = linked(Api.union(code, "OFFICER"));
        String last = "";
        for (int number = 0; number < 100; number++) {
            last = request(member, Map.of("position", "Vị trí " + number));
        }
        Map<String, Object> form = Map.of("changes", Map.of("position", "Vị trí 100"), "reason", "Sửa");

        Api.create(holder, requests(member), form).statusCode(409).body("code", equalTo("too-many-waiting"));
        Api.act(officer, requests(member) + "/" + last, "refuse", Map.of("reason", "Trùng"))
                .statusCode(200);
        Api.create(holder, requests(member), form).statusCode(201);
    }

    @Test
    void a_request_is_not_accepted_over_what_was_changed_in_the_same_field_meanwhile() {
        String member = linked(Api.union(code, "OFFICER"));
        String phone = request(member, Map.of("phone", "0905999888"));
        String position = request(member, Map.of("position", "Trưởng phòng"));
        Api.as(officer)
                .header("If-Match", "*")
                .body(Map.of("phone", "0905777666"))
                .patch("/api/v1/members/" + member)
                .then()
                .statusCode(200);

        Api.act(officer, requests(member) + "/" + phone, "accept", Map.of())
                .statusCode(409)
                .body("code", equalTo("changed-since-requested"));
        Api.act(officer, requests(member) + "/" + position, "accept", Map.of()).statusCode(200);
        Api.as(holder)
                .get("/api/v1/members/" + member)
                .then()
                .body("phone", equalTo("0905777666"))
                .body("position", equalTo("Trưởng phòng"));
    }

    @Test
    void a_refusal_has_a_reason_that_the_member_reads_and_changes_nothing() {
        String member = linked(Api.union(code, "OFFICER"));
        String path = requests(member) + "/" + request(member, Map.of("phone", "0905999888"));

        Api.act(officer, path, "refuse", Map.of()).statusCode(400);
        Api.act(officer, path, "refuse", REFUSAL).statusCode(200).body("status", equalTo("REFUSED"));

        Api.as(holder)
                .get(path)
                .then()
                .statusCode(200)
                .body("answer", equalTo("Chưa có quyết định kèm theo"))
                .body("changes.phone", equalTo("0905999888"));
        Api.as(holder).get("/api/v1/members/" + member).then().body("phone", equalTo("0905123456"));
        Api.act(officer, path, "accept", Map.of()).statusCode(409).body("code", equalTo("change-request-closed"));
    }

    @Test
    void a_member_withdraws_what_nobody_decided_on() {
        String member = linked(Api.union(code, "OFFICER"));
        String path = requests(member) + "/" + request(member, Map.of("phone", "0905999888"));

        Api.act(officer, path, "withdraw", Map.of()).statusCode(403);
        Api.act(holder, path, "withdraw", Map.of()).statusCode(200).body("status", equalTo("WITHDRAWN"));
        Api.act(officer, path, "accept", Map.of()).statusCode(409);
    }

    @Test
    void nobody_accepts_the_own_request() {
        String union = Api.union(code, "OFFICER");
        String member = linked(union);
        Api.grant(code + "-admin", holder, "OFFICER", union).statusCode(201);
        String path = requests(member) + "/" + request(member, Map.of("phone", "0905999888"));

        Api.act(holder, path, "accept", Map.of()).statusCode(403).body("code", equalTo("own-request"));
        Api.act(holder, path, "refuse", REFUSAL).statusCode(403).body("code", equalTo("own-request"));
        Api.act(officer, path, "accept", Map.of()).statusCode(200);
    }

    @Test
    void a_request_that_many_accept_at_once_is_accepted_once() {
        String member = linked(Api.union(code, "OFFICER"));
        String path = requests(member) + "/" + request(member, Map.of("phone", "0905999888"));

        List<Integer> answers =
                Api.atOnce(
                                8,
                                () -> Api.as(officer)
                                        .header("If-Match", "*")
                                        .body(Map.of())
                                        .post(path + "/accept"))
                        .stream()
                        .map(Response::statusCode)
                        .toList();

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(7, answers.stream().filter(status -> status == 409).count(), answers.toString());
        Api.as(holder)
                .get("/api/v1/members/" + member + "/history")
                .then()
                .body("items.kind", contains("REVISED", "APPLIED"));
    }

    @Test
    void others_are_told_that_there_is_a_request_and_not_what_it_asks_for() {
        String member = linked(Api.union(code, "OFFICER"));
        String request = request(member, Map.of("phone", "0905999888"));
        Api.act(officer, requests(member) + "/" + request, "accept", Map.of()).statusCode(200);

        List<String> told = sql.list("""
                select happened || ' ' || state from (
                    select happened, state::text, recorded_at from change where aggregate_id = ?
                    union all
                    select happened, state::text, recorded_at from change_pending where aggregate_id = ?) told
                order by recorded_at
                """, row -> row.getString(1), UUID.fromString(request), UUID.fromString(request));

        assertEquals(2, told.size());
        assertEquals("requested", told.getFirst().split(" ", 2)[0]);
        assertEquals("accepted", told.getLast().split(" ", 2)[0]);
        told.forEach(each -> assertFalse(each.contains("0905999888") || each.contains("phone"), each));
    }

    @Test
    void a_neighbour_and_a_union_above_know_of_no_request() {
        String member = linked(Api.union(code, "OFFICER"));
        String path = requests(member) + "/" + request(member, Map.of("phone", "0905999888"));
        String neighbour = Api.newCode();
        Api.union(neighbour, "OFFICER");

        for (String stranger : List.of(neighbour + "-officer", Api.FIRST_ADMIN)) {
            Api.as(stranger).get(path).then().statusCode(404);
            Api.as(stranger).get(requests(member)).then().statusCode(404);
        }
        Api.as(neighbour + "-officer")
                .get("/api/v1/members/change-requests")
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.as(code + "-admin").get("/api/v1/members/change-requests").then().statusCode(403);
    }

    private String linked(String union) {
        String member = applicant(union);
        Api.as(code + "-admin")
                .body(Map.of("subject", holder))
                .put("/api/v1/members/" + member + "/account")
                .then()
                .statusCode(201);
        return member;
    }

    private String applicant(String union) {
        Map<String, Object> form = new HashMap<>(Api.applicant(union));
        form.put("position", "Chuyên viên");
        form.put("address", "12 Lê Lợi");
        form.put("phone", "0905123456");
        return Api.create(officer, "/api/v1/members", form)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String request(String member, Map<String, ?> changes) {
        ValidatableResponse made = Api.create(holder, requests(member), Map.of("changes", changes, "reason", "Đổi số"));
        return made.statusCode(201).body("status", equalTo("WAITING")).extract().path("id");
    }

    private static String requests(String member) {
        return "/api/v1/members/" + member + "/change-requests";
    }
}
