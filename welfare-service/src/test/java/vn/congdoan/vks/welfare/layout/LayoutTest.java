package vn.congdoan.vks.welfare.layout;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.imports.ImportRequests.LAYOUTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.keep;
import static vn.congdoan.vks.welfare.imports.ImportRequests.layout;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// A layout is said once for each bank.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class LayoutTest {

    @Test
    void a_layout_is_kept_found_and_said_anew() {
        Map<String, @Nullable Object> form = layout(QNG);
        Response made = keep(as("ACCOUNTANT", QNG), form);
        made.then()
                .statusCode(201)
                .body("name", equalTo(form.get("name")))
                .body("columns", equalTo(form.get("columns")))
                .body("notation", equalTo(form.get("notation")));
        String path = LAYOUTS + "/" + made.path("id");
        as("ACCOUNTANT", QNG)
                .get(path)
                .then()
                .statusCode(200)
                .body("$", equalTo(made.jsonPath().getMap("$")));
        form.put("columns", Map.of("date", "1", "amount", "2"));
        Response anew = replace(as("ACCOUNTANT", QNG), made, form);
        anew.then().statusCode(200).body("columns", equalTo(Map.of("date", "1", "amount", "2")));
        Refusal.of(replace(as("ACCOUNTANT", QNG), made, form), 412, "stale");
        form.put("unitId", QNG_01.id());
        Refusal.of(replace(as("ACCOUNTANT", QNG), anew, form), 422, "rule-broken", "/unitId", "layout-stays");
    }

    @Test
    void the_same_creation_again_is_the_same_layout() {
        String path = LAYOUTS + "/" + UUID.randomUUID();
        Map<String, @Nullable Object> form = layout(QNG);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(200);
        form.put("name", "Khác " + UUID.randomUUID());
        Refusal.of(put(as("ACCOUNTANT", QNG), path, form), 412, "already-exists");
    }

    @Test
    void a_unit_has_a_name_once() {
        Map<String, @Nullable Object> form = layout(QNG_02);
        form.put("name", "Sao kê Hoà Bình " + UUID.randomUUID());
        Response first = keep(as("ACCOUNTANT", QNG), form);
        first.then().statusCode(201);
        form.put("name", String.valueOf(form.get("name")).replace("Hoà", "HÒA"));
        Refusal.of(keep(as("ACCOUNTANT", QNG), form), 409, "layout-name-taken", "/name", "taken");
        replace(as("ACCOUNTANT", QNG), first, form).then().statusCode(200);
        form.put("unitId", QNG_01.id());
        keep(as("ACCOUNTANT", QNG), form).then().statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({
        "/notation/datePattern,not-a-date-pattern,notation,datePattern,dd/MM",
        "/notation/datePattern,not-a-date-pattern,notation,datePattern,dd/MM/yyyy'x'",
        "/notation/datePattern,not-a-date-pattern,notation,datePattern,dd/dd/MM/yyyy",
        "/notation/datePattern,not-a-date-pattern,notation,datePattern,dd/dd/yyyy",
        "/notation/decimalSeparator,repeated,notation,decimalSeparator,.",
        "/columns,repeated,columns,amount,NGAY",
    })
    void a_layout_by_which_nothing_can_be_read_is_refused(
            String pointer, String rule, String part, String field, String value) {
        Map<String, @Nullable Object> form = layout(QNG);
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) Objects.requireNonNull(form.get(part));
        fields.put(field, value);
        Refusal.of(keep(as("ACCOUNTANT", QNG), form), 422, "rule-broken", pointer, rule);
    }

    @ParameterizedTest
    @CsvSource({"groupSeparator,x", "decimalSeparator,'", "delimiter,a", "headerRow,0"})
    void what_parts_is_one_of_a_few(String field, String value) {
        Map<String, @Nullable Object> form = layout(QNG);
        @SuppressWarnings("unchecked")
        Map<String, Object> fields = (Map<String, Object>) Objects.requireNonNull(form.get("notation"));
        fields.put(field, field.equals("headerRow") ? Integer.valueOf(value) : value);
        keep(as("ACCOUNTANT", QNG), form)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/notation/" + field));
    }

    @Test
    void for_others_there_is_no_layout() {
        Response made = keep(as("ACCOUNTANT", QNG), layout(QNG));
        for (Organization other : List.of(NAN, VKSTC, QNG_01)) {
            as("ACCOUNTANT", other).get(LAYOUTS + "/" + made.path("id")).then().statusCode(404);
            Refusal.of(replace(as("ACCOUNTANT", other), made, layout(QNG)), 404, "not-found");
            as("ACCOUNTANT", other)
                    .get(LAYOUTS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(made.<String>path("id"))));
        }
        Refusal.of(keep(as("ACCOUNTANT", QNG), layout(NAN)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void layouts_come_page_by_page() {
        for (int each = 0; each < 3; each++) {
            keep(as("ACCOUNTANT", NAN), layout(NAN)).then().statusCode(201);
        }
        Response first = as("ACCOUNTANT", NAN).get(LAYOUTS + "?limit=2");
        first.then().body("items", hasSize(2));
        as("ACCOUNTANT", NAN)
                .queryParam("cursor", first.<String>path("next"))
                .get(LAYOUTS + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(first.<String>path("items[1].id"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHAIR", "CASHIER", "OFFICER", "INSPECTOR", "ADMIN", "INTEGRATOR"})
    void nobody_but_an_accountant_keeps_or_reads_layouts(String role) {
        Refusal.of(keep(as(role, QNG), layout(QNG)), 403, "forbidden");
        Refusal.of(as(role, QNG).get(LAYOUTS), 403, "forbidden");
    }

    private static Response replace(RequestSpecification caller, Response before, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", before.header("ETag"))
                .body(form)
                .post(LAYOUTS + "/" + before.path("id") + "/replace");
    }
}
