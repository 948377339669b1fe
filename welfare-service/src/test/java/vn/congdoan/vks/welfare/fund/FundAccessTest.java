package vn.congdoan.vks.welfare.fund;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01_A;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;
import static vn.congdoan.vks.welfare.fund.FundRequests.FUNDS;
import static vn.congdoan.vks.welfare.fund.FundRequests.as;
import static vn.congdoan.vks.welfare.fund.FundRequests.created;
import static vn.congdoan.vks.welfare.fund.FundRequests.form;
import static vn.congdoan.vks.welfare.fund.FundRequests.post;
import static vn.congdoan.vks.welfare.fund.FundRequests.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.platform.testing.WrongTokens;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundAccessTest {

    @ParameterizedTest
    @ValueSource(strings = {"CHAIR", "ACCOUNTANT", "CASHIER", "INSPECTOR", "INTEGRATOR"})
    void those_who_have_to_do_with_money_read_funds_in_their_scope_and_by_oversight(String role) {
        String id = created(form(QNG_01), QNG);
        for (Organization unit : new Organization[] {QNG_01, QNG, VKSTC}) {
            as(role, unit).get(FUNDS + "/" + id).then().statusCode(200).body("id", equalTo(id));
            as(role, unit)
                    .get(FUNDS + "?unit=" + QNG_01.id())
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(id));
            assertTrue(listed(role, unit).contains(id));
        }
    }

    /// All funds that somebody reads, page by page.
    private static List<String> listed(String role, Organization unit) {
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            Response page = as(role, unit).get(FUNDS + "?limit=200" + (next == null ? "" : "&cursor=" + next));
            page.then().statusCode(200);
            ids.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "OFFICER", "NODE"})
    void others_do_not_read_funds(String role) {
        String id = created(form(QNG), QNG);
        Refusal.of(as(role, QNG).get(FUNDS), 403, "forbidden");
        Refusal.of(as(role, QNG).get(FUNDS + "/" + id), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADMIN", "CHAIR", "OFFICER", "CASHIER", "INSPECTOR", "INTEGRATOR", "NODE"})
    void only_an_accountant_opens_funds(String role) {
        Refusal.of(post(as(role, QNG), form(QNG)), 403, "forbidden");
        UUID id = UUID.randomUUID();
        Refusal.of(put(as(role, QNG), id, form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
        Refusal.of(as("ACCOUNTANT", QNG).get(FUNDS + "/" + id), 404, "not-found");
    }

    @Test
    void an_accountant_opens_funds_for_the_units_below() {
        post(as("ACCOUNTANT", QNG), form(QNG_01_A))
                .then()
                .statusCode(201)
                .body("unitId", equalTo(QNG_01_A.id().toString()))
                .body("unionId", equalTo(QNG.id().toString()));
    }

    @Test
    void a_sibling_union_does_not_know_of_a_fund() {
        String id = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", NAN).get(FUNDS + "/" + id), 404, "not-found");
        Refusal.of(as("CHAIR", NAN).get(FUNDS + "?unit=" + QNG.id()), 404, "not-found", "?unit", "unknown-reference");
        as("CHAIR", NAN).get(FUNDS + "?limit=200").then().statusCode(200).body("items.id", not(hasItem(id)));
        Refusal.of(post(as("ACCOUNTANT", NAN), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_section_knows_neither_its_sibling_nor_the_union_above() {
        String sibling = created(form(QNG_02), QNG);
        String above = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", QNG_01).get(FUNDS + "/" + sibling), 404, "not-found");
        Refusal.of(as("CHAIR", QNG_01).get(FUNDS + "/" + above), 404, "not-found");
        Refusal.of(post(as("ACCOUNTANT", QNG_01), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void oversight_never_writes() {
        Refusal.of(post(as("ACCOUNTANT", VKSTC), form(QNG)), 403, "forbidden", "/unitId", "unit-out-of-scope");
    }

    @Test
    void a_section_of_the_central_union_does_not_oversee() {
        String id = created(form(QNG), QNG);
        Refusal.of(as("CHAIR", VKSTC_01).get(FUNDS + "/" + id), 404, "not-found");
    }

    @Test
    void an_unknown_unit_is_answered_like_one_out_of_scope() {
        UUID unknown = UUID.randomUUID();
        Refusal.of(
                post(as("ACCOUNTANT", QNG), form(QNG, "unitId", unknown)),
                403,
                "forbidden",
                "/unitId",
                "unit-out-of-scope");
        Refusal.of(as("CHAIR", QNG).get(FUNDS + "?unit=" + unknown), 404, "not-found", "?unit", "unknown-reference");
    }

    @Test
    void an_account_without_assignment_is_told_so() {
        Refusal.of(given().auth().oauth2(Tokens.of("nobody")).get(FUNDS), 403, "no-assignment");
        Refusal.of(
                given().auth().oauth2(Tokens.of("nobody")).get(FUNDS + "/" + UUID.randomUUID()), 403, "no-assignment");
        Refusal.of(post(given().auth().oauth2(Tokens.of("nobody")), form(QNG)), 403, "no-assignment");
    }

    @Test
    void a_member_has_no_business_with_funds() {
        Refusal.of(as("MEMBER", QNG).get(FUNDS), 403, "forbidden");
        Refusal.of(as("MEMBER", QNG).get(FUNDS + "/" + created(form(QNG), QNG)), 404, "not-found");
    }

    @Test
    void nobody_comes_in_without_a_valid_token() {
        Refusal.of(given().get(FUNDS), 401, "unauthenticated");
        Refusal.of(given().get(FUNDS + "?surprise=1"), 401, "unauthenticated");
        Refusal.of(post(given(), form(QNG)), 401, "unauthenticated");
        WrongTokens.of(QNG.account("CHAIR")).forEach((wrong, token) -> {
            Refusal.of(given().auth().oauth2(token).get(FUNDS), 401, "unauthenticated");
            Refusal.of(given().auth().oauth2(token).get(FUNDS + "/" + UUID.randomUUID()), 401, "unauthenticated");
        });
    }
}
