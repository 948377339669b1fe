package vn.congdoan.vks.membership.reorganization;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.local.stack.Waiting;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DueReorganizationsTest {

    private static final String PATH = "/api/v1/reorganizations/";

    @Inject
    DueReorganizations due;

    @Inject
    Sql sql;

    private static final Executor ON_ITS_OWN = task -> Thread.ofVirtual().start(task);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String code = Api.newCode();
    private final String admin = code + "-admin";

    @Test
    void what_is_scheduled_is_done_once_when_its_day_has_come_however_many_do_it() {
        String union = Api.union(code);
        String section = Api.section(admin, union, code + "-1");
        String id = scheduled(section);

        due.doDue();
        Api.as(admin).get(PATH + id).then().body("status", equalTo("SCHEDULED"));

        itsDayHasCome(id);
        CompletableFuture<?>[] instances = Stream.generate(() -> CompletableFuture.runAsync(due::doDue, ON_ITS_OWN))
                .limit(4)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(instances).join();

        Api.as(admin).get(PATH + id).then().body("status", equalTo("APPLIED"));
        Api.as(admin).get("/api/v1/units/" + section).then().body("name", equalTo("Tên mới"));
        assertEquals(
                1L,
                sql.one(
                                "select count(*) from unit_version where unit_id = ? and name = 'Tên mới'",
                                row -> row.getLong(1),
                                UUID.fromString(section))
                        .orElseThrow());
    }

    @Test
    void one_that_became_impossible_stays_scheduled_and_keeps_no_other_from_being_done() {
        String union = Api.union(code);
        String first = Api.section(admin, union, code + "-1");
        String second = Api.section(admin, union, code + "-2");
        String impossible = scheduled(first);
        String possible = scheduled(second);
        sql.change("update unit_version set valid_to = current_date - 10 where unit_id = ?", UUID.fromString(first));
        itsDayHasCome(impossible);
        itsDayHasCome(possible);

        due.doDue();

        due.doDue();

        Api.as(admin)
                .get(PATH + impossible)
                .then()
                .body("status", equalTo("SCHEDULED"))
                .body("refused.at", notNullValue())
                .body("refused.errors[0].pointer", equalTo("/predecessors/0"))
                .body("refused.errors[0].code", equalTo("unit-not-existing-then"));
        assertEquals(
                List.of("drafted", "scheduled", "refused"),
                happened(impossible),
                "tried twice, refused for the same reason");
        Api.as(admin).get(PATH + possible).then().body("status", equalTo("APPLIED"));
    }

    @Test
    void one_that_another_union_would_decide_by_now_is_not_done() {
        String mine = Api.union(code);
        String theirs = Api.union(Api.newCode());
        String section = Api.section(admin, mine, code + "-1");
        String id = scheduled(Map.of("kind", "DISSOLVE", "predecessors", List.of(section)));
        Map<String, Object> reparent = Map.of(
                "kind",
                "REPARENT",
                "effectiveDate",
                "2025-07-01",
                "decision",
                Map.of("number", "02/QĐ", "date", "2025-06-12"),
                "predecessors",
                List.of(section),
                "parentId",
                theirs);
        String moved = Api.create(Api.FIRST_ADMIN, "/api/v1/reorganizations", reparent)
                .statusCode(201)
                .extract()
                .path("id");
        Api.act(Api.FIRST_ADMIN, PATH + moved, "apply", Map.of()).statusCode(200);
        itsDayHasCome(id);

        due.doDue();

        Api.as(admin)
                .get(PATH + id)
                .then()
                .body("status", equalTo("SCHEDULED"))
                .body("refused.errors[0].code", equalTo("decided-by-another-union"));
        Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units/" + section)
                .then()
                .body("validTo", nullValue())
                .body("unionId", equalTo(theirs));
    }

    /// Its connection is killed while it waits for a member whom somebody else holds.
    @Test
    void one_that_was_killed_in_the_middle_was_not_done_at_all_and_is_done_whole_afterwards() {
        String union = Api.union(code, "OFFICER");
        String ending = Api.section(admin, union, code + "-1");
        String successor = Api.section(admin, union, code + "-2");
        String member = enrolled(ending);
        String id = scheduled(Map.of(
                "kind", "MERGE", "predecessors", List.of(ending), "successors", List.of(Map.of("unitId", successor))));
        itsDayHasCome(id);

        QuarkusTransaction.requiringNew().run(() -> {
            sql.one("select true from member where member_id = ? for update", row -> true, UUID.fromString(member));
            CompletableFuture<Void> applying = CompletableFuture.runAsync(due::doDue, ON_ITS_OWN);
            assertTrue(Waiting.until(this::killsWhoWaits, PATIENCE));
            applying.join();
        });
        Api.as(admin).get(PATH + id).then().body("status", equalTo("SCHEDULED"));
        Api.as(admin).get("/api/v1/units/" + ending).then().body("validTo", nullValue());
        Api.as(admin).get("/api/v1/members/" + member).then().body("unit.id", equalTo(ending));

        due.doDue();
        Api.as(admin).get(PATH + id).then().body("status", equalTo("APPLIED"));
        Api.as(admin).get("/api/v1/units/" + ending).then().body("validTo", notNullValue());
        Api.as(admin).get("/api/v1/members/" + member).then().body("unit.id", equalTo(successor));
    }

    @Test
    void what_it_does_on_its_day_stands_in_the_trail_under_the_name_of_whoever_ordered_it() {
        String union = Api.union(code, "OFFICER");
        String ending = Api.section(admin, union, code + "-1");
        String successor = Api.section(admin, union, code + "-2");
        String member = enrolled(ending);
        String id = scheduled(Map.of(
                "kind", "MERGE", "predecessors", List.of(ending), "successors", List.of(Map.of("unitId", successor))));
        itsDayHasCome(id);

        due.doDue();

        assertEquals(List.of("apply"), trail(admin, id, "apply"));
        assertEquals(List.of("ended"), trail(admin, ending, "ended"));
        assertEquals(List.of("move"), trail(admin, member, "move"));
    }

    private List<String> trail(String actor, String record, String action) {
        return sql.list(
                "select action from audit_entry where subject = ? and resource_id = ? and action = ?",
                row -> row.getString(1),
                actor,
                UUID.fromString(record),
                action);
    }

    private List<String> happened(String id) {
        assertTrue(Waiting.until(
                () -> sql.one(
                                        "select count(*) from change_pending where aggregate_id = ?",
                                        row -> row.getLong(1),
                                        UUID.fromString(id))
                                .orElseThrow()
                        == 0,
                PATIENCE));
        return sql.list(
                "select happened from change where aggregate_id = ? order by position",
                row -> row.getString(1),
                UUID.fromString(id));
    }

    private boolean killsWhoWaits() {
        return CompletableFuture.supplyAsync(() -> RunTimeRole.superuser()
                        .one("""
                                select pg_terminate_backend(pid) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock' and query like '%member%'
                                """, row -> row.getBoolean(1))
                        .orElse(false))
                .join();
    }

    private String enrolled(String unit) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> row = Map.of(
                "id",
                id,
                "unitId",
                unit,
                "fullName",
                "Nguyễn Văn An",
                "gender",
                "MALE",
                "birth",
                Map.of("year", 1980),
                "joinedOn",
                "2010-01-01");
        Api.create(code + "-officer", "/api/v1/members/enrolments", Map.of("items", List.of(row)))
                .statusCode(200);
        return id;
    }

    private String scheduled(String unit) {
        return scheduled(Map.of("kind", "RENAME", "predecessors", List.of(unit), "name", "Tên mới"));
    }

    private String scheduled(Map<String, ?> what) {
        LocalDate tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        Map<String, Object> form = new HashMap<>(what);
        form.put("effectiveDate", tomorrow.toString());
        form.put("decision", Map.of("number", "01/QĐ", "date", "2025-06-12"));
        String id = Api.create(admin, "/api/v1/reorganizations", form)
                .statusCode(201)
                .extract()
                .path("id");
        Api.act(admin, PATH + id, "apply", Map.of()).statusCode(200).body("status", equalTo("SCHEDULED"));
        return id;
    }

    private void itsDayHasCome(String id) {
        sql.change("""
                update reorganization set effective_date = current_date - 1,
                    form = jsonb_set(form, '{effectiveDate}', to_jsonb((current_date - 1)::text))
                where reorganization_id = ?
                """, UUID.fromString(id));
    }
}
