package vn.congdoan.vks.welfare.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.IMPORTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.kept;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// Imports are for those who record the money of the fund.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportAccessTest {

    @Inject
    Sql sql;

    private ImportedGifts gifts;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        gifts = new ImportedGifts(sql);
    }

    @AfterEach
    void they_go_again() {
        gifts.leave();
    }

    @ParameterizedTest
    @CsvSource({"fund", "layout"})
    void the_fund_and_the_layout_must_be_said_and_be_in_scope(String parameter) {
        String path = IMPORTS + "/" + UUID.randomUUID();
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .config(ImportRequests.OCTETS)
                        .contentType("text/csv")
                        .header("If-None-Match", "*")
                        .queryParam(
                                parameter.equals("fund") ? "layout" : "fund",
                                UUID.randomUUID().toString())
                        .body("a".getBytes(UTF_8))
                        .put(path),
                400,
                "invalid-request",
                "?" + parameter,
                "required");
        String theirs = parameter.equals("fund") ? fund(NAN) : kept(NAN);
        for (String other : List.of(theirs, UUID.randomUUID().toString())) {
            Refusal.of(
                    upload(
                            as("ACCOUNTANT", QNG),
                            parameter.equals("fund") ? other : gifts.fund,
                            parameter.equals("layout") ? other : gifts.layout,
                            HEADERS + gifts.row("1", "", "", "")),
                    403,
                    "forbidden",
                    "?" + parameter,
                    "unit-out-of-scope");
        }
    }

    @Test
    void for_others_there_is_no_import() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        String path = IMPORTS + "/" + made.path("id");
        for (Organization other : List.of(NAN, VKSTC, QNG_01)) {
            as("ACCOUNTANT", other).get(path).then().statusCode(404);
            as("ACCOUNTANT", other).get(path + "/rows").then().statusCode(404);
            Refusal.of(
                    correct(as("ACCOUNTANT", other), made, List.of(Map.of("line", 2, "skip", true))), 404, "not-found");
            Refusal.of(confirm(as("ACCOUNTANT", other), made), 404, "not-found");
            Refusal.of(undo(as("ACCOUNTANT", other), made), 404, "not-found");
            as("ACCOUNTANT", other)
                    .get(IMPORTS + "?limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(made.<String>path("id"))));
        }
        for (String role : List.of("CHAIR", "CASHIER", "INSPECTOR", "OFFICER", "ADMIN", "INTEGRATOR")) {
            as(role, QNG).get(path).then().statusCode(404);
            as(role, QNG).get(IMPORTS).then().statusCode(403);
            Refusal.of(
                    upload(as(role, QNG), gifts.fund, gifts.layout, HEADERS + gifts.row("1", "", "", "")),
                    403,
                    "forbidden",
                    "?fund",
                    "unit-out-of-scope");
        }
        as("ACCOUNTANT", QNG)
                .get(IMPORTS + "?fund=" + gifts.fund)
                .then()
                .body("items", hasSize(1))
                .body("items[0].accepted.rows", equalTo(1));
        assertEquals(0, balance(QNG, gifts.fund));
    }
}
