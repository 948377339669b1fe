package vn.congdoan.vks.welfare.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.forMember;
import static vn.congdoan.vks.welfare.support.SupportRequests.household;
import static vn.congdoan.vks.welfare.support.SupportRequests.payment;
import static vn.congdoan.vks.welfare.support.SupportRequests.proposed;
import static vn.congdoan.vks.welfare.support.SupportRequests.request;
import static vn.congdoan.vks.welfare.support.SupportRequests.resolution;
import static vn.congdoan.vks.welfare.support.SupportRequests.step;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;

/// Who may know of a case, decide on it and pay it: three people of the union, and nobody else.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class SupportDutiesTest {

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void whoever_asks_or_proposes_does_not_approve_and_whoever_asks_or_approves_does_not_pay() {
        fill(QNG, fund, "CASH", 1_000);
        String officerAndChair = accounts("OFFICER", "CHAIR");
        Response asked = request(by(officerAndChair), household(QNG));
        Response verified = step(as("OFFICER", QNG), asked, "verify", null);
        Map<String, Object> proposal = Map.of("fundId", fund, "amount", 300);
        Response proposed = step(as("ACCOUNTANT", QNG), verified, "propose", proposal);
        Refusal.of(step(by(officerAndChair), proposed, "approve", resolution()), 403, "duties-not-separate");
        Refusal.of(step(by(officerAndChair), proposed, "refuse", refusal()), 403, "duties-not-separate");
        String accountantAndChair = accounts("ACCOUNTANT", "CHAIR");
        Response again = step(by(accountantAndChair), proposed, "propose", proposal);
        Refusal.of(step(by(accountantAndChair), again, "approve", resolution()), 403, "duties-not-separate");
        String chairAndCashier = accounts("CHAIR", "CASHIER");
        Response approved = step(by(chairAndCashier), again, "approve", resolution());
        approved.then().statusCode(200);
        Refusal.of(step(by(chairAndCashier), approved, "pay", payment("CASH")), 403, "duties-not-separate");
        Response other = approved(QNG, fund, 1);
        String officerAndCashier = accounts("OFFICER", "CASHIER");
        Response theirs = step(
                as("CHAIR", QNG),
                step(
                        as("ACCOUNTANT", QNG),
                        step(as("OFFICER", QNG), request(by(officerAndCashier), household(QNG)), "verify", null),
                        "propose",
                        proposal),
                "approve",
                resolution());
        Refusal.of(step(by(officerAndCashier), theirs, "pay", payment("CASH")), 403, "duties-not-separate");
        step(by(officerAndCashier), other, "pay", payment("CASH")).then().statusCode(200);
        assertEquals(999, balance(QNG, fund));
    }

    @Test
    void nobody_decides_on_support_for_oneself_or_pays_it() {
        fill(QNG, fund, "CASH", 1_000);
        Response proposed = proposed(QNG, forMember(QNG, "HARDSHIP"), fund, 300);
        String own = QNG.account("MEMBER");
        Refusal.of(
                step(by(own + "," + QNG.account("CHAIR")), proposed, "approve", resolution()),
                403,
                "duties-not-separate");
        Response approved = step(as("CHAIR", QNG), proposed, "approve", resolution());
        Refusal.of(
                step(by(own + "," + QNG.account("CASHIER")), approved, "pay", payment("CASH")),
                403,
                "duties-not-separate");
    }

    @Test
    void whoever_decides_and_pays_does_so_for_the_unit_of_the_fund() {
        fill(QNG, fund, "CASH", 1_000);
        Response proposed = proposed(QNG, household(QNG_01), fund, 300);
        Refusal.of(step(as("CHAIR", QNG_01), proposed, "approve", resolution()), 403, "forbidden");
        Response approved = step(as("CHAIR", QNG), proposed, "approve", resolution());
        Refusal.of(step(as("CASHIER", QNG_01), approved, "pay", payment("CASH")), 403, "forbidden");
        String ofBoth = QNG.account("ACCOUNTANT") + "," + NAN.account("ACCOUNTANT");
        Response verified = step(as("OFFICER", QNG), request(as("OFFICER", QNG), household(QNG)), "verify", null);
        Refusal.of(
                step(by(ofBoth), verified, "propose", Map.of("fundId", fund(NAN), "amount", 1)),
                422,
                "rule-broken",
                "/fundId",
                "fund-of-another-union");
    }

    @Test
    void nobody_outside_the_union_learns_that_a_case_exists() {
        Response asked = request(as("OFFICER", QNG), household(QNG_01));
        asked.then().statusCode(201);
        String path = CASES + "/" + asked.path("id");
        for (String role : List.of("CHAIR", "OFFICER", "ACCOUNTANT", "CASHIER", "INSPECTOR", "ADMIN")) {
            assertEquals(404, as(role, NAN).get(path).statusCode(), role);
            assertEquals(404, as(role, VKSTC).get(path).statusCode(), role);
        }
        Refusal.of(step(as("CHAIR", VKSTC), asked, "refuse", refusal()), 404, "not-found");
        as("CHAIR", VKSTC)
                .get(CASES + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.unitId == '%s' }".formatted(QNG_01.id()), equalTo(List.of()));
        as("CHAIR", QNG)
                .get(CASES + "?limit=1&unit=" + QNG_01.id())
                .then()
                .body("items.unitId", contains(QNG_01.id().toString()));
    }

    @Test
    void what_is_told_of_health_is_shown_for_a_purpose_only_and_who_asked_is_kept() {
        String note = "Điều trị nội trú " + UUID.randomUUID();
        Response asked = request(as("OFFICER", QNG), with("healthNote", note, household(QNG)));
        asked.then().statusCode(201).body("hasHealthNote", equalTo(true)).body("$", not(hasKey("healthNote")));
        String path = CASES + "/" + asked.path("id");
        as("CHAIR", QNG).get(path).then().statusCode(200).body("$", not(hasKey("healthNote")));
        Response whole = as("CHAIR", QNG).get(path + "?purpose=Duyệt hồ sơ");
        whole.then().statusCode(200).body("healthNote", equalTo(note)).header("ETag", not(asked.header("ETag")));
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + asked.path("id"))
                .then()
                .statusCode(200)
                .body("items.purpose", hasItem("Duyệt hồ sơ"));
        as("CHAIR", VKSTC).get(path + "?purpose=Duyệt hồ sơ").then().statusCode(404);
        assertEquals(
                List.of(),
                sql.list(
                        "select state::text from change where aggregate_id = ? and state::text like ?",
                        row -> row.getString(1),
                        UUID.fromString(asked.path("id")),
                        "%nội trú%"));
        assertEquals(
                List.of(),
                sql.list(
                        "select case_id from support_case where case_id = ? and position(?::bytea in health_note) > 0",
                        row -> row.getObject(1, UUID.class),
                        UUID.fromString(asked.path("id")),
                        "nội trú".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void each_step_has_its_role_and_its_place() {
        Response asked = request(as("OFFICER", QNG), household(QNG));
        Refusal.of(step(as("CHAIR", QNG), asked, "verify", null), 403, "forbidden");
        Refusal.of(step(as("OFFICER", QNG), asked, "refuse", refusal()), 403, "forbidden");
        Refusal.of(step(as("CASHIER", QNG), asked, "pay", payment("CASH")), 409, "support-not-in-that-state");
        Map<String, Object> proposal = Map.of("fundId", fund, "amount", 300);
        Refusal.of(step(as("ACCOUNTANT", QNG), asked, "propose", proposal), 409, "support-not-in-that-state");
        Refusal.of(step(as("CHAIR", QNG), asked, "approve", resolution()), 409, "support-not-in-that-state");
        Response refused = step(as("CHAIR", QNG), asked, "refuse", refusal());
        refused.then().statusCode(200).body("refusal", equalTo("Đã được hỗ trợ"));
        Refusal.of(step(as("OFFICER", QNG), refused, "withdraw", null), 409, "support-not-in-that-state");
    }

    private static Map<String, Object> refusal() {
        return Map.of("reason", "Đã được hỗ trợ");
    }

    private static Map<String, @Nullable Object> with(String field, Object value, Map<String, @Nullable Object> form) {
        form.put(field, value);
        return form;
    }

    /// One person with two roles.
    private static String accounts(String role, String other) {
        return QNG.account(role) + "," + QNG.account(other);
    }

    private static RequestSpecification by(String account) {
        return given().auth().oauth2(Tokens.of(account));
    }
}
