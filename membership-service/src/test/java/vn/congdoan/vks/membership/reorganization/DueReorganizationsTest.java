package vn.congdoan.vks.membership.reorganization;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.Api;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.time.BusinessTime;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class DueReorganizationsTest {

    private static final String PATH = "/api/v1/reorganizations/";

    @Inject
    DueReorganizations due;

    @Inject
    Sql sql;

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
        CompletableFuture<?>[] instances = Stream.generate(() -> CompletableFuture.runAsync(due::doDue))
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

        Api.as(admin).get(PATH + impossible).then().body("status", equalTo("SCHEDULED"));
        Api.as(admin).get(PATH + possible).then().body("status", equalTo("APPLIED"));
    }

    private String scheduled(String unit) {
        LocalDate tomorrow = LocalDate.now(BusinessTime.ZONE).plusDays(1);
        String id = Api.create(
                        admin,
                        "/api/v1/reorganizations",
                        Map.of(
                                "kind",
                                "RENAME",
                                "effectiveDate",
                                tomorrow.toString(),
                                "decision",
                                Map.of("number", "01/QĐ", "date", "2025-06-12"),
                                "predecessors",
                                List.of(unit),
                                "name",
                                "Tên mới"))
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
