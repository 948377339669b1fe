package vn.congdoan.vks.welfare.programme;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.PROGRAMMES;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.approval;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.approved;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.list;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.payment;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.programme;
import static vn.congdoan.vks.welfare.programme.ProgrammeRequests.step;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;
import static vn.congdoan.vks.welfare.support.SupportRequests.limit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Changes;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.welfare.PaymentsFromElsewhere;
import vn.congdoan.vks.welfare.PeopleOfUnits;

/// Who may do what with a programme, what a person may get, and what comes back late.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ProgrammeDutiesTest {

    private static final String FAMILY = "Chương Trình";

    @Inject
    Sql sql;

    @Inject
    Changes changes;

    @Inject
    @Any
    Instance<Replica> replicas;

    private String fund = "";
    private UUID one = new UUID(0, 0);
    private UUID two = new UUID(0, 0);

    @BeforeEach
    void a_fund_and_some_people() {
        fund = fund(QNG);
        fill(QNG, fund, "BANK", 3_000);
        List<UUID> people = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 2);
        one = people.getFirst();
        two = people.getLast();
    }

    @AfterEach
    void they_go_again() {
        PeopleOfUnits.leave(sql, FAMILY);
    }

    @Test
    void what_is_found_to_be_paid_after_a_restore_is_told_to_others_too() {
        Response approved = approved(QNG_02, QNG, fund);
        comesBack(one);
        Response settled = step(as("CASHIER", QNG), approved, "pay", to(one));
        settled.then().statusCode(200).body("paid", equalTo(1));
        changes.catchUp();
        assertEquals(
                List.of("paid 1"),
                sql.list(
                        "select happened || ' ' || (state->>'paid') from change where aggregate_id = ? order by position desc limit 1",
                        row -> row.getString(1),
                        UUID.fromString(settled.path("id"))));
        assertEquals(2_998, balance(QNG, fund));
    }

    @Test
    void whoever_takes_somebody_off_the_list_neither_approves_nor_pays() {
        Response listed = list(as("OFFICER", QNG), programme(QNG_02, fund));
        String both = QNG.account("OFFICER") + "," + QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response shorter = step(by(both), listed, "leave-out", Map.of("memberIds", List.of(two)));
        shorter.then().statusCode(200);
        Refusal.of(step(by(both), shorter, "approve", approval()), 403, "duties-not-separate");
        Response approved = step(as("CHAIR", QNG), shorter, "approve", approval());
        approved.then().statusCode(200);
        Refusal.of(step(by(both), approved, "pay", payment()), 403, "duties-not-separate");
    }

    @Test
    void money_that_comes_back_after_the_end_is_booked_and_nobody_is_due_again() {
        Response approved = approved(QNG_02, QNG, fund);
        Response paid = step(as("CASHIER", QNG), approved, "pay", to(one));
        Response closed = step(as("ACCOUNTANT", QNG), paid, "close", null);
        closed.then().statusCode(200).body("status", equalTo("CLOSED")).body("paid", equalTo(1));
        assertEquals(2_998, balance(QNG, fund));
        Response returned = step(as("CASHIER", QNG), closed, "return", back(one));
        returned.then().statusCode(200).body("status", equalTo("CLOSED")).body("paid", equalTo(0));
        assertEquals(3_000, balance(QNG, fund));
        as("CHAIR", QNG).get(FUNDS + "/" + fund).then().body("balances.promised", equalTo(0));
        state(returned, one, "ENDED");
        Refusal.of(
                step(as("CASHIER", QNG), returned, "return", back(one)), 422, "rule-broken", "/memberId", "not-paid");
    }

    @Test
    void whoever_may_not_pay_does_not_take_back_either() {
        String lister = QNG.account("OFFICER") + "," + QNG.account("CASHIER");
        Response approved = step(as("CHAIR", QNG), list(by(lister), programme(QNG_02, fund)), "approve", approval());
        Response paid = step(as("CASHIER", QNG), approved, "pay", to(one));
        Refusal.of(step(by(lister), paid, "return", back(one)), 403, "duties-not-separate");
        assertEquals(2_998, balance(QNG, fund));
    }

    @Test
    void who_was_paid_before_a_restore_is_not_paid_again_and_the_others_are() {
        Response approved = approved(QNG_02, QNG, fund);
        int listed = approved.path("listed");
        comesBack(one);
        assertEquals(2_998, balance(QNG, fund));
        Response paid = step(as("CASHIER", QNG), approved, "pay", payment());
        paid.then().statusCode(200).body("paid", equalTo(listed));
        assertEquals(3_000 - 2 * listed, balance(QNG, fund));
        state(paid, one, "PAID");
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/entries?account=EXPENSE&limit=200")
                .then()
                .body("items.paysFor.id.unique()", equalTo(List.of((String) paid.path("id"))))
                .body("items.paysFor.kind.unique()", equalTo(List.of("SUPPORT_PROGRAMME")));
    }

    @Test
    void what_was_paid_before_a_restore_can_come_back() {
        Response approved = approved(QNG_02, QNG, fund);
        comesBack(one);
        step(as("CASHIER", QNG), approved, "return", back(one))
                .then()
                .statusCode(200)
                .body("paid", equalTo(0));
        assertEquals(3_000, balance(QNG, fund));
    }

    @Test
    void a_programme_gives_nobody_more_than_the_union_has_set() {
        String ofNan = fund(NAN, "purposes", List.of("ILLNESS"));
        fill(NAN, ofNan, "BANK", 3_000);
        PeopleOfUnits.join(sql, NAN_01, NAN, FAMILY, 3);
        limit("CHAIR", NAN, Map.of("kind", "ILLNESS", "perCase", 60, "perPersonAndYear", 100))
                .then()
                .statusCode(201);
        Refusal.of(list(as("OFFICER", NAN), relief(ofNan, 61)), 422, "rule-broken", "/amount", "above-the-limit");
        Response first = list(as("OFFICER", NAN), relief(ofNan, 50));
        int many = first.path("listed");
        Response second = list(as("OFFICER", NAN), relief(ofNan, 50));
        Response third = list(as("OFFICER", NAN), relief(ofNan, 1));
        step(as("CHAIR", NAN), first, "approve", approval()).then().statusCode(200);
        step(as("CHAIR", NAN), second, "approve", approval()).then().statusCode(200);
        Refusal.of(
                step(as("CHAIR", NAN), third, "approve", approval()),
                422,
                "rule-broken",
                "",
                "some-above-the-yearly-limit");
        as("CHAIR", NAN).get(FUNDS + "/" + ofNan).then().body("balances.promised", equalTo(100 * many));
    }

    private static Map<String, @Nullable Object> relief(String fund, int amount) {
        Map<String, @Nullable Object> form = programme(NAN_01, fund);
        form.put("kind", "ILLNESS");
        form.put("amount", amount);
        return form;
    }

    private static Map<String, Object> to(UUID member) {
        Map<String, Object> form = new HashMap<>(payment());
        form.put("memberIds", List.of(member));
        return form;
    }

    private static Map<String, Object> back(UUID member) {
        return Map.of("memberId", member, "text", "Sai số tài khoản");
    }

    private static RequestSpecification by(String accounts) {
        return given().auth().oauth2(Tokens.of(accounts));
    }

    private static void state(Response programme, UUID member, String state) {
        as("CHAIR", QNG)
                .get(PROGRAMMES + "/" + programme.path("id") + "/beneficiaries?limit=200")
                .then()
                .body("items.find { it.memberId == '%s' }.state".formatted(member), equalTo(state));
    }

    /// A payment that the backup did not have comes back from another node.
    private void comesBack(UUID member) {
        UUID line = sql.one(
                        "select line_id from programme_line where member_id = ? and state = 'DUE'",
                        row -> row.getObject(1, UUID.class),
                        member)
                .orElseThrow();
        PaymentsFromElsewhere.comesBack(replicas, QNG, fund, line.toString(), "BANK", 2, "2024-02-02");
    }
}
