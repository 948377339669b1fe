package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class AccountsTest {

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String holder = code + "-holder";

    @Test
    void a_linked_member_sees_the_own_record_whole_and_nobody_elses() {
        String union = Api.union(code, "OFFICER", "INSPECTOR");
        String own = apply(union, "Nguyễn Văn Mình");
        String other = apply(union, "Nguyễn Văn Khác");

        Api.as(holder).get("/api/v1/members/" + own).then().statusCode(403).body("code", equalTo("no-assignment"));
        link(own, holder, 201);
        link(own, holder, 200);

        Api.as(holder)
                .get("/api/v1/me")
                .then()
                .statusCode(200)
                .body("assignments", hasSize(0))
                .body("member.id", equalTo(own))
                .body("member.unit.code", equalTo(code));
        Api.as(holder).get("/api/v1/members/" + own).then().statusCode(200).body("phone", equalTo("0905123456"));
        Api.as(holder).get("/api/v1/members/" + other).then().statusCode(404);
        Api.as(holder).get("/api/v1/members").then().statusCode(403).body("code", equalTo("forbidden"));
        Api.as(code + "-inspector")
                .get("/api/v1/audit?subject=" + own)
                .then()
                .body("items[0].action", equalTo("read-sensitive"))
                .body("items[0].actor.subject", equalTo(holder));
    }

    @Test
    void the_audit_trail_is_not_asked_for_a_period_without_a_day() {
        Api.union(code, "INSPECTOR");
        String period = "/api/v1/audit?from=2026-02-01&to=";

        for (String end : List.of("2026-02-01", "2026-01-31")) {
            Api.as(code + "-inspector")
                    .get(period + end)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("?to"))
                    .body("errors[0].code", equalTo("empty-period"));
        }
        Api.as(code + "-inspector").get(period + "2026-02-02").then().statusCode(200);
    }

    @Test
    void an_account_belongs_to_one_member() {
        String union = Api.union(code, "OFFICER");
        link(apply(union, "Nguyễn Văn Một"), holder, 201);
        String second = apply(union, "Nguyễn Văn Hai");

        Api.as(admin)
                .body(Map.of("subject", holder))
                .put("/api/v1/members/" + second + "/account")
                .then()
                .statusCode(409)
                .body("code", equalTo("account-linked"));
    }

    /// Member and account have one id; each has its own latest state.
    @Test
    void services_are_told_of_a_linked_member_too() {
        String union = Api.union(code, "OFFICER");
        String member = apply(union, "Nguyễn Văn Liên");
        link(member, holder, 201);
        given().auth()
                .oauth2(Tokens.of("service", "campaign-service"))
                .get("/internal/directory/members/" + member)
                .then()
                .statusCode(200)
                .body("state.id", equalTo(member))
                .body("state.unitId", equalTo(union));
        String stranger = UUID.randomUUID().toString();
        given().auth()
                .oauth2(Tokens.of("service", "campaign-service"))
                .contentType("application/json")
                .body(List.of(member, stranger, member))
                .post("/internal/directory/members")
                .then()
                .statusCode(200)
                .body("size()", equalTo(1))
                .body("'%s'.state.unitId".formatted(member), equalTo(union));
        Api.as(admin)
                .body(List.of(member))
                .post("/internal/directory/members")
                .then()
                .statusCode(403);
    }

    @Test
    void a_link_is_moved_only_by_who_has_read_it() {
        String union = Api.union(code, "OFFICER");
        String member = apply(union, "Nguyễn Văn Đổi");
        link(member, holder, 201);
        String path = "/api/v1/members/" + member + "/account";

        Api.as(admin).body(Map.of("subject", holder + "-2")).put(path).then().statusCode(428);
        String tag = Api.as(admin).get(path).then().statusCode(200).extract().header("ETag");
        Api.as(admin)
                .header("If-Match", tag)
                .body(Map.of("subject", holder + "-2"))
                .put(path)
                .then()
                .statusCode(200)
                .body("principal.subject", equalTo(holder + "-2"));
    }

    @Test
    void nobody_links_the_own_account() {
        String union = Api.union(code, "OFFICER");
        String member = apply(union, "Nguyễn Văn Người");

        Api.as(admin)
                .body(Map.of("subject", admin))
                .put("/api/v1/members/" + member + "/account")
                .then()
                .statusCode(403)
                .body("code", equalTo("self-link"));
    }

    @Test
    void me_tells_what_each_assignment_permits() {
        String union = Api.union(code, "CHAIR");

        Api.as(code + "-chair")
                .get("/api/v1/me")
                .then()
                .body("assignments[0].role", equalTo("CHAIR"))
                .body("assignments[0].unit.id", equalTo(union))
                .body("assignments[0].permissions", hasItem("DECIDE_ON_MEMBERS"));
    }

    private void link(String member, String subject, int status) {
        Api.as(admin)
                .body(Map.of("subject", subject))
                .put("/api/v1/members/" + member + "/account")
                .then()
                .statusCode(status);
    }

    private String apply(String union, String name) {
        return Api.create(
                        code + "-officer",
                        "/api/v1/members",
                        Map.of(
                                "unitId",
                                union,
                                "fullName",
                                name,
                                "gender",
                                "MALE",
                                "birth",
                                Map.of("year", 1985),
                                "phone",
                                "0905123456"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
