package vn.congdoan.vks.welfare.fund;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.welfare.fund.FundRequests.FUNDS;
import static vn.congdoan.vks.welfare.fund.FundRequests.as;
import static vn.congdoan.vks.welfare.fund.FundRequests.created;
import static vn.congdoan.vks.welfare.fund.FundRequests.form;
import static vn.congdoan.vks.welfare.fund.FundRequests.post;
import static vn.congdoan.vks.welfare.fund.FundRequests.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class FundCreationTest {

    @Test
    void a_new_fund_has_an_address_and_a_version() {
        Map<String, @Nullable Object> form = form(QNG, "legalBasis", "Quy chế 2021");
        var answer = post(as("ACCOUNTANT", QNG).header("X-Request-Id", "seen-before-1"), form);
        answer.then()
                .statusCode(201)
                .header("ETag", "\"0-fund\"")
                .header("Location", matchesPattern(".*/api/v1/funds/[0-9a-f-]{14}7[0-9a-f-]{21}"))
                .header("X-Request-Id", "seen-before-1")
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Authorization, Accept-Language")
                .body("name", equalTo(form.get("name")))
                .body("legalBasis", equalTo("Quy chế 2021"))
                .body("purposes", contains("ILLNESS", "HARDSHIP"))
                .body("open", equalTo(true))
                .body("closesOn", nullValue());
        as("CHAIR", QNG)
                .get(answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", "\"0-fund\"")
                .body("$", equalTo(answer.jsonPath().getMap("$")));
    }

    @Test
    void text_is_kept_composed() {
        String id = created(form(QNG, "name", "Quy\u0303 thu\u031B\u0309 " + UUID.randomUUID()), QNG);
        as("CHAIR", QNG).get(FUNDS + "/" + id).then().body("name", matchesPattern("Quỹ thử .*"));
    }

    @Test
    void an_equal_creation_repeated_changes_nothing() {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> form = form(QNG);
        put(as("ACCOUNTANT", QNG), id, form).then().statusCode(201).header("ETag", "\"0-fund\"");
        put(as("ACCOUNTANT", QNG), id, form)
                .then()
                .statusCode(200)
                .header("ETag", "\"0-fund\"")
                .body("id", equalTo(id.toString()));
    }

    @Test
    void another_creation_under_a_used_id_is_refused() {
        UUID id = UUID.randomUUID();
        put(as("ACCOUNTANT", QNG), id, form(QNG)).then().statusCode(201);
        Refusal.of(put(as("ACCOUNTANT", QNG), id, form(QNG)), 412, "already-exists");
    }

    @Test
    void a_client_that_names_the_id_says_that_it_creates() {
        UUID id = UUID.randomUUID();
        var request = as("ACCOUNTANT", QNG).contentType("application/json").body(form(QNG));
        Refusal.of(request.put(FUNDS + "/" + id), 428, "precondition-required");
        Refusal.of(
                request.header("If-None-Match", "\"0-fund\"").put(FUNDS + "/" + id),
                400,
                "invalid-request",
                "If-None-Match",
                "must-be-a-star");
        Refusal.of(as("CHAIR", QNG).get(FUNDS + "/" + id), 404, "not-found");
    }

    @Test
    void a_name_is_given_once_on_the_same_days() {
        String name = "Quỹ Phòng chống thiên tai " + UUID.randomUUID();
        Map<String, @Nullable Object> form = form(QNG, "name", name);
        form.put("closesOn", "2022-12-31");
        created(form, QNG);
        form.put("opensOn", "2022-12-31");
        form.remove("closesOn");
        form.put("name", name.replace("Quỹ Phòng", "QUỸ PHÒNG"));
        Refusal.of(post(as("ACCOUNTANT", QNG), form), 409, "fund-name-taken", "/name", "taken");
        form.put("opensOn", "2023-01-01");
        created(form, QNG);
        form.put("unitId", QNG_02.id());
        created(form, QNG);
    }

    @Test
    void where_the_tone_is_written_makes_no_other_name() {
        Map<String, @Nullable Object> form = form(QNG);
        String suffix = " " + UUID.randomUUID();
        form.put("name", "Quỹ hòa bình" + suffix);
        created(form, QNG);
        form.put("name", "quỹ HOÀ bình" + suffix);
        Refusal.of(post(as("ACCOUNTANT", QNG), form), 409, "fund-name-taken", "/name", "taken");
        form.put("name", "Quỹ hỏa bình" + suffix);
        created(form, QNG);
    }

    @Test
    void of_many_who_give_one_name_at_once_one_succeeds() throws Exception {
        Map<String, @Nullable Object> form = form(QNG);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> attempt = () -> {
                var answer = post(as("ACCOUNTANT", QNG), form);
                return answer.statusCode() == 201 ? "created" : answer.path("code");
            };
            var outcomes = many
                    .invokeAll(IntStream.range(0, 8).mapToObj(each -> attempt).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .sorted()
                    .toList();
            List<String> expected = new ArrayList<>(Collections.nCopies(7, "fund-name-taken"));
            expected.addFirst("created");
            assertEquals(expected, outcomes);
        }
    }

    @Test
    void of_many_equal_creations_at_once_one_creates() throws Exception {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> form = form(QNG);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> attempt =
                    () -> put(as("ACCOUNTANT", QNG), id, form).statusCode();
            var statuses = many
                    .invokeAll(IntStream.range(0, 8).mapToObj(each -> attempt).toList())
                    .stream()
                    .map(each -> each.resultNow())
                    .sorted()
                    .toList();
            assertEquals(List.of(200, 200, 200, 200, 200, 200, 200, 201), statuses);
        }
    }

    @Test
    void problems_are_told_in_vietnamese_unless_english_is_wanted() {
        Map<String, @Nullable Object> form = form(QNG);
        created(form, QNG);
        post(as("ACCOUNTANT", QNG), form)
                .then()
                .header("Content-Language", "vi")
                .body("title", equalTo("Trùng tên quỹ"));
        post(as("ACCOUNTANT", QNG).header("Accept-Language", "fr, en-GB;q=0.8, vi;q=0.5"), form)
                .then()
                .header("Content-Language", "en")
                .body("title", equalTo("Name already taken"));
    }

    @Test
    void a_creation_stands_in_the_audit_trail_without_values() {
        String id = created(form(QNG), QNG);
        as("INSPECTOR", QNG)
                .get("/api/v1/audit?subject=" + id)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].action", equalTo("create"))
                .body("items[0].resourceType", equalTo("fund"))
                .body("items[0].actor.subject", equalTo("ACCOUNTANT@QNG"))
                .body("items[0].unitId", equalTo(QNG.id().toString()))
                .body("items[0].changed", hasItem("name"));
    }
}
