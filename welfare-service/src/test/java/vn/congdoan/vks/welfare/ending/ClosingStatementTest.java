package vn.congdoan.vks.welfare.ending;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.drive.DriveRequests;

/// That nothing is left of a unit is stated when nothing is, and stays true.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ClosingStatementTest {

    private static final String STATEMENTS = "/api/v1/closing-statements";

    private static final List<String> BEGUN = List.of(
            "support_case",
            "support_programme",
            "care_commitment",
            "proposal",
            "contribution_plan",
            "drive",
            "insurance_policy",
            "contribution_import");

    @Inject
    Sql sql;

    private UUID unit = UUID.randomUUID();

    @BeforeEach
    void a_section() {
        unit = EndingUnit.stands(sql, QNG);
    }

    /// What was begun here, and nobody was told of.
    @AfterEach
    void nothing_stays() {
        for (String table : BEGUN) {
            sql.change("delete from " + table + " where unit_id = ?", unit);
        }
    }

    @Test
    void it_says_where_all_money_went_and_that_the_sums_are_equal() {
        String from = fund(QNG, Map.of("unitId", unit));
        String to = fund(QNG);
        give(as("ACCOUNTANT", QNG), contribution(from, Map.of("kind", "ANONYMOUS"), 1_000));
        give(as("ACCOUNTANT", QNG), contribution(to, Map.of("kind", "ANONYMOUS"), 40));
        EndingUnit.ends(sql, unit, QNG);
        moved(from, to);
        Response stated = state(unit);
        stated.then()
                .statusCode(201)
                .body("unitIds", contains(unit.toString()))
                .body("amount", equalTo(1_000))
                .body("funds.fundId", contains(from))
                .body("funds.toFundId", contains(to))
                .body("funds.before", contains(1_040))
                .body("funds.after", contains(1_040));
        as("CHAIR", VKSTC)
                .get(stated.header("Location"))
                .then()
                .statusCode(200)
                .body("$", equalTo(stated.jsonPath().getMap("$")));
        as("CHAIR", NAN).get(stated.header("Location")).then().statusCode(404);
        as("CHAIR", QNG)
                .get(STATEMENTS + "?limit=1&unit=" + unit)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(stated.path("id")));
    }

    @Test
    void everything_that_is_left_is_named_with_its_count() {
        String first = fund(QNG, Map.of("unitId", unit));
        fund(QNG, Map.of("unitId", unit));
        begun("support_case", """
                insert into support_case (case_id, version, owner_union_id, unit_id, kind, beneficiary_kind, requested_on,
                    status, recorded_at, created_as)
                values (?, 0, ?, ?, 'ILLNESS', 'MEMBER', '2024-01-01', 'VERIFIED', now(), 'x')
                """);
        begun("support_programme", """
                insert into support_programme (programme_id, version, owner_union_id, unit_id, fund_id, kind, name, groups,
                    listed_on, amount, status, recorded_at, created_as)
                values (?, 0, ?, ?, gen_random_uuid(), 'OTHER', 'Tết', '{MEMBERS}', '2024-01-01', 1, 'LISTED', now(), 'x')
                """);
        begun("care_commitment", """
                insert into care_commitment (commitment_id, version, owner_union_id, unit_id, kind, beneficiary_kind, fund_id,
                    amount, every_months, first_due_on, amount_of_year, written_on, status, recorded_at, created_as)
                values (?, 0, ?, ?, 'HERO_MOTHER_CARE', 'HOUSEHOLD', gen_random_uuid(), 1, 1, '2024-01-01', 12, '2024-01-01',
                    'PROPOSED', now(), 'x')
                """);
        begun("proposal", """
                insert into proposal (proposal_id, version, owner_union_id, unit_id, superior_body, title, proposed_on, stage,
                    round, recorded_at, changed_at, created_as)
                values (?, 0, ?, ?, 'Công đoàn Viên chức Việt Nam', 'Đề nghị', '2024-01-01', 'DRAFT', 0, now(), now(), 'x')
                """);
        begun("contribution_plan", """
                insert into contribution_plan (plan_id, version, owner_union_id, unit_id, fund_id, name, due_on, status,
                    recorded_at, created_as)
                values (?, 0, ?, ?, gen_random_uuid(), 'Một ngày lương', '2024-01-01', 'OPEN', now(), 'x')
                """);
        begun("drive", """
                insert into drive (drive_id, version, owner_union_id, unit_id, fund_id, name, opens_on, closes_on, recorded_at,
                    created_as)
                values (?, 0, ?, ?, gen_random_uuid(), 'Quyên góp', '2024-01-01', '2999-01-01', now(), 'x')
                """);
        begun("insurance_policy", """
                insert into insurance_policy (policy_id, version, owner_union_id, unit_id, insurer, policy_number, covers,
                    begins_on, ends_on, premium, insured, recorded_at, created_as)
                values (?, 0, ?, ?, 'Bảo hiểm', gen_random_uuid()::text, 'Thân thể', '2024-01-01', '2999-01-01', 1, 1, now(), 'x')
                """);
        imported();
        EndingUnit.ends(sql, unit, QNG);
        Response refused = state(unit);
        Refusal.of(refused, 422, "rule-broken", "/unitIds", "something-left");
        refused.then().body("errors", hasSize(9));
        as("CHAIR", QNG)
                .get(STATEMENTS + "/left?unit=" + unit)
                .then()
                .statusCode(200)
                .body(
                        "left.what",
                        contains(
                                "FUNDS",
                                "SUPPORT_CASES",
                                "SUPPORT_PROGRAMMES",
                                "CARE_COMMITMENTS",
                                "PROPOSALS",
                                "CONTRIBUTION_PLANS",
                                "DRIVES",
                                "INSURANCE",
                                "IMPORTS"))
                .body("left.count", contains(2, 1, 1, 1, 1, 1, 1, 1, 1));
        moved(first, fund(QNG));
        as("CHAIR", QNG).get(STATEMENTS + "/left?unit=" + unit).then().body("left[0].count", equalTo(1));
        as("CHAIR", VKSTC).get(STATEMENTS + "/left?unit=" + unit).then().statusCode(404);
    }

    @Test
    void nothing_is_begun_any_more_for_a_unit_that_is_closed() {
        String open = fund(QNG);
        EndingUnit.ends(sql, unit, QNG);
        state(unit).then().statusCode(201);
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .body(Map.of(
                                "unitId",
                                unit,
                                "kind",
                                "OTHER",
                                "name",
                                "Quỹ sau kết thúc",
                                "passThrough",
                                false,
                                "purposes",
                                List.of("OTHER"),
                                "opensOn",
                                "2026-01-01",
                                "takesOutsideDonors",
                                false))
                        .post("/api/v1/funds"),
                409,
                "unit-closed");
        Map<String, @Nullable Object> drive = DriveRequests.drive(QNG, open);
        drive.put("unitId", unit);
        Refusal.of(
                as("ACCOUNTANT", QNG)
                        .contentType("application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(drive)
                        .post("/api/v1/drives"),
                409,
                "unit-closed");
        Refusal.of(state(unit), 409, "unit-closed", "/unitIds/0", "unit-closed-already");
    }

    @Test
    void one_statement_closes_several_units_of_one_union_that_have_ended() {
        UUID other = EndingUnit.stands(sql, QNG);
        EndingUnit.ends(sql, unit, QNG);
        Refusal.of(state(unit, other), 422, "rule-broken", "/unitIds/1", "unit-not-ended");
        EndingUnit.ends(sql, other, QNG);
        UUID foreign = EndingUnit.stands(sql, NAN);
        EndingUnit.ends(sql, foreign, QNG);
        Refusal.of(state(unit, foreign), 422, "rule-broken", "/unitIds/1", "of-another-union");
        state(unit, other).then().statusCode(201).body("unitIds", hasItems(unit.toString(), other.toString()));
    }

    @Test
    void an_accountant_states_it_once() {
        EndingUnit.ends(sql, unit, QNG);
        String path = STATEMENTS + "/" + UUID.randomUUID();
        Map<String, Object> form = Map.of("unitIds", List.of(unit));
        Refusal.of(put(as("CHAIR", QNG), path, form), 403, "forbidden");
        Refusal.of(put(as("ACCOUNTANT", QNG_01), path, form), 403, "forbidden", "/unitIds/0", "unit-out-of-scope");
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(201);
        put(as("ACCOUNTANT", QNG), path, form).then().statusCode(200).body("unitIds", hasItem(unit.toString()));
        Refusal.of(
                put(as("ACCOUNTANT", QNG), path, Map.of("unitIds", List.of(UUID.randomUUID()))),
                403,
                "forbidden",
                "/unitIds/0",
                "unit-out-of-scope");
    }

    private void begun(String table, String statement) {
        assertEquals(1, sql.change(statement, UUID.randomUUID(), QNG.id(), unit), table);
    }

    private void imported() {
        UUID file = UUID.randomUUID();
        sql.change("""
                insert into contribution_import (import_id, version, owner_union_id, unit_id, fund_id, layout_id, date_column,
                    amount_column, method, status, rows, uploaded_by, recorded_at, touched_at, created_as)
                values (?, 0, ?, ?, gen_random_uuid(), gen_random_uuid(), 'A', 'B', 'BANK', 'OPEN', 1, 'x', now(), now(), 'x')
                """, file, QNG.id(), unit);
        sql.change("""
                insert into contribution_import_row (contribution_id, transfer_id, import_id, owner_union_id, line, status)
                values (gen_random_uuid(), gen_random_uuid(), ?, ?, 1, 'UNMATCHED')
                """, file, QNG.id());
    }

    private static void moved(String from, String to) {
        put(
                        as("ACCOUNTANT", QNG),
                        "/api/v1/fund-moves/" + UUID.randomUUID(),
                        Map.of(
                                "fromFundId",
                                from,
                                "toFundId",
                                to,
                                "date",
                                "2025-07-01",
                                "decision",
                                EndingUnit.decision()))
                .then()
                .statusCode(201);
    }

    private static Response state(UUID... units) {
        return put(as("ACCOUNTANT", QNG), STATEMENTS + "/" + UUID.randomUUID(), Map.of("unitIds", List.of(units)));
    }
}
