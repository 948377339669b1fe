package vn.congdoan.vks.membership;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class AssignmentsTest {

    private final String code = Api.newCode();
    private final String admin = code + "-admin";

    @Test
    void nobody_grants_to_themselves() {
        String union = Api.union(code);

        Api.grant(admin, admin, "CHAIR", union).statusCode(403).body("code", equalTo("self-grant"));
    }

    @Test
    void the_central_admin_grants_a_union_its_first_admin_and_no_other_role_of_people() {
        String union = Api.union(code);

        Api.grant(Api.FIRST_ADMIN, "somebody", "ADMIN", union).statusCode(409).body("code", equalTo("union-has-admin"));
        Api.grant(Api.FIRST_ADMIN, "somebody", "CHAIR", union)
                .statusCode(403)
                .body("errors[0].pointer", equalTo("/unitId"));
    }

    @Test
    void the_central_admin_gives_the_account_of_a_unions_node_its_role_and_takes_it_back() {
        String union = Api.union(code);

        ExtractableResponse<Response> granted = Api.grant(Api.FIRST_ADMIN, code + "-node", "NODE", union)
                .statusCode(201)
                .extract();
        Api.as(Api.FIRST_ADMIN)
                .header("If-Match", granted.header("ETag"))
                .post("/api/v1/assignments/" + granted.path("id") + "/end")
                .then()
                .statusCode(200);
    }

    @Test
    void an_ended_assignment_stops_working_at_once() {
        String union = Api.union(code);
        String officer = code + "-officer";
        ExtractableResponse<Response> granted =
                Api.grant(admin, officer, "OFFICER", union).statusCode(201).extract();
        Api.as(officer).get("/api/v1/members").then().statusCode(200);

        Api.as(admin)
                .header("If-Match", granted.header("ETag"))
                .post("/api/v1/assignments/" + granted.path("id") + "/end")
                .then()
                .statusCode(200);

        Api.as(officer).get("/api/v1/members").then().statusCode(403).body("code", equalTo("no-assignment"));
        Api.as(officer).get("/api/v1/me").then().statusCode(200).body("assignments", hasSize(0));
    }

    @Test
    void an_end_today_needs_no_body_and_no_type_of_one() throws Exception {
        String union = Api.union(code);
        ExtractableResponse<Response> granted = Api.grant(admin, code + "-officer", "OFFICER", union)
                .statusCode(201)
                .extract();
        HttpRequest end = HttpRequest.newBuilder(URI.create(granted.header("Location") + "/end"))
                .header("Authorization", "Bearer " + Tokens.of(admin))
                .header("If-Match", granted.header("ETag"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> ended = client.send(end, HttpResponse.BodyHandlers.ofString());
            assertEquals(200, ended.statusCode(), ended.body());
        }
    }

    @Test
    void an_assignment_of_another_time_gives_nothing() {
        String union = Api.union(code);
        Api.create(
                        admin,
                        "/api/v1/assignments",
                        Map.of(
                                "subject",
                                code + "-past",
                                "role",
                                "OFFICER",
                                "unitId",
                                union,
                                "validFrom",
                                "2020-01-01",
                                "validTo",
                                "2021-01-01"))
                .statusCode(201);
        Api.create(
                        admin,
                        "/api/v1/assignments",
                        Map.of(
                                "subject",
                                code + "-future",
                                "role",
                                "OFFICER",
                                "unitId",
                                union,
                                "validFrom",
                                "2190-01-01"))
                .statusCode(201);

        Api.as(code + "-past").get("/api/v1/members").then().statusCode(403).body("code", equalTo("no-assignment"));
        Api.as(code + "-future").get("/api/v1/members").then().statusCode(403);
        assertEquals(List.of(admin, code + "-past"), holdersOn("2020-12-31"));
        assertEquals(List.of(admin), holdersOn("2021-01-01"));
        assertEquals(List.of(admin, code + "-future"), holdersOn("2190-01-01"));
    }

    private List<String> holdersOn(String day) {
        return Api.as(admin)
                .get("/api/v1/assignments?asOf=" + day)
                .then()
                .statusCode(200)
                .extract()
                .path("items.principal.subject");
    }

    @Test
    void the_root_union_keeps_an_admin() {
        String assignment = Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/assignments?subject=" + Api.FIRST_ADMIN)
                .then()
                .extract()
                .path("items[0].id");
        String tag = Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/assignments/" + assignment)
                .then()
                .extract()
                .header("ETag");

        Api.as(Api.FIRST_ADMIN)
                .header("If-Match", tag)
                .post("/api/v1/assignments/" + assignment + "/end")
                .then()
                .statusCode(409)
                .body("code", equalTo("last-admin"));
    }

    @Test
    void a_role_is_held_once_at_a_time() {
        String union = Api.union(code, "OFFICER");

        Api.grant(admin, code + "-officer", "OFFICER", union)
                .statusCode(409)
                .body("code", equalTo("assignment-exists"));
    }

    @Test
    void member_is_not_a_role_to_grant() {
        String union = Api.union(code);

        Api.grant(admin, "somebody", "MEMBER", union).statusCode(422).body("errors[0].pointer", equalTo("/role"));
    }

    @Test
    void only_services_read_the_internal_directory() {
        String union = Api.union(code);

        Api.as(admin).get("/internal/directory/units/" + union).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("service", "campaign-service"))
                .get("/internal/directory/units/" + union)
                .then()
                .statusCode(200)
                .body("epoch", equalTo(1))
                .body("state.id", equalTo(union))
                .body("state.versions.parentId", equalTo(List.of(Api.central())));
    }
}
