package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
class EnrolmentsTest {

    @Inject
    Sql sql;

    private final String code = Api.newCode();
    private final String officer = code + "-officer";

    @Test
    void each_row_succeeds_or_is_rejected_by_itself() {
        String union = Api.union(code, "OFFICER");
        String other = Api.union(Api.newCode());
        Map<String, Object> first = row(union, "051185000001");
        List<Object> rows = List.of(
                first,
                row(other, "051185000002"),
                with(row(union, "051185000003"), "birth", Map.of("year", "x")),
                with(row(union, "051185000004"), "khongCo", 1),
                with(row(union, "051185000005"), "joinedOn", "2190-01-01"),
                row(union, "051185000001"),
                first,
                "not an object",
                with(row(union, "051185000006"), "placedSince", "1999-12-31"),
                row(union, "051185000007"));

        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .body(
                        "items.outcome",
                        equalTo(List.of(
                                "CREATED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "REJECTED",
                                "CREATED")))
                .body("items[1].errors[0].pointer", equalTo("/unitId"))
                .body("items[2].errors[0].pointer", equalTo("/birth/year"))
                .body("items[3].errors[0].pointer", equalTo("/khongCo"))
                .body("items[4].errors.pointer", hasItem("/joinedOn"))
                .body("items[5].errors[0].pointer", equalTo("/citizenId"))
                .body("items[6].errors[0].pointer", equalTo("/id"))
                .body("items[8].errors[0].pointer", equalTo("/placedSince"));
        Api.as(officer).get("/api/v1/units/" + union + "/statistics").then().body("own.members", equalTo(2));
    }

    @Test
    void a_citizen_id_that_does_not_fit_the_person_is_taken_with_a_warning() {
        String union = Api.union(code, "OFFICER");

        Api.create(
                        officer,
                        "/api/v1/members/enrolments",
                        Map.of("items", List.of(row(union, "051079000030"), row(union, "003185000031"))))
                .body("items.outcome", equalTo(List.of("CREATED", "CREATED")))
                .body("items[0].warnings", empty())
                .body("items[1].errors", empty())
                .body(
                        "items[1].warnings.code",
                        equalTo(List.of(
                                "citizen-id-unknown-place", "citizen-id-other-sex", "citizen-id-other-birth-year")));
    }

    @Test
    void a_repeated_enrolment_changes_nothing() {
        String union = Api.union(code, "OFFICER");
        Map<String, Object> row = row(union, "051185000010");
        Map<String, Object> request = Map.of("items", List.of(row));

        Api.create(officer, "/api/v1/members/enrolments", request).body("items[0].outcome", equalTo("CREATED"));
        Api.create(officer, "/api/v1/members/enrolments", request).body("items[0].outcome", equalTo("UNCHANGED"));
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of(with(row, "position", "Khác"))))
                .body("items[0].outcome", equalTo("REJECTED"))
                .body("items[0].errors[0].code", equalTo("already-exists"));
    }

    @Test
    void more_than_a_thousand_rows_are_refused_whole() {
        String union = Api.union(code, "OFFICER");

        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", Collections.nCopies(1001, row(union, null))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/items"));
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of()))
                .statusCode(400);
    }

    @Test
    void sensitive_data_is_not_readable_in_the_database() {
        String union = Api.union(code, "OFFICER");
        Map<String, Object> row =
                with(with(row(union, "051185000020"), "address", "Hẻm Bí Mật"), "religion", "Cao Đài");
        Api.create(officer, "/api/v1/members/enrolments", Map.of("items", List.of(row)))
                .body("items[0].outcome", equalTo("CREATED"));

        String stored = sql.one(
                        "select member::text || encode(sealed, 'escape') || person_key::text"
                                + " from member join person_key using (member_id) where member_id = ?",
                        found -> found.getString(1),
                        UUID.fromString(String.valueOf(row.get("id"))))
                .orElseThrow();

        for (String secret : List.of("051185000020", "Hẻm Bí Mật", "Cao Đài")) {
            assertFalse(stored.contains(secret), secret);
            assertFalse(stored.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static Map<String, Object> row(String union, @Nullable String citizenId) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID(),
                "unitId",
                union,
                "fullName",
                "Phạm Văn Đông",
                "gender",
                "MALE",
                "birth",
                Map.of("year", 1979),
                "joinedOn",
                "2004-05-01",
                "source",
                "Sổ đoàn viên"));
        if (citizenId != null) {
            row.put("citizenId", citizenId);
        }
        return row;
    }

    private static Map<String, Object> with(Map<String, Object> row, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(row);
        changed.put(field, value);
        return changed;
    }
}
