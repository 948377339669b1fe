package vn.congdoan.vks.welfare.payfile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.put;
import static vn.congdoan.vks.welfare.imports.ImportRequests.WORKBOOK;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.ACCOUNTS;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.FILES;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.account;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.answer;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.content;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.drawUp;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.drawn;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.exported;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.file;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.give;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.lines;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.paid;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.payee;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.result;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.step;
import static vn.congdoan.vks.welfare.payfile.PaymentFileRequests.tell;
import static vn.congdoan.vks.welfare.support.SupportRequests.CASES;
import static vn.congdoan.vks.welfare.support.SupportRequests.approved;
import static vn.congdoan.vks.welfare.support.SupportRequests.fill;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.platform.testing.RunTimeRole;
import vn.congdoan.vks.platform.testing.Tokens;
import vn.congdoan.vks.welfare.PeopleOfUnits;
import vn.congdoan.vks.welfare.imports.ImportRequests;
import vn.congdoan.vks.welfare.programme.ProgrammeRequests;
import vn.congdoan.vks.welfare.support.SupportRequests;

/// What is due is paid through a bank, once, and the books say what the bank says.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class PaymentFileTest {

    private static final String FAMILY = "Chi Hộ";

    /// More than are booked in one stroke.
    private static final int MANY = 1_100;

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
        fill(QNG, fund, "BANK", 5_000);
    }

    @AfterEach
    void they_go_again() {
        RunTimeRole.superuser().change("drop trigger if exists cut_here on transfer");
        PeopleOfUnits.leave(sql, FAMILY);
    }

    @Test
    void a_case_and_a_programme_are_paid_on_the_banks_day_with_the_banks_number() {
        List<UUID> people = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 3);
        give(QNG, "MEMBER", people);
        Response programme = ProgrammeRequests.approved(QNG_02, QNG, fund);
        int listed = programme.path("listed");
        String one = supported(300);
        Response file = exported(
                QNG, fund, List.of(paid("SUPPORT_CASE", one), paid("SUPPORT_PROGRAMME", programme.path("id"))));
        file.then()
                .body("status", equalTo("EXPORTED"))
                .body("lines", equalTo(4))
                .body("amount", equalTo(306))
                .body("withoutAccount", equalTo(listed - 3))
                .body("totals.open", equalTo(4));
        List<String> references = lines(as("CASHIER", QNG), file, "").path("items.reference");
        String rows = "";
        for (int each = 0; each < references.size(); each++) {
            rows += "02/02/2024;FT%d-%s;%s;MBVCB %s TRO CAP;;\n"
                    .formatted(
                            each,
                            one,
                            each == 0 ? "300" : "2",
                            references.get(each).toLowerCase(Locale.ROOT));
        }
        Response told = answer(as("CASHIER", QNG), file, ImportRequests.kept(QNG), "", rows);
        told.then().statusCode(200).body("totals.answered", equalTo(4)).body("totals.paid", equalTo(0));
        assertEquals(5_000, balance(QNG, fund));
        step(as("CASHIER", QNG), told, "reconcile", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("RECONCILED"))
                .body("totals.paid", equalTo(4))
                .body("totals.paidAmount", equalTo(306))
                .body("totals.open", equalTo(0));
        assertEquals(5_000 - 306, balance(QNG, fund));
        as("CHAIR", QNG)
                .get(CASES + "/" + one)
                .then()
                .body("status", equalTo("PAID"))
                .body("paidOn", equalTo("2024-02-02"))
                .body("voucher", equalTo("UNC 03/2024; FT0-" + one));
        as("CHAIR", QNG)
                .get(ProgrammeRequests.PROGRAMMES + "/" + programme.path("id"))
                .then()
                .body("paid", equalTo(3));
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/entries?account=EXPENSE&limit=200")
                .then()
                .body("items", hasSize(4))
                .body("items.date.unique()", contains("2024-02-02"))
                .body("items.method.unique()", contains("BANK"))
                .body(
                        "items.paysFor.kind",
                        containsInAnyOrder(
                                "SUPPORT_CASE", "SUPPORT_PROGRAMME", "SUPPORT_PROGRAMME", "SUPPORT_PROGRAMME"));
    }

    @Test
    void what_is_in_a_file_is_in_no_other_one_and_paid_by_nobody_else() {
        Response approved = approved(QNG, fund, 300);
        String one = approved.path("id");
        give(QNG, "SUPPORT_CASE", List.of(one));
        Response drawn = drawn(QNG, fund, List.of(paid("SUPPORT_CASE", one)));
        Refusal.of(
                drawUp(as("ACCOUNTANT", QNG), file(fund, List.of(paid("SUPPORT_CASE", one)))),
                422,
                "rule-broken",
                "/pays/0",
                "in-a-payment-file");
        Refusal.of(
                SupportRequests.step(as("CASHIER", QNG), approved, "pay", SupportRequests.payment("BANK")),
                409,
                "in-a-payment-file");
        Refusal.of(SupportRequests.step(as("OFFICER", QNG), approved, "withdraw", null), 409, "in-a-payment-file");
        assertEquals(5_000, balance(QNG, fund));
        step(as("ACCOUNTANT", QNG), drawn, "cancel", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("totals.freed", equalTo(1));
        SupportRequests.step(as("CASHIER", QNG), approved, "pay", SupportRequests.payment("BANK"))
                .then()
                .statusCode(200);
    }

    @Test
    void who_is_in_a_file_is_left_out_of_what_a_programme_pays_otherwise() {
        List<UUID> people = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, 2);
        give(QNG, "MEMBER", people);
        Response programme = ProgrammeRequests.approved(QNG_02, QNG, fund);
        int listed = programme.path("listed");
        exported(QNG, fund, List.of(paid("SUPPORT_PROGRAMME", programme.path("id"))));
        Response others = ProgrammeRequests.step(as("CASHIER", QNG), programme, "pay", ProgrammeRequests.payment());
        others.then().statusCode(200).body("paid", equalTo(listed - 2));
        Refusal.of(ProgrammeRequests.step(as("ACCOUNTANT", QNG), others, "close", null), 409, "in-a-payment-file");
    }

    @Test
    void three_people_draw_up_approve_and_export() {
        String all = QNG.account("ACCOUNTANT") + "," + QNG.account("CHAIR") + "," + QNG.account("CASHIER");
        Response drawn = put(
                RestAssured.given().auth().oauth2(Tokens.of(all)),
                FILES + "/" + UUID.randomUUID(),
                file(fund, List.of(paid("SUPPORT_CASE", supported(300)))));
        drawn.then().statusCode(201);
        Refusal.of(
                step(RestAssured.given().auth().oauth2(Tokens.of(all)), drawn, "approve", null),
                403,
                "duties-not-separate");
        Response approved = step(as("CHAIR", QNG), drawn, "approve", null);
        approved.then().statusCode(200);
        Refusal.of(
                step(RestAssured.given().auth().oauth2(Tokens.of(all)), approved, "export", null),
                403,
                "duties-not-separate");
        Refusal.of(content(as("CASHIER", QNG), approved, "text/csv"), 409, "payment-file-not-in-that-state");
        Response exported = step(as("CASHIER", QNG), approved, "export", null);
        exported.then().statusCode(200);
        String reference = lines(as("CASHIER", QNG), exported, "").path("items[0].reference");
        Refusal.of(
                tell(RestAssured.given().auth().oauth2(Tokens.of(all)), exported, result(reference, "PAID")),
                403,
                "duties-not-separate");
    }

    @Test
    void what_was_exported_stays_the_same_to_the_octet() throws Exception {
        String one = supported(300);
        Response file = exported(QNG, fund, List.of(paid("SUPPORT_CASE", one)));
        Response first = content(as("CASHIER", QNG), file, "text/csv");
        first.then().statusCode(200).header("Content-Disposition", not(nullValue()));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(first.asByteArray());
        file.then().body("digest", equalTo(HexFormat.of().formatHex(digest)));
        byte[] workbook = content(as("CASHIER", QNG), file, WORKBOOK).asByteArray();
        give(as("ACCOUNTANT", QNG), QNG, List.of(payee("SUPPORT_CASE", one, account("999999999", "Ai Khác"))))
                .then()
                .statusCode(200);
        assertArrayEquals(
                first.asByteArray(),
                content(as("CASHIER", QNG), file, "text/csv").asByteArray());
        assertArrayEquals(workbook, content(as("CASHIER", QNG), file, WORKBOOK).asByteArray());
        MovingContract.carry(QNG.id());
        assertArrayEquals(
                first.asByteArray(),
                content(as("CASHIER", QNG), file, "text/csv").asByteArray());
        as("CHAIR", QNG)
                .get(ACCOUNTS + "/SUPPORT_CASE/" + one + "?purpose=Kiểm tra")
                .then()
                .statusCode(200)
                .body("account.number", equalTo("999999999"));
    }

    @Test
    void what_failed_and_what_came_back_is_due_again() {
        String one = supported(300);
        String two = supported(200);
        Response file = exported(QNG, fund, List.of(paid("SUPPORT_CASE", one), paid("SUPPORT_CASE", two)));
        List<String> references = lines(as("CASHIER", QNG), file, "").path("items.reference");
        Response told =
                tell(as("CASHIER", QNG), file, result(references.get(0), "PAID"), result(references.get(1), "FAILED"));
        Response reconciled = step(as("CASHIER", QNG), told, "reconcile", null);
        reconciled
                .then()
                .statusCode(200)
                .body("status", equalTo("RECONCILED"))
                .body("totals.paid", equalTo(1))
                .body("totals.failed", equalTo(1));
        Response again = drawn(QNG, fund, List.of(paid("SUPPORT_CASE", caseOf(file, 1))));
        again.then().body("lines", equalTo(1));
        Refusal.of(
                tell(as("CASHIER", QNG), reconciled, result(references.get(1), "PAID")),
                422,
                "rule-broken",
                "/results/0/outcome",
                "settled-otherwise");
        Response returned = tell(as("CASHIER", QNG), reconciled, result(references.get(0), "RETURNED"));
        returned.then().statusCode(200);
        long before = balance(QNG, fund);
        step(as("CASHIER", QNG), returned, "reconcile", null)
                .then()
                .statusCode(200)
                .body("totals.returned", equalTo(1))
                .body("totals.paid", equalTo(0));
        assertEquals(5_000, balance(QNG, fund));
        assertEquals(5_000 - before, (int) lines(as("CASHIER", QNG), file, "").path("items[0].amount"));
        as("CHAIR", QNG).get(CASES + "/" + caseOf(file, 0)).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void what_settles_nothing_is_listed_and_settles_nothing() {
        Response file = exported(
                QNG, fund, List.of(paid("SUPPORT_CASE", supported(300)), paid("SUPPORT_CASE", supported(300))));
        List<String> references = lines(as("CASHIER", QNG), file, "").path("items.reference");
        String rows = "02/02/2024;FT1;30;%s;;\n".formatted(references.get(0))
                + "02/02/2024;FT2;300;%s;;\n".formatted(references.get(1))
                + "02/02/2024;FT3;300;%s;;\n".formatted(references.get(1))
                + "02/02/2024;FT4;11;phi chuyen tien;;\n"
                + "hom qua;FT5;300;%s;;\n".formatted(references.get(0))
                + "02/02/2024;FT6;;lai tien gui;;\n";
        Response told = answer(as("CASHIER", QNG), file, ImportRequests.kept(QNG), "", rows);
        told.then().statusCode(200).body("totals.answered", equalTo(1));
        as("CASHIER", QNG)
                .get(FILES + "/" + file.path("id") + "/unmatched")
                .then()
                .body("items.row", contains(2, 4, 5, 6))
                .body("items.rule", contains("amount-differs", "told-twice", "no-reference", "unreadable"))
                .body("items[0].reference", equalTo(references.get(0)))
                .body("items[0].amount", equalTo(30));
        lines(as("CASHIER", QNG), file, "&answered=false").then().body("items.reference", contains(references.get(0)));
        step(as("CASHIER", QNG), told, "reconcile", null)
                .then()
                .body("status", equalTo("EXPORTED"))
                .body("totals.paid", equalTo(1))
                .body("totals.open", equalTo(1));
        assertEquals(4_700, balance(QNG, fund));
    }

    @Test
    void a_file_of_results_says_what_failed_and_why() {
        Response file = exported(
                QNG, fund, List.of(paid("SUPPORT_CASE", supported(300)), paid("SUPPORT_CASE", supported(300))));
        List<String> references = lines(as("CASHIER", QNG), file, "").path("items.reference");
        Map<String, Object> layout = new LinkedHashMap<>(ImportRequests.layout(QNG));
        layout.put(
                "columns",
                Map.of(
                        "date",
                        "Ngày",
                        "amount",
                        "Ghi có",
                        "reference",
                        "Số CT",
                        "description",
                        "Nội dung",
                        "note",
                        "Mã"));
        String kept = ImportRequests.keep(as("ACCOUNTANT", QNG), layout).path("id");
        String rows = "02/02/2024;FT1;300;%s;;THANH CONG\n".formatted(references.get(0))
                + "02/02/2024;FT2;300;%s;;Sai tên người hưởng\n".formatted(references.get(1));
        Response told = answer(as("CASHIER", QNG), file, kept, "&paid=Thành công", rows);
        step(as("CASHIER", QNG), told, "reconcile", null)
                .then()
                .body("status", equalTo("RECONCILED"))
                .body("totals.paid", equalTo(1))
                .body("totals.failed", equalTo(1));
        lines(as("CASHIER", QNG), file, "&state=FAILED")
                .then()
                .body("items.reason", contains("Sai tên người hưởng"))
                .body("items.reference", contains(references.get(1)));
    }

    @Test
    void a_file_that_the_bank_may_have_is_given_up_by_a_decision_only() {
        String one = supported(300);
        Response file = exported(QNG, fund, List.of(paid("SUPPORT_CASE", one)));
        String reference = lines(as("CASHIER", QNG), file, "").path("items[0].reference");
        Refusal.of(step(as("ACCOUNTANT", QNG), file, "cancel", null), 409, "payment-file-not-in-that-state");
        Map<String, Object> decision =
                Map.of("decision", Map.of("number", "07/QĐ-CĐVKS", "date", "2024-02-03"), "reason", "Ngân hàng đã hủy");
        Response told = tell(as("CASHIER", QNG), file, result(reference, "FAILED"));
        Refusal.of(step(as("CHAIR", QNG), told, "call-back", decision), 409, "payment-file-answered");
        Response another = exported(QNG, fund, List.of(paid("SUPPORT_CASE", supported(100))));
        step(as("CHAIR", QNG), another, "call-back", decision)
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"))
                .body("decision.number", equalTo("07/QĐ-CĐVKS"))
                .body("reason", equalTo("Ngân hàng đã hủy"))
                .body("totals.freed", equalTo(1));
    }

    @Test
    void whatever_is_cut_off_pays_each_once() {
        List<UUID> people = PeopleOfUnits.join(sql, QNG_02, QNG, FAMILY, MANY);
        give(QNG, "MEMBER", people);
        Response programme = ProgrammeRequests.approved(QNG_02, QNG, fund);
        Response file = exported(QNG, fund, List.of(paid("SUPPORT_PROGRAMME", programme.path("id"))));
        file.then().body("lines", equalTo(MANY));
        sql.change(
                "update payment_file_line set answer = 'PAID', answered_on = '2024-02-02' where file_id = ?",
                UUID.fromString(file.path("id")));
        cutOff(500);
        step(as("CASHIER", QNG), file, "reconcile", null);
        assertEquals(5_000, balance(QNG, fund));
        assertEquals(0, booked());
        cutOff(1_050);
        step(as("CASHIER", QNG), file, "reconcile", null);
        assertEquals(1_000, booked());
        RunTimeRole.superuser().change("drop trigger cut_here on transfer");
        step(as("CASHIER", QNG), file, "reconcile", null)
                .then()
                .statusCode(200)
                .body("status", equalTo("RECONCILED"))
                .body("totals.paid", equalTo(MANY));
        step(as("CASHIER", QNG), file, "reconcile", null).then().statusCode(200);
        assertEquals(MANY, booked());
        assertEquals(5_000 - 2 * MANY, balance(QNG, fund));
        as("CHAIR", QNG)
                .get(ProgrammeRequests.PROGRAMMES + "/" + programme.path("id"))
                .then()
                .body("paid", equalTo(MANY));
    }

    @Test
    void bank_details_are_shown_for_a_purpose_only_and_kept_sealed() {
        String one = supported(300);
        Refusal.of(as("ACCOUNTANT", QNG).get(ACCOUNTS + "/SUPPORT_CASE/" + one), 400, "invalid-request");
        as("ACCOUNTANT", QNG)
                .get(ACCOUNTS + "/SUPPORT_CASE/" + one + "?purpose=Lập lệnh chi")
                .then()
                .statusCode(200)
                .body("account.number", equalTo("001100000000"));
        as("CHAIR", NAN)
                .get(ACCOUNTS + "/SUPPORT_CASE/" + one + "?purpose=Lập lệnh chi")
                .then()
                .statusCode(404);
        assertEquals(
                1,
                sql.one(
                                "select count(*) from audit_entry where resource_id = ? and action = 'read-sensitive' and purpose = 'Lập lệnh chi'",
                                row -> row.getInt(1),
                                UUID.fromString(one))
                        .orElseThrow());
        assertEquals(
                0,
                sql.one(
                                "select count(*) from payee_account where position('001100000000'::bytea in sealed) > 0",
                                row -> row.getInt(1))
                        .orElseThrow());
        Response drawn = drawn(QNG, fund, List.of(paid("SUPPORT_CASE", one)));
        lines(as("CHAIR", QNG), drawn, "").then().body("items[0].account", nullValue());
        lines(as("CHAIR", QNG), drawn, "&purpose=Kiểm tra lệnh chi")
                .then()
                .body("items[0].account.number", equalTo("001100000000"));
    }

    @Test
    void only_payees_of_the_own_union_have_accounts_and_only_what_is_due_is_paid() {
        Refusal.of(
                give(
                        as("ACCOUNTANT", QNG),
                        QNG,
                        List.of(
                                payee("MEMBER", NAN.member(), account("0011", "A")),
                                payee("SUPPORT_CASE", UUID.randomUUID(), account("0011", "中文")))),
                422,
                "rule-broken",
                "/accounts/0/payeeId",
                "unknown-payee");
        Response unapproved = SupportRequests.request(as("OFFICER", QNG), SupportRequests.household(QNG));
        String noAccount = approved(QNG, fund, 100).path("id");
        Refusal.of(
                drawUp(as("ACCOUNTANT", QNG), file(fund, List.of(paid("SUPPORT_CASE", unapproved.path("id"))))),
                422,
                "rule-broken",
                "/pays/0",
                "nothing-due");
        Refusal.of(
                drawUp(as("ACCOUNTANT", QNG), file(fund, List.of(paid("SUPPORT_CASE", noAccount)))),
                422,
                "rule-broken",
                "/pays",
                "payees-without-account");
        Refusal.of(
                drawUp(as("ACCOUNTANT", QNG), file(fund(QNG), List.of(paid("SUPPORT_CASE", noAccount)))),
                422,
                "rule-broken",
                "/pays/0",
                "due-by-another-fund");
        Response drawn = drawn(QNG, fund, List.of(paid("SUPPORT_CASE", supported(100))));
        as("CHAIR", VKSTC).get(FILES + "/" + drawn.path("id")).then().statusCode(404);
        as("CHAIR", QNG).get(FILES + "?status=DRAFT&unit=" + QNG.id()).then().body("items.id", hasItem((String)
                drawn.path("id")));
    }

    /// A case whose money is kept back, for a household whose account is known.
    private String supported(long amount) {
        String id = approved(QNG, fund, amount).path("id");
        give(QNG, "SUPPORT_CASE", List.of(id));
        return id;
    }

    private static String caseOf(Response file, int line) {
        List<String> causes =
                new ArrayList<>(lines(as("CASHIER", QNG), file, "").path("items.causeId"));
        return causes.get(line);
    }

    private int booked() {
        return sql.one(
                        "select count(*) from transfer where fund_id = ? and fulfils is not null",
                        row -> row.getInt(1),
                        UUID.fromString(fund))
                .orElseThrow();
    }

    /// Ends the connection in the middle of booking a line, as a crash would.
    private void cutOff(int line) {
        UUID promise = sql.one(
                        "select promise_id from payment_file_line where state = 'OPEN' and line = ?"
                                + " and file_id in (select file_id from payment_file where fund_id = ?)",
                        row -> row.getObject(1, UUID.class),
                        line,
                        UUID.fromString(fund))
                .orElseThrow();
        Sql superuser = RunTimeRole.superuser();
        superuser.change("""
                create or replace function cut_here() returns trigger language plpgsql as $$
                begin
                    perform pg_terminate_backend(pg_backend_pid());
                    return null;
                end
                $$
                """);
        superuser.change("drop trigger if exists cut_here on transfer");
        superuser.change("create trigger cut_here after insert on transfer for each row when (new.fulfils = '%s')"
                        .formatted(promise)
                + " execute function cut_here()");
    }
}
