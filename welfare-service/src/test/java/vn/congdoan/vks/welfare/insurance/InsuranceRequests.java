package vn.congdoan.vks.welfare.insurance;

import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.welfare.MoneyRequests;

/// Requests about group insurance, as people send them.
public final class InsuranceRequests {

    public static final String POLICIES = "/api/v1/insurance-policies";

    private InsuranceRequests() {}

    /// A fund for other purposes with some money at the bank.
    public static String fund(Organization owner, long money) {
        String fund = MoneyRequests.fund(owner, "purposes", List.of("OTHER"));
        fill(owner, fund, "BANK", money);
        return fund;
    }

    /// A policy for the year 2024, for everybody who is a member of the unit on its first day.
    public static Map<String, @Nullable Object> policy(Organization unit, @Nullable String fund) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("unitId", unit.id());
        form.put("insurer", "Bảo hiểm Minh Họa");
        form.put("number", "BHTT " + UUID.randomUUID());
        form.put("covers", "Tai nạn 24/24");
        form.put("validFrom", "2024-01-01");
        form.put("validTo", "2025-01-01");
        form.put("premium", 150);
        form.put("insureAll", true);
        if (fund != null) {
            form.put("fundId", fund);
        }
        return form;
    }

    public static Response conclude(RequestSpecification caller, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(POLICIES);
    }

    /// Does something with a policy, or with a claim under one, as it was last answered.
    public static Response step(RequestSpecification caller, Response before, String path, Object form) {
        return step(caller, UUID.randomUUID().toString(), before, path, form);
    }

    public static Response step(RequestSpecification caller, String key, Response before, String path, Object form) {
        return caller.header("Idempotency-Key", key)
                .header("If-Match", before.header("ETag"))
                .contentType("application/json")
                .body(form)
                .post(POLICIES + "/" + path);
    }

    public static Map<String, Object> premium(long amount) {
        return Map.of("amount", amount, "date", "2024-01-10", "method", "BANK", "voucher", "UNC 01/2024");
    }

    public static Map<String, Object> claim(UUID member, String eventOn) {
        return Map.of("memberId", member, "eventOn", eventOn, "date", "2024-12-20", "amount", 5_000);
    }

    /// Makes somebody a member of the unit from one day until another.
    ///
    /// @param until exclusive; null: until now
    public static UUID member(Sql sql, Organization unit, String from, @Nullable String until) {
        UUID id = UUID.randomUUID();
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                values (?, 1, 1, ?, ?, 'Người được bảo hiểm', case when ?::date is null then 'ACTIVE' else 'ENDED' end,
                    jsonb_build_object('placements', jsonb_build_array(jsonb_strip_nulls(jsonb_build_object(
                        'unitId', ?::uuid, 'validFrom', ?::date, 'validTo', ?::date)))))
                """, id, Organization.QNG.id(), unit.id(), until, unit.id(), from, until);
        return id;
    }

    /// Ends the membership on a day.
    public static void leaves(Sql sql, UUID member, String until) {
        sql.change("""
                update directory_member set status = 'ENDED',
                    state = jsonb_set(state, '{placements,0,validTo}', to_jsonb(?::text))
                where member_id = ?
                """, until, member);
    }
}
