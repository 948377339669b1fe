package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ProvincesTest {

    private static final String LAST_DAY = "2025-06-30";
    private static final String FIRST_DAY = "2025-07-01";

    /// Written by hand from Resolution 202/2025/QH15: where a new province was made of more than itself.
    private static final Map<String, List<String>> MERGED = Map.ofEntries(
            Map.entry("08", List.of("02", "08")),
            Map.entry("15", List.of("10", "15")),
            Map.entry("19", List.of("06", "19")),
            Map.entry("24", List.of("24", "27")),
            Map.entry("25", List.of("17", "25", "26")),
            Map.entry("31", List.of("30", "31")),
            Map.entry("33", List.of("33", "34")),
            Map.entry("37", List.of("35", "36", "37")),
            Map.entry("44", List.of("44", "45")),
            Map.entry("48", List.of("48", "49")),
            Map.entry("51", List.of("51", "62")),
            Map.entry("52", List.of("52", "64")),
            Map.entry("56", List.of("56", "58")),
            Map.entry("66", List.of("54", "66")),
            Map.entry("68", List.of("60", "67", "68")),
            Map.entry("75", List.of("70", "75")),
            Map.entry("79", List.of("74", "77", "79")),
            Map.entry("80", List.of("72", "80")),
            Map.entry("82", List.of("82", "87")),
            Map.entry("86", List.of("83", "84", "86")),
            Map.entry("91", List.of("89", "91")),
            Map.entry("92", List.of("92", "93", "94")),
            Map.entry("96", List.of("95", "96")));

    private static final List<String> UNCHANGED =
            List.of("01", "04", "11", "12", "14", "20", "22", "38", "40", "42", "46");

    @Inject
    Clock clock;

    private record Province(
            String code,
            String name,
            @Nullable String validFrom,
            @Nullable String validTo,
            List<String> mergedFrom,
            @Nullable String mergedInto) {}

    @Test
    void there_are_63_until_the_last_of_june_2025_and_34_from_the_first_of_july() {
        assertEquals(63, on(LAST_DAY).size());
        assertEquals(34, on(FIRST_DAY).size());
        on(LAST_DAY).values().forEach(each -> {
            assertNull(each.validFrom(), "the record tells no first day of " + each);
            assertEquals(FIRST_DAY, each.validTo());
        });
        on(FIRST_DAY).values().forEach(each -> {
            assertEquals(FIRST_DAY, each.validFrom());
            assertNull(each.validTo());
        });
    }

    @Test
    void every_old_province_goes_into_exactly_one_new_one_which_knows_of_it() {
        Map<String, Province> after = on(FIRST_DAY);
        Set<String> gone = new HashSet<>();
        after.values()
                .forEach(each -> each.mergedFrom()
                        .forEach(part -> assertTrue(gone.add(part), part + " went into two, one of them " + each)));

        assertEquals(on(LAST_DAY).keySet(), gone);
        on(LAST_DAY).values().forEach(each -> {
            Province into = Objects.requireNonNull(after.get(each.mergedInto()), each.toString());
            assertTrue(into.mergedFrom().contains(each.code()), each + " is no part of " + into);
            assertEquals(List.of(), each.mergedFrom());
        });
    }

    @Test
    void the_new_provinces_are_made_of_what_the_resolution_says() {
        Map<String, List<String>> expected = new TreeMap<>(MERGED);
        UNCHANGED.forEach(code -> expected.put(code, List.of(code)));

        assertEquals(
                expected,
                on(FIRST_DAY).values().stream()
                        .collect(Collectors.toMap(
                                Province::code, Province::mergedFrom, (one, other) -> one, TreeMap::new)));
    }

    @ParameterizedTest
    @CsvSource({
        "15, Yên Bái,    Lào Cai",
        "24, Bắc Giang,  Bắc Ninh",
        "44, Quảng Bình, Quảng Trị",
        "52, Bình Định,  Gia Lai",
        "80, Long An,    Tây Ninh",
        "82, Tiền Giang, Đồng Tháp",
        "91, Kiên Giang, An Giang",
    })
    void seven_codes_stand_for_another_name_since_the_merger(String code, String before, String after) {
        assertEquals(before, name(code, LAST_DAY));
        assertEquals(after, name(code, FIRST_DAY));
    }

    @Test
    void no_other_code_stands_for_another_name() {
        Map<String, Province> before = on(LAST_DAY);
        Set<String> renamed = on(FIRST_DAY).values().stream()
                .filter(each ->
                        !Objects.requireNonNull(before.get(each.code())).name().equals(each.name()))
                .map(Province::code)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(Set.of("15", "24", "44", "52", "80", "82", "91")), renamed);
    }

    @ParameterizedTest
    @CsvSource({
        "51, 2025-06-30, Quảng Ngãi",
        "62, 2025-06-30, Kon Tum",
        "40, 2025-06-30, Nghệ An",
        "77, 2025-06-30, Bà Rịa–Vũng Tàu",
        "79, 2025-06-30, Thành phố Hồ Chí Minh",
        "46, 2025-06-30, Thừa Thiên Huế",
        "79, 2025-07-01, Thành phố Hồ Chí Minh",
        "51, 2025-07-01, Quảng Ngãi",
        "45, 2025-06-30, Quảng Trị",
    })
    void names_are_plain_vietnamese(String code, String day, String name) {
        assertEquals(name, name(code, day));
    }

    @Test
    void names_are_composed_and_each_stands_once_a_day() {
        for (String day : List.of(LAST_DAY, FIRST_DAY)) {
            List<String> names = on(day).values().stream().map(Province::name).toList();
            names.forEach(name -> assertTrue(Normalizer.isNormalized(name, Form.NFC), name));
            assertEquals(names.size(), Set.copyOf(names).size());
        }
    }

    @Test
    void today_is_the_day_unless_told() {
        String today = LocalDate.now(clock).toString();
        list("").body("items", equalTo(list("?asOf=" + today).extract().path("items")));
        list("?code=62").body("items", hasSize(LocalDate.now(clock).isBefore(LocalDate.parse(FIRST_DAY)) ? 1 : 0));
    }

    @Test
    void before_the_record_the_oldest_provinces_are_shown_which_say_so() {
        assertEquals(on(LAST_DAY), on("1900-01-01"));
    }

    @Test
    void an_unknown_code_finds_nothing() {
        list("?code=03").body("items", hasSize(0)).body("next", equalTo(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?asOf=30/06/2025", "?asOf=2025-06-31", "?asOf=", "?cursor=x", "?limit=0", "?name=x"})
    void a_bad_question_is_refused(String query) {
        Api.as(Api.FIRST_ADMIN).get("/api/v1/provinces" + query).then().statusCode(400);
    }

    @Test
    void provinces_are_published_to_all_staff_and_to_nobody_else() {
        String code = Api.newCode();
        Api.union(code, "OFFICER", "CASHIER", "INTEGRATOR", "NODE");
        for (String reader : List.of("admin", "officer", "cashier", "integrator")) {
            Api.as(code + "-" + reader)
                    .get("/api/v1/provinces")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(34));
        }
        Api.as(code + "-node").get("/api/v1/provinces").then().statusCode(403);
        Api.as(code + "-nobody").get("/api/v1/provinces").then().statusCode(403).body("code", equalTo("no-assignment"));
    }

    private static String name(String code, String day) {
        return list("?code=" + code + "&asOf=" + day)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].name");
    }

    /// All pages of a day, by code.
    private static Map<String, Province> on(String day) {
        List<Province> read = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = Api.as(Api.FIRST_ADMIN)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/api/v1/provinces?limit=20&asOf=" + day)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            read.addAll(page.getList("items", Province.class));
            next = page.getString("next");
        } while (next != null);
        assertEquals(read.stream().map(Province::code).sorted().toList(), codes(read.stream()));
        Map<String, Province> byCode = new TreeMap<>();
        read.forEach(each -> assertNull(byCode.put(each.code(), each), each + " is there twice"));
        return byCode;
    }

    private static List<String> codes(Stream<Province> provinces) {
        return provinces.map(Province::code).toList();
    }

    private static io.restassured.response.ValidatableResponse list(String query) {
        return Api.as(Api.FIRST_ADMIN).get("/api/v1/provinces" + query).then().statusCode(200);
    }
}
