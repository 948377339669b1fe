package vn.congdoan.vks.welfare.fund;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;
import static vn.congdoan.vks.welfare.fund.FundRequests.FUNDS;
import static vn.congdoan.vks.welfare.fund.FundRequests.as;
import static vn.congdoan.vks.welfare.fund.FundRequests.created;
import static vn.congdoan.vks.welfare.fund.FundRequests.form;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundListTest {

    private static final String LIST = FUNDS + "?unit=" + VKSTC_01.id();

    @Test
    void shows_open_funds_first_each_in_the_order_of_creation_while_others_are_added() {
        String closedFirst = closed();
        String openFirst = created(form(VKSTC_01), VKSTC);
        String closedSecond = closed();
        // A client's own ids need not ascend: the order is that of creation all the same.
        String openSecond =
                UUID.fromString("00000000-0000-4000-8000-000000000001").toString();
        FundRequests.put(as("ACCOUNTANT", VKSTC), UUID.fromString(openSecond), form(VKSTC_01))
                .then()
                .statusCode(201);
        String openThird = created(form(VKSTC_01), VKSTC);
        List<String> expected = List.of(openFirst, openSecond, openThird, closedFirst, closedSecond);

        as("CHAIR", VKSTC)
                .get(LIST)
                .then()
                .statusCode(200)
                .body("items.id", contains(expected.toArray()))
                .body("items.open", contains(true, true, true, false, false));

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as("CHAIR", VKSTC).get(LIST + "&limit=2" + next).jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            if (seen.size() <= 4) {
                created(form(VKSTC_01), VKSTC);
                closed();
            }
            assertTrue(seen.size() < 50, "paging does not end");
        }
        assertEquals(seen.size(), new HashSet<>(seen).size(), "a fund was shown twice");
        assertEquals(expected, seen.stream().filter(expected::contains).toList());
        assertFalse(seen.isEmpty());
    }

    @Test
    void shows_funds_of_one_kind() {
        String id = created(form(VKSTC, "kind", "EPIDEMIC"), VKSTC);
        as("CHAIR", VKSTC).get(FUNDS + "?kind=EPIDEMIC").then().body("items.id", contains(id));
        as("CHAIR", VKSTC).get(FUNDS + "?kind=OTHER").then().body("items.size()", equalTo(0));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String audit = as("INSPECTOR", VKSTC).get("/api/v1/audit?limit=1").path("next");
        created(form(VKSTC), VKSTC);
        Refusal.of(
                as("CHAIR", VKSTC).get(FUNDS + "?cursor=" + (audit == null ? "AAAA" : audit)),
                400,
                "invalid-request",
                "?cursor",
                "invalid-cursor");
    }

    private static String closed() {
        Map<String, @Nullable Object> form = form(VKSTC_01);
        form.put("closesOn", "2023-12-31");
        return created(form, VKSTC);
    }
}
