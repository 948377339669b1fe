package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replicas;
import vn.congdoan.vks.platform.testing.LocalStack;

/// Members who are here only as another node publishes them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MembersOfOtherNodesTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Inject
    Sql sql;

    @Inject
    Replicas replicas;

    @Test
    void whoever_may_see_one_sees_what_is_published() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String known = Enrolled.by(officer).member(union, "Trần Bình").enrol().getFirst();
        String id = UUID.randomUUID().toString();
        String request = UUID.randomUUID().toString();
        apply("member", id, 3, state(id, union, ""));
        apply("change-request", request, 1, """
                {"id": "%s", "memberId": "%s", "ownerUnionId": "%s", "status": "REFUSED"}
                """.formatted(request, id, union));

        String path = "/api/v1/members/" + id;
        for (String seen : List.of("", "?purpose=kiem tra", "?asOf=2024-01-01")) {
            Api.as(officer)
                    .get(path + seen)
                    .then()
                    .statusCode(200)
                    .body("fullName", equalTo("Đặng Thị Hoà"))
                    .body("birth.year", equalTo(1985))
                    .body("status", equalTo("ACTIVE"))
                    .body("$", not(hasKey("citizenIdMasked")))
                    .body("$", not(hasKey("party")));
        }
        Api.as(Api.FIRST_ADMIN).get(path).then().statusCode(200).body("fullName", equalTo("Đặng Thị Hoà"));
        for (String part : List.of("/history", "/history?purpose=kiem tra", "/steps", "/dues-exemptions")) {
            Api.as(officer).get(path + part).then().statusCode(200).body("items", empty());
        }
        Api.as(officer)
                .get(path + "/change-requests?purpose=kiem tra")
                .then()
                .statusCode(200)
                .body("items.status", contains("REFUSED"));
        Api.as(officer).get(path + "/export?purpose=kiem tra").then().statusCode(200);
        Api.as(officer).get("/api/v1/members?unit=" + union).then().body("items.id", contains(known, id));
        Api.as(officer).get("/api/v1/members?q=hoa&unit=" + union).then().body("items.id", contains(id));
        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=2024-01-01")
                .then()
                .body("own.members", equalTo(2))
                .body("own.by.party.find { it.value == 'MEMBER' }.members", equalTo(1));
    }

    @Test
    void what_is_known_of_somebody_here_stays_until_it_is_destroyed_at_home() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String id = Enrolled.by(officer)
                .member(union, "Đặng Thị Hoa", "phone", "0905123456", "memberNumber", "DV-1", "nativePlace", "Mộ Đức")
                .enrol()
                .getFirst();
        String path = "/api/v1/members/" + id + "?purpose=kiem tra";

        apply("member", id, 5, state(id, union, ""));
        Api.as(officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("fullName", equalTo("Đặng Thị Hoà"))
                .body("phone", equalTo("0905123456"))
                .body("memberNumber", equalTo("DV-1"));

        String ended = state(id, union, ", \"erasedAt\": \"2026-01-01T00:00:00Z\"")
                .replace("\"ACTIVE\"", "\"ENDED\", \"endReason\": \"RESIGNED\"")
                .replace("\"validFrom\": \"2010-01-01\"", "\"validFrom\": \"2010-01-01\", \"validTo\": \"2025-01-01\"");
        apply("member", id, 6, ended);
        Api.as(officer)
                .get(path)
                .then()
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("$", not(hasKey("phone")))
                .body("$", not(hasKey("memberNumber")))
                .body("$", not(hasKey("nativePlace")));
        assertEquals(
                0,
                sql.one(
                                "select count(*) from person_key where member_id = ?",
                                row -> row.getInt(1),
                                UUID.fromString(id))
                        .orElseThrow());
    }

    private void apply(String type, String id, int version, String state) {
        String taken = """
                [{"id": "%s", "version": %d, "recorded": "2026-01-01T00:00:00Z", "state": %s}]
                """.formatted(id, version, state);
        QuarkusTransaction.requiringNew()
                .run(() -> replicas.inOrder().stream()
                        .filter(each -> each.type().name().equals(type))
                        .forEach(each -> each.apply(taken)));
    }

    private static String state(String id, String union, String more) {
        return """
                {"id": "%s", "ownerUnionId": "%s", "unitId": "%s", "status": "ACTIVE", "fullName": "Đặng Thị Hoà",
                 "birthYear": 1985, "gender": "FEMALE", "inParty": true, "joinedOn": "2010-01-01",
                 "placements": [{"unitId": "%s", "validFrom": "2010-01-01"}],
                 "recordedAt": "2020-01-01T00:00:00Z"%s}
                """.formatted(id, union, union, union, more);
    }
}
