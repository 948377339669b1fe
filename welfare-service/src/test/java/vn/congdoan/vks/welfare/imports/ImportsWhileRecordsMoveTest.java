package vn.congdoan.vks.welfare.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.imports.ImportRequests.HEADERS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.LAYOUTS;
import static vn.congdoan.vks.welfare.imports.ImportRequests.confirm;
import static vn.congdoan.vks.welfare.imports.ImportRequests.correct;
import static vn.congdoan.vks.welfare.imports.ImportRequests.get;
import static vn.congdoan.vks.welfare.imports.ImportRequests.keep;
import static vn.congdoan.vks.welfare.imports.ImportRequests.layout;
import static vn.congdoan.vks.welfare.imports.ImportRequests.undo;
import static vn.congdoan.vks.welfare.imports.ImportRequests.upload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;

/// While a union's records move nobody writes them, working papers neither.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ImportsWhileRecordsMoveTest {

    private static final List<String> TABLES =
            List.of("contribution_layout", "contribution_import", "contribution_import_row", "contribution_import_key");

    @Inject
    Sql sql;

    @Inject
    ForgettingImports forgetting;

    private ImportedGifts gifts;

    @BeforeEach
    void a_fund_a_layout_and_some_members() {
        gifts = new ImportedGifts(sql);
    }

    @AfterEach
    void they_go_again() {
        sql.change("delete from home where union_id = ?", QNG.id());
        sql.change("update this_node set recovering = false");
        gifts.leave();
    }

    @Test
    void imports_stand_still() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""), gifts.row("2", "", "", ""));
        move();
        refused(upload(as("ACCOUNTANT", QNG), gifts.fund, gifts.layout, HEADERS + gifts.row("1", "", "", "")));
        refused(correct(as("ACCOUNTANT", QNG), made, List.of(Map.of("line", 3, "skip", true))));
        refused(confirm(as("ACCOUNTANT", QNG), made));
        refused(undo(as("ACCOUNTANT", QNG), made));
        get(as("ACCOUNTANT", QNG), made)
                .then()
                .statusCode(200)
                .header("ETag", equalTo(made.header("ETag")))
                .body("$", equalTo(made.jsonPath().getMap("$")));
        sql.change("delete from home where union_id = ?", QNG.id());
        confirm(as("ACCOUNTANT", QNG), made).then().statusCode(200);
        assertEquals(1_000, balance(QNG, gifts.fund));
    }

    @Test
    void layouts_stand_still() {
        Map<String, @Nullable Object> form = layout(QNG);
        Response made = keep(as("ACCOUNTANT", QNG), form);
        move();
        refused(keep(as("ACCOUNTANT", QNG), layout(QNG)));
        form.put("name", "Khác " + UUID.randomUUID());
        refused(as("ACCOUNTANT", QNG)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", made.header("ETag"))
                .body(form)
                .post(LAYOUTS + "/" + made.path("id") + "/replace"));
    }

    @Test
    void a_node_that_recovers_writes_no_imports() {
        sql.change("update this_node set recovering = true");
        Refusal.of(keep(as("ACCOUNTANT", QNG), layout(QNG)), 503, "node-recovers");
    }

    @Test
    void whoever_asked_before_the_records_had_gone_writes_nothing_afterwards() {
        gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        sql.change("insert into home (union_id, node) values (?, 'qng')", QNG.id());
        for (String table : TABLES) {
            String write = "update %s set owner_union_id = owner_union_id where owner_union_id = ?".formatted(table);
            PersistenceException refused =
                    assertThrows(PersistenceException.class, () -> sql.change(write, QNG.id()), table);
            SQLException cause = assertInstanceOf(SQLException.class, refused.getCause());
            assertEquals("VK001", cause.getSQLState(), table);
        }
    }

    @Test
    void whoever_moves_the_records_waits_for_those_who_write_papers() {
        String write = "update contribution_layout set name = name where owner_union_id = ?";
        String move = "select pg_try_advisory_xact_lock(hashtext('home'), hashtext(?::text))";
        Supplier<Boolean> isFree = () -> QuarkusTransaction.requiringNew()
                .call(() -> sql.one(move, row -> row.getBoolean(1), QNG.id().toString())
                        .orElseThrow());
        QuarkusTransaction.begin();
        try {
            assertTrue(isFree.get());
            sql.change(write, QNG.id());
            assertFalse(isFree.get());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void nothing_is_forgotten_on_the_way_and_the_old_home_forgets_as_ever() {
        Response made = gifts.uploaded(gifts.row("1.000", "", "Trần Thị Bình Kê", ""));
        sql.change(
                "update contribution_import set touched_at = now() - interval '91 days' where import_id = ?",
                UUID.fromString(made.path("id")));
        move();
        forget();
        get(as("ACCOUNTANT", QNG), made).then().body("", not(hasKey("forgottenAt")));
        sql.change("update home set node = 'qng', moving_to = null where union_id = ?", QNG.id());
        forget();
        get(as("ACCOUNTANT", QNG), made).then().body("", hasKey("forgottenAt"));
    }

    private void forget() {
        while (forgetting.forget() > 0) {
            // As the background does.
        }
    }

    private void move() {
        sql.change("insert into home (union_id, node, moving_to) values (?, 'central', 'qng')", QNG.id());
    }

    private static void refused(Response answer) {
        Refusal.of(answer, 503, "records-move");
    }
}
