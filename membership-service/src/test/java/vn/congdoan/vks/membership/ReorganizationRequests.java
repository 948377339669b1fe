package vn.congdoan.vks.membership;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// Requests around reorganizations, as the tests of them make them.
final class ReorganizationRequests {

    static final String REORGANIZATIONS = "/api/v1/reorganizations";
    static final String DAY = "2025-07-01";

    private ReorganizationRequests() {}

    static List<String> enrol(String by, String unit, int members) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < members; row++) {
            rows.add(row(unit, Map.of()));
        }
        return enrol(by, rows);
    }

    static void enrol(String by, String unit, Map<String, ?> more) {
        enrol(by, List.of(row(unit, more)));
    }

    static List<String> enrol(String by, List<Map<String, Object>> rows) {
        Api.create(by, "/api/v1/members/enrolments", Map.of("items", rows))
                .statusCode(200)
                .body("items.findAll { it.outcome != 'CREATED' }", empty());
        return rows.stream().map(row -> (String) row.get("id")).toList();
    }

    static Map<String, Object> row(String unit, Map<String, ?> more) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "unitId",
                unit,
                "fullName",
                "Nguyễn Văn An",
                "gender",
                "MALE",
                "birth",
                Map.of("year", 1980),
                "joinedOn",
                "2010-01-01",
                "placedSince",
                "2010-01-01"));
        row.putAll(more);
        return row;
    }

    static String unit(String code) {
        return Api.as(Api.FIRST_ADMIN)
                .get("/api/v1/units?code=" + code)
                .then()
                .extract()
                .path("items[0].id");
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    static Map<String, Object> mergeInto(List<String> predecessors, Map<String, Object> founded) {
        return form("MERGE", predecessors, Map.of("successors", List.of(Map.of("founded", founded))));
    }

    static Map<String, Object> merge(List<String> predecessors, String successor) {
        return form("MERGE", predecessors, Map.of("successors", List.of(Map.of("unitId", successor))));
    }

    static Map<String, Object> dissolve(String unit) {
        return form("DISSOLVE", List.of(unit), Map.of());
    }

    static Map<String, Object> founded(String id, String parent, String code) {
        return Map.of("id", id, "kind", "SECTION", "parentId", parent, "code", code, "name", "Bộ phận " + code);
    }

    static Map<String, Object> form(String kind, List<String> predecessors, Map<String, ?> more) {
        Map<String, Object> form = new HashMap<>(Map.of(
                "kind",
                kind,
                "effectiveDate",
                DAY,
                "decision",
                Map.of("number", "01/QĐ", "date", "2025-06-12"),
                "predecessors",
                predecessors));
        form.putAll(more);
        return form;
    }

    static ValidatableResponse draft(String by, Map<String, Object> form, int status) {
        return Api.create(by, REORGANIZATIONS, form).statusCode(status);
    }

    static ValidatableResponse apply(String by, Map<String, Object> form) {
        return apply(by, form, 200).body("status", equalTo("APPLIED"));
    }

    static ValidatableResponse apply(String by, Map<String, Object> form, int status) {
        String id = draft(by, form, 201).extract().path("id");
        return Api.act(by, REORGANIZATIONS + "/" + id, "apply", Map.of()).statusCode(status);
    }

    static ValidatableResponse statistics(String by, String unit, String day) {
        return Api.as(by)
                .get("/api/v1/units/" + unit + "/statistics?asOf=" + day)
                .then()
                .statusCode(200);
    }

    /// What a node tells of its part.
    static Map<String, Object> reported(String id, String node, String status, List<Map<String, Object>> errors) {
        return Map.of(
                "reorganizationId",
                id,
                "node",
                node,
                "status",
                status,
                "errors",
                errors,
                "taken",
                List.of(),
                "recordedAt",
                "2026-11-22T08:00:00Z",
                "reportedAt",
                "2026-11-22T08:00:00Z");
    }

    /// Whose units and members are.
    static List<String> owners(Sql sql, List<String> records) {
        return sql.list(
                "select coalesce(owner_of('member', told.id), owner_of('unit', told.id))::text from unnest(?) as told (id)",
                row -> row.getString(1),
                (Object) records.stream().map(UUID::fromString).toArray(UUID[]::new));
    }

    /// The last day of a unit.
    static List<String> ends(Sql sql, String unit) {
        return sql.list(
                "select coalesce(max(valid_to)::text, 'null') from unit_version where unit_id = ?",
                row -> row.getString(1),
                UUID.fromString(unit));
    }
}
