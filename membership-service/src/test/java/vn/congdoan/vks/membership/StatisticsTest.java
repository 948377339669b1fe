package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class StatisticsTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void own_is_the_direct_members_and_the_sections_and_the_sector_adds_the_unions_below() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(code + "-admin", union, code + "-1");
        enrol(union, "FEMALE", 1);
        enrol(section, "MALE", 2);
        enrol(section, "FEMALE", 1);

        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=2022-12-31")
                .then()
                .statusCode(200)
                .body("asOf", equalTo("2022-12-31"))
                .body("unit.code", equalTo(code))
                .body("direct.members", equalTo(1))
                .body("own.members", equalTo(4))
                .body("own.female", equalTo(2))
                .body("own.femaleRate", equalTo(50.0f))
                .body("sector.members", equalTo(4))
                .body("children.size()", equalTo(1))
                .body("children[0].unit.code", equalTo(code + "-1"))
                .body("children[0].members", equalTo(3))
                .body("children[0].female", equalTo(1));
        Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units/" + Api.central() + "/statistics?asOf=2022-12-31")
                .then()
                .statusCode(200)
                .body("own.members", equalTo(0))
                .body("sector.members", greaterThanOrEqualTo(4))
                .body("children.find { it.unit.code == '" + code + "' }.members", equalTo(4));
    }

    @Test
    void a_rate_is_rounded_half_up_to_one_decimal() {
        String union = Api.union(code, "OFFICER");
        enrol(union, "FEMALE", 1);
        enrol(union, "MALE", 15);

        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=2022-12-31")
                .then()
                .body("own.femaleRate", equalTo(6.3f));
    }

    @Test
    void a_unit_that_did_not_exist_has_no_statistics_of_that_day() {
        String union = Api.union(code, "OFFICER");

        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=1999-12-31")
                .then()
                .statusCode(404);
        Api.as(officer)
                .get("/api/v1/units/" + union + "/statistics?asOf=31-12-2022")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("?asOf"));
    }

    @Test
    void a_neighbour_may_not_count() {
        String union = Api.union(code, "OFFICER");
        String neighbour = Api.newCode();
        Api.union(neighbour, "OFFICER");

        Api.as(neighbour + "-officer")
                .get("/api/v1/units/" + union + "/statistics")
                .then()
                .statusCode(404);
    }

    private void enrol(String unit, String gender, int people) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int index = 0; index < people; index++) {
            rows.add(Map.of(
                    "id",
                    UUID.randomUUID(),
                    "unitId",
                    unit,
                    "fullName",
                    "Lê Thị Đếm",
                    "gender",
                    gender,
                    "birth",
                    Map.of("year", 1980),
                    "joinedOn",
                    "2010-01-01"));
        }
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", rows)).statusCode(200);
    }
}
