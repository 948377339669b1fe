package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.secrets.TestKeys;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

/// A union that moves to another node knows its statements there.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class MovedImportsTest {

    private static final ReadRow MOVEMENT =
            new ReadRow(2, true, LocalDate.of(2026, 2, 26), 100L, "", "", "FT1", null, null, null, null, List.of());

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @Inject
    KnownStatements statements;

    private ImportedGifts gifts;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        gifts = new ImportedGifts(sql);
    }

    @AfterEach
    void they_go_again() {
        gifts.leave();
    }

    @Test
    void what_was_imported_at_the_old_home_is_a_duplicate_at_the_new_one_and_can_be_undone() {
        String row = gifts.row("1.000", "", "Trần Thị Bình Kê", "");
        Response made = gifts.uploaded(row);
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        Response before = get(as("ACCOUNTANT", QNG), made);
        MovingContract.carry(QNG.id());
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(before.header("ETag")))
                .body("$", equalTo(before.jsonPath().getMap("$")));
        gifts.uploaded(row).then().body("totals.status", equalTo(List.of("DUPLICATE")));
        undo(as("ACCOUNTANT", QNG), before).then().statusCode(200).body("status", equalTo("UNDONE"));
        assertEquals(0, balance(QNG, gifts.fund));
    }

    @Test
    void the_key_of_the_union_is_the_same_under_the_master_key_of_another_node() {
        UnitId union = new UnitId(QNG.id());
        KnownStatements there = new KnownStatements(sql, json, TestKeys.master("of the node of the province"));
        QuarkusTransaction.begin();
        try {
            String here = statements.of(union).of(MOVEMENT);
            assertNotEquals(here, statements.of(new UnitId(NAN.id())).of(MOVEMENT));
            ObjectNode row =
                    json.createObjectNode().put("owner_union_id", QNG.id().toString());
            row.put(
                    "wrapped",
                    sql.one(
                                    "select wrapped::text from contribution_import_key where owner_union_id = ?",
                                    found -> found.getString(1),
                                    QNG.id())
                            .orElseThrow());
            statements.unseal(row);
            there.seal(row);
            sql.change(
                    "update contribution_import_key set wrapped = ? where owner_union_id = ?",
                    HexFormat.of().parseHex(row.path("wrapped").asText().substring(2)),
                    QNG.id());
            assertEquals(here, there.of(union).of(MOVEMENT));
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
