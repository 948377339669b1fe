package vn.congdoan.vks.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class MemberSearchTest {

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void a_mistyped_name_finds_the_most_similar_first() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Nguyễn Văn An")
                .member(union, "Nguyễn Văn Anh")
                .member(union, "Nguyễn Thị Hoa")
                .member(union, "Trần Bình")
                .enrol();

        assertEquals(List.of("Nguyễn Văn Anh", "Nguyễn Văn An"), found(officer, union, "nguyen van ahn"));
        assertEquals("Nguyễn Văn Anh", found(officer, union, "NGUYỄN VNA ANH").getFirst());
        assertEquals(List.of("Nguyễn Thị Hoa"), found(officer, union, "nguyen thi hoq"));
        assertEquals(List.of(), found(officer, union, "pham xuan"));
    }

    @Test
    void similar_names_are_listed_only_where_nobody_has_the_text() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Nguyễn Văn Anh")
                .member(union, "Nguyễn Văn Ahn")
                .enrol();

        assertEquals(List.of("Nguyễn Văn Ahn"), found(officer, union, "nguyen van ahn"));
    }

    @Test
    void similar_names_keep_their_order_over_pages_while_others_are_enrolled() {
        String union = Api.union(code, "OFFICER");
        List<String> names = IntStream.range(0, 7)
                .mapToObj(each -> "Hoàng Quốc Việt" + "a".repeat(each))
                .toList();
        names.forEach(name -> Enrolled.by(officer).member(union, name).enrol());
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(officer, union, "hoang quoc veit", 2, cursor);
            seen.addAll(page.getList("items.fullName"));
            cursor = page.getString("next");
            Enrolled.by(officer)
                    .member(union, "Hoàng Quốc Việt")
                    .member(union, "Hoàng Quốc Veit")
                    .enrol();
        } while (cursor != null);

        List<String> first = seen.stream().distinct().toList();
        assertEquals(names, first.stream().filter(names::contains).toList());
        assertEquals(7, seen.size(), seen.toString());
    }

    @Test
    void numbers_are_found_by_their_beginning_whatever_the_case() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Lê Thị Đào", "memberNumber", "ĐV_0051")
                .member(union, "Lê Thị Hoa", "cardNumber", "QNG-0052", "memberNumber", "0052")
                .member(union, "Lê Thị Mai", "memberNumber", "1ĐV")
                .enrol();

        assertEquals(List.of("Lê Thị Đào"), found(officer, union, "đv_00"));
        assertEquals(List.of("Lê Thị Đào"), found(officer, union, "ĐV_0051"));
        assertEquals(List.of("Lê Thị Hoa"), found(officer, union, "qng-0052"));
        assertEquals(List.of("Lê Thị Hoa"), found(officer, union, "005"));
        assertEquals(List.of(), found(officer, union, "ng-0"));
        assertEquals(List.of(), found(officer, union, "đv-"));
        assertEquals(List.of(), found(officer, union, "%0051"));
    }

    @Test
    void who_is_found_by_name_and_who_is_found_by_number_stand_in_one_order() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Lê Thị Cúc", "memberNumber", "mai")
                .member(union, "Lê Thị Mai", "memberNumber", "mai-2", "cardNumber", "MAI 3")
                .member(union, "Mai Văn An")
                .member(union, "Lê Thị Yến", "cardNumber", "Mai")
                .enrol();
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = page(officer, union, "mai", 1, cursor);
            seen.addAll(page.getList("items.fullName"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertEquals(List.of("Mai Văn An", "Lê Thị Cúc", "Lê Thị Mai", "Lê Thị Yến"), seen);
    }

    @Test
    void a_union_above_finds_nobody_by_a_number_that_it_does_not_see() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Lê Thị Đào", "memberNumber", code, "cardNumber", code)
                .enrol();

        assertEquals(List.of("Lê Thị Đào"), found(officer, union, code));
        assertEquals(List.of("Lê Thị Đào"), found(Api.FIRST_ADMIN, union, "dao"));
        assertEquals(List.of(), found(Api.FIRST_ADMIN, union, code));
        assertEquals(List.of(), found(Api.FIRST_ADMIN, null, code));
    }

    @Test
    void a_list_of_many_units_finds_the_same_as_a_list_of_few() {
        String union = Api.union(code, "OFFICER");
        List<String> sections = IntStream.range(0, 3)
                .mapToObj(each -> Api.section(code + "-admin", union, code + "-" + each))
                .toList();
        Enrolled enrolled = Enrolled.by(officer);
        sections.forEach(
                section -> enrolled.member(section, "Lê Thị Hoa " + code).member(section, "Lê Thị Mai " + code));
        enrolled.enrol();
        String bySection = sections.getFirst();

        List<String> everywhere = found(officer, null, code);
        assertEquals(6, everywhere.size());
        assertEquals(everywhere, found(officer, union, code));
        assertEquals(2, found(officer, bySection, code).size());
    }

    @Test
    void a_cursor_among_similar_names_is_none_of_a_list_without_a_text() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Hoàng Quốc Việt")
                .member(union, "Hoàng Quốc Việt")
                .enrol();
        String cursor = page(officer, union, "hoang quoc veit", 1, null).getString("next");

        JsonPath problem = Api.as(officer)
                .queryParam("cursor", cursor)
                .get("/api/v1/members")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();
        assertEquals("?cursor", problem.getString("errors[0].pointer"));
    }

    @Test
    void everybody_who_is_found_is_found_once() {
        String union = Api.union(code, "OFFICER");
        Enrolled.by(officer)
                .member(union, "Lê " + code, "memberNumber", code, "cardNumber", code + "1")
                .enrol();

        List<String> all = found(officer, union, code);
        assertEquals(new HashSet<>(all).size(), all.size());
        assertTrue(all.contains("Lê " + code));
    }

    private static List<String> found(String subject, @Nullable String unit, String text) {
        return page(subject, unit, text, 50, null).getList("items.fullName");
    }

    private static JsonPath page(
            String subject, @Nullable String unit, String text, int limit, @Nullable String cursor) {
        var request = Api.as(subject).queryParam("q", text).queryParam("limit", limit);
        if (unit != null) {
            request.queryParam("unit", unit);
        }
        if (cursor != null) {
            request.queryParam("cursor", cursor);
        }
        return request.get("/api/v1/members").then().statusCode(200).extract().jsonPath();
    }
}
