package vn.congdoan.vks.membership;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;

/// Requests around transfers, as the tests of them make them: from a union `<code>` to another one.
final class TransferRequests {

    static final String TRANSFERS = "/api/v1/transfers";
    static final String INTRODUCED = "2025-02-10";

    private TransferRequests() {}

    static Map<String, Object> form(String member, String target) {
        return new HashMap<>(Map.of(
                "memberId",
                member,
                "targetUnitId",
                target,
                "introduction",
                Map.of("number", "12/GGT-CĐVKS", "date", INTRODUCED, "signer", "Chủ tịch Công đoàn")));
    }

    static ValidatableResponse request(String officer, String member, String target) {
        return Api.create(officer, TRANSFERS, form(member, target));
    }

    /// The address of a transfer that waits for an answer.
    static String pending(String officer, String member, String target) {
        return TRANSFERS + "/"
                + request(officer, member, target).statusCode(201).extract().path("id");
    }

    static ValidatableResponse accept(String chair, String transfer, String since) {
        return Api.act(chair, transfer, "accept", Map.of("effectiveDate", since));
    }

    /// Where a member was placed, since when, until when: in their order.
    static List<String> placements(Sql sql, String member) {
        return sql.list("""
                select unit_id || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-') || ' ' || began_as || ' '
                       || coalesce(ended_as, '-')
                from placement where member_id = ? order by valid_from
                """, row -> row.getString(1), UUID.fromString(member));
    }
}
