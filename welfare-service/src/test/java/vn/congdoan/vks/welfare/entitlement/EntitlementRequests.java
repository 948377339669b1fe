package vn.congdoan.vks.welfare.entitlement;

import static vn.congdoan.vks.welfare.MoneyRequests.as;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about entitlements as people send them, and the people who are entitled.
public final class EntitlementRequests {

    static final String RULES = "/api/v1/entitlement-rules";
    static final String EVENTS = "/api/v1/life-events";
    static final String ENTITLEMENTS = "/api/v1/entitlements";

    private EntitlementRequests() {}

    static Map<String, @Nullable Object> ruleForm(Organization union, String reason, @Nullable String kind, int days) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", union.id());
        form.put("reason", reason);
        form.put("kind", kind);
        form.put("validFrom", "2015-01-01");
        form.put("withinDays", days);
        form.put("legalBasis", "Quy chế chi tiêu nội bộ");
        form.put("decision", Map.of("number", "03/NQ-BCH", "date", "2014-12-20"));
        return form;
    }

    public static Response rule(Organization union, String reason, String kind, int days) {
        return set(as("CHAIR", union), ruleForm(union, reason, kind, days));
    }

    static Response set(RequestSpecification caller, Map<String, @Nullable Object> form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(RULES);
    }

    public static Response note(Organization unit, UUID member, String kind, String day) {
        return note(as("OFFICER", unit), UUID.randomUUID(), noteForm(unit, member, kind, day));
    }

    static Map<String, @Nullable Object> noteForm(Organization unit, UUID member, String kind, String day) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("memberId", member);
        form.put("kind", kind);
        form.put("date", day);
        if (kind.equals("BEREAVEMENT")) {
            form.put("relation", "mẹ");
        } else {
            form.put("healthNote", "Điều trị nội trú");
        }
        return form;
    }

    static Response note(RequestSpecification caller, UUID id, Object form) {
        return caller.contentType("application/json")
                .header("If-None-Match", "*")
                .body(form)
                .put(EVENTS + "/" + id);
    }

    static Response step(RequestSpecification caller, Response before, String step, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", before.header("ETag"))
                .body(form)
                .post(EVENTS + "/" + before.path("id") + "/" + step);
    }

    static Response post(RequestSpecification caller, String path, @Nullable Object form) {
        RequestSpecification request =
                caller.header("Idempotency-Key", UUID.randomUUID().toString());
        if (form != null) {
            request.contentType("application/json").body(form);
        }
        return request.post(ENTITLEMENTS + "/" + path);
    }

    /// Somebody who is a member since 2010, or was one until a day.
    static UUID person(Sql sql, Organization unit, String name, @Nullable String until, @Nullable String endReason) {
        UUID id = UUID.randomUUID();
        Organization union = unit == Organization.NAN ? Organization.NAN : Organization.QNG;
        sql.change(
                """
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                values (?, 1, 1, ?, ?, ?, case when ?::text is null then 'ACTIVE' else 'ENDED' end,
                    jsonb_strip_nulls(jsonb_build_object('endReason', ?::text, 'placements', jsonb_build_array(
                        jsonb_build_object('unitId', ?::text, 'validFrom', '2010-01-01', 'validTo', ?::text)))))
                """,
                id,
                union.id(),
                unit.id(),
                name,
                until,
                endReason,
                unit.id().toString(),
                until);
        return id;
    }
}
