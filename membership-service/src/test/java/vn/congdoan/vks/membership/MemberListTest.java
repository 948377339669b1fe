package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MemberListTest {

    /// By given name in the order of the alphabet and of the tones, then by the rest.
    private static final List<String> IN_ORDER = List.of(
            "Nguyễn Văn An",
            "Trần Bình An",
            "Lê Thị Ánh",
            "Phạm Văn Ân",
            "Đỗ Thị Bình",
            "Hồ Bình",
            "Võ Văn Cường",
            "Lê Thị Dung",
            "Lê Thị Đào",
            "Lê Thị Hoa",
            "Lê Thị Hòa",
            "Lê Thị Hỏa",
            "Lê Thị Hoá",
            "Lê Thị Hoạ",
            "Ngô Văn Ơn",
            "Bùi Văn Út",
            "Đinh Thị Yến");

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void names_come_in_vietnamese_order_by_given_name() {
        String union = Api.union(code, "OFFICER");
        List<String> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(7));
        enrol(union, shuffled);

        Api.as(officer)
                .get("/api/v1/members?limit=200&unit=" + union)
                .then()
                .statusCode(200)
                .body("items.fullName", equalTo(IN_ORDER));
    }

    @Test
    void names_are_found_however_they_are_typed() {
        String union = Api.union(code, "OFFICER");
        enrol(union, List.of("Nguyễn Thị Đông", "Nguyen Van Dong", "Trần Hòa", "Trần Hoà", "Lê 100%_An"));

        for (String text : List.of("nguyen", "NGUYỄN", Normalizer.normalize("nguyễn", Normalizer.Form.NFD), "đong")) {
            found(union, text, 2);
        }
        found(union, "hòa", 2);
        found(union, "hoà", 2);
        found(union, "DONG", 2);
        found(union, "0%_", 1);
        found(union, "%", 1);
        found(union, "khong co", 0);
    }

    @Test
    void paging_neither_repeats_nor_skips_while_rows_are_inserted() {
        String union = Api.union(code, "OFFICER");
        enrol(union, IN_ORDER);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int inserted = 0;
        do {
            JsonPath page = page(union, cursor);
            seen.addAll(page.getList("items.fullName"));
            cursor = page.getString("next");
            enrol(union, List.of("Mới Thị Bích" + inserted, "Mới Thị Xuân" + inserted));
            inserted++;
        } while (cursor != null);

        assertEquals(seen.size(), new HashSet<>(seen).size(), "repeated: " + seen);
        assertTrue(seen.containsAll(IN_ORDER), "skipped: " + seen);
        assertEquals(IN_ORDER, seen.stream().filter(IN_ORDER::contains).toList());
    }

    @Test
    void a_list_shows_a_union_above_less() {
        String union = Api.union(code, "OFFICER");
        enrol(union, List.of("Nguyễn Văn An"));

        JsonPath own = Api.as(officer).get("/api/v1/members?unit=" + union).jsonPath();
        JsonPath overseen =
                Api.as(Api.FIRST_ADMIN).get("/api/v1/members?unit=" + union).jsonPath();

        assertEquals("Phó phòng", own.getString("items[0].position"));
        assertEquals("Nguyễn Văn An", overseen.getString("items[0].fullName"));
        assertEquals(null, overseen.getString("items[0].position"));
        assertEquals(null, overseen.getString("items[0].birth.date"));
    }

    private JsonPath page(String union, @Nullable String cursor) {
        var request = Api.as(officer).queryParam("unit", union).queryParam("limit", 3);
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/members").then().statusCode(200).extract().jsonPath();
    }

    private void found(String union, String text, int times) {
        Api.as(officer)
                .queryParam("q", text)
                .queryParam("unit", union)
                .get("/api/v1/members")
                .then()
                .statusCode(200)
                .body("items", hasSize(times));
    }

    private void enrol(String union, List<String> names) {
        List<Map<String, Object>> rows = names.stream()
                .<Map<String, Object>>map(name -> Map.of(
                        "id",
                        UUID.randomUUID(),
                        "unitId",
                        union,
                        "fullName",
                        name,
                        "gender",
                        "FEMALE",
                        "birth",
                        Map.of("year", 1980, "date", "1980-02-03"),
                        "joinedOn",
                        "2010-01-01",
                        "position",
                        "Phó phòng"))
                .toList();
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .body("items.findAll { it.outcome == 'CREATED' }", hasSize(names.size()));
    }
}
