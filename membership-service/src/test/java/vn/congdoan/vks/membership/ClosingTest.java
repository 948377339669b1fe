package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.membership.ReorganizationRequests.DAY;
import static vn.congdoan.vks.membership.ReorganizationRequests.REORGANIZATIONS;
import static vn.congdoan.vks.membership.ReorganizationRequests.apply;
import static vn.congdoan.vks.membership.ReorganizationRequests.dissolve;
import static vn.congdoan.vks.membership.ReorganizationRequests.draft;
import static vn.congdoan.vks.membership.ReorganizationRequests.enrol;
import static vn.congdoan.vks.membership.ReorganizationRequests.form;
import static vn.congdoan.vks.membership.ReorganizationRequests.merge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Gone;
import vn.congdoan.vks.platform.subscription.Subscription;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Refusal;

/// The end of a unit is final when its members are placed, its assignments ended, its books closed and its documents
/// handed over.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class ClosingTest {

    private static final String HANDOVERS = "/api/v1/document-handovers/";

    @Inject
    @Any
    Instance<Subscription> subscriptions;

    @Inject
    ObjectMapper json;

    private final String code = Api.newCode();
    private final String admin = code + "-admin";
    private final String officer = code + "-officer";

    @Test
    void a_unit_that_stands_shows_what_its_end_would_leave() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        enrol(officer, section, 2);
        Api.grant(admin, code + "-section", "CHAIR", section).statusCode(201);
        kit(section)
                .body("endedOn", nullValue())
                .body("complete", equalTo(false))
                .body(
                        "parts.part",
                        contains(
                                "MEMBERS_PLACED",
                                "ASSIGNMENTS_ENDED",
                                "FUNDS_EMPTY",
                                "CASES_CLOSED",
                                "DOCUMENTS_HANDED_OVER"))
                .body("parts.complete", contains(false, false, false, false, false))
                .body("parts[0].left", equalTo(2))
                .body("parts[1].left", equalTo(1));
    }

    @Test
    void a_dissolution_is_final_when_the_kits_of_all_its_units_are_complete() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String group = Api.section(admin, section, code + "-1-1", "GROUP", "2000-01-01");
        enrol(officer, group, 1);
        String id = apply(admin, dissolve(section)).extract().path("id");

        Response refused = finish(admin, id);
        Refusal.of(refused, 422, "rule-broken", "", "books-not-closed");
        refused.then()
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "books-not-closed",
                                "documents-not-handed-over",
                                "books-not-closed",
                                "documents-not-handed-over"));
        handOver(officer, section, group, union).then().statusCode(201);
        stated(List.of(section), 1_000, 1_000);
        stated(List.of(group), 0, 0);
        Api.as(admin)
                .get(REORGANIZATIONS + "/" + id + "/closing")
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("finalAt", nullValue())
                .body("units.unit.code", containsInAnyOrder(code + "-1", code + "-1-1"))
                .body("units.books.amount", containsInAnyOrder(1_000, 0));
        Refusal.of(finish(officer, id), 403, "forbidden");
        Refusal.of(
                Api.as(admin).body(Map.of()).post(REORGANIZATIONS + "/" + id + "/finish"),
                428,
                "precondition-required");
        finish(admin, id)
                .then()
                .statusCode(200)
                .body("status", equalTo("APPLIED"))
                .body("finalAt", notNullValue());
        Refusal.of(finish(admin, id), 409, "reorganization-final-already");
    }

    @Test
    void balances_that_differ_keep_it_from_being_final() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String id = apply(admin, dissolve(section)).extract().path("id");
        handOver(officer, section, section, union).then().statusCode(201);
        UUID statement = stated(List.of(section), 1_000, 999);
        kit(section)
                .body("complete", equalTo(false))
                .body("books.balanced", equalTo(false))
                .body("parts[2].complete", equalTo(false))
                .body("parts[3].complete", equalTo(true));
        Refusal.of(finish(admin, id), 422, "rule-broken", "", "balances-differ");
        QuarkusTransaction.requiringNew().run(() -> closings().forget(List.of(new Gone(statement, 1, 0))));
        kit(section).body("books", nullValue());
    }

    @Test
    void a_merged_union_is_closed_by_the_people_of_its_successor() {
        String other = Api.newCode();
        String successor = Api.union(code, "OFFICER");
        String ending = Api.union(other, "OFFICER");
        enrol(other + "-officer", ending, 2);
        String id = apply(Api.FIRST_ADMIN, merge(List.of(ending), successor))
                .extract()
                .path("id");
        kit(ending).body("endedOn", equalTo(DAY)).body("parts.complete", contains(true, true, false, false, false));
        handOver(officer, ending, ending, successor).then().statusCode(201);
        stated(List.of(ending), 48_500_000, 48_500_000);
        kit(ending)
                .body("complete", equalTo(true))
                .body("books.funds", equalTo(1))
                .body("books.amount", equalTo(48_500_000))
                .body("parts.complete", contains(true, true, true, true, true));
        finish(Api.FIRST_ADMIN, id).then().statusCode(200).body("finalAt", notNullValue());
    }

    @Test
    void what_ends_no_unit_or_is_not_applied_does_not_become_final() {
        String union = Api.union(code, "OFFICER");
        String section = Api.section(admin, union, code + "-1");
        String named = apply(admin, form("RENAME", List.of(section), Map.of("name", "Tên mới")))
                .extract()
                .path("id");
        Refusal.of(finish(admin, named), 409, "reorganization-ends-nothing");
        String drafted = draft(admin, dissolve(section), 201).extract().path("id");
        Refusal.of(finish(admin, drafted), 409, "reorganization-closed");
    }

    @Test
    void documents_are_handed_over_once_to_a_unit_that_stands() {
        String union = Api.union(code, "OFFICER", "CHAIR");
        String section = Api.section(admin, union, code + "-1");
        String other = Api.newCode();
        String foreign = Api.union(other, "OFFICER");
        Refusal.of(handOver(code + "-chair", section, section, union), 403, "forbidden");
        Refusal.of(
                handOver(other + "-officer", section, section, union),
                403,
                "forbidden",
                "/unitIds/0",
                "unit-out-of-scope");
        Refusal.of(
                handOver(officer, section, section, UUID.randomUUID().toString()),
                422,
                "rule-broken",
                "/toUnitId",
                "unit-not-existing-then");
        Response made = handOver(officer, section, section, union);
        made.then()
                .statusCode(201)
                .body("documents.title", contains("Sổ biên bản", "Con dấu"))
                .body("documents.quantity", contains(3, 1))
                .body("handedOverBy", equalTo("Nguyễn Văn Minh Họa"));
        Api.as(officer).get(made.header("Location")).then().statusCode(200).body("receivedBy", notNullValue());
        Api.as(Api.FIRST_ADMIN)
                .get(made.header("Location"))
                .then()
                .statusCode(200)
                .body("documents", hasSize(2))
                .body("receivedBy", nullValue());
        Api.as(other + "-officer").get(made.header("Location")).then().statusCode(404);
        Api.as(other + "-officer")
                .get("/api/v1/units/" + section + "/closing")
                .then()
                .statusCode(404);
        kit(foreign).statusCode(200);
    }

    private ValidatableResponse kit(String unit) {
        return Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units/" + unit + "/closing")
                .then()
                .statusCode(200);
    }

    private static Response finish(String by, String id) {
        String tag = Api.as(Api.FIRST_ADMIN).get(REORGANIZATIONS + "/" + id).getHeader("ETag");
        return Api.as(by).header("If-Match", tag).body(Map.of()).post(REORGANIZATIONS + "/" + id + "/finish");
    }

    static Response handOver(String by, String unit, String another, String to) {
        return Api.as(by)
                .header("If-None-Match", "*")
                .body(Map.of(
                        "unitIds",
                        unit.equals(another) ? List.of(unit) : List.of(unit, another),
                        "toUnitId",
                        to,
                        "date",
                        "2025-07-10",
                        "documents",
                        List.of(
                                Map.of("title", "Sổ biên bản", "quantity", 3),
                                Map.of("title", "Con dấu", "quantity", 1)),
                        "handedOverBy",
                        "Nguyễn Văn Minh Họa",
                        "receivedBy",
                        "Trần Thị Minh Họa"))
                .put(HANDOVERS + UUID.randomUUID());
    }

    private Subscription closings() {
        return subscriptions.stream()
                .filter(each -> each.topic().equals("vks.welfare.closing-statement"))
                .findFirst()
                .orElseThrow();
    }

    /// What welfare-service tells: each unit had one fund in cash, which went into an empty one.
    private UUID stated(List<String> units, long moved, long after) {
        UUID id = UUID.randomUUID();
        Map<String, Long> nothing = Map.of("cash", 0L, "bank", 0L, "owed", 0L);
        Event event = new Event(
                UUID.randomUUID(),
                "vn.congdoan.vks.welfare.closing-statement.stated",
                id,
                new Position(1, 1),
                0,
                Instant.now(),
                json.valueToTree(Map.of(
                        "unitIds",
                        units,
                        "statedOn",
                        "2025-07-15",
                        "funds",
                        units.stream()
                                .map(unit -> Map.of(
                                        "unitId",
                                        unit,
                                        "moved",
                                        Map.of("cash", moved, "bank", 0L, "owed", 0L),
                                        "before",
                                        nothing,
                                        "after",
                                        Map.of("cash", after, "bank", 0L, "owed", 0L)))
                                .toList())));
        QuarkusTransaction.requiringNew().run(() -> closings().take(List.of(event)));
        return id;
    }
}
