package vn.congdoan.vks.welfare.goods;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.balance;
import static vn.congdoan.vks.welfare.MoneyRequests.contribution;
import static vn.congdoan.vks.welfare.MoneyRequests.expense;
import static vn.congdoan.vks.welfare.MoneyRequests.fund;
import static vn.congdoan.vks.welfare.MoneyRequests.give;
import static vn.congdoan.vks.welfare.MoneyRequests.reverse;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.MILK;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.RICE;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.accounts;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.given;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.inKind;
import static vn.congdoan.vks.welfare.goods.GoodsRequests.receipt;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.Refusal;
import vn.congdoan.vks.welfare.MoneyRequests;
import vn.congdoan.vks.welfare.drive.DriveRequests;

/// Goods that are given stand in the books by their value, and no money of the fund is touched by them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ContributionInKindTest {

    @Inject
    Sql sql;

    private String fund = "";

    @BeforeEach
    void a_fund() {
        fund = fund(QNG);
    }

    @Test
    void what_is_given_in_kind_is_worth_what_its_goods_sum_to() {
        Response given = given(fund);
        given.then()
                .body("method", equalTo("GOODS"))
                .body("amount", equalTo(150))
                .body("amountInWords", equalTo("Một trăm năm mươi đồng"))
                .body("goods.name", equalTo(List.of("Gạo tẻ", "Sữa hộp")))
                .body("goods.quantity", equalTo(List.of(10, 3)))
                .body("goods.unit", equalTo(List.of("kg", "hộp")))
                .body("goods.value", equalTo(List.of(100, 50)))
                .body("goods.valuedBy", equalTo(List.of("INVOICE", "DONOR")));
        as("CHAIR", QNG)
                .get(CONTRIBUTIONS + "/" + given.path("id"))
                .then()
                .body("$", equalTo(given.jsonPath().getMap("$")));
        as("CHAIR", QNG).get(CONTRIBUTIONS + "?fund=" + fund).then().body("items[0].goods.size()", equalTo(2));
    }

    @Test
    void goods_are_income_of_the_same_source_on_accounts_of_their_own_and_no_money() {
        given(fund);
        assertEquals(Map.of("CASH", 0, "BANK", 0, "GOODS", 150, "INCOME_IN_KIND/OUTSIDE", -150), accounts(fund));
        assertEquals(0, balance(QNG, fund));
        Refusal.of(
                MoneyRequests.post(as("ACCOUNTANT", QNG), fund, expense(1)),
                409,
                "insufficient-funds",
                "/amount",
                "more-than-available");
        as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/statement")
                .then()
                .statusCode(200)
                .body("closingBalance", equalTo(0))
                .body("items", empty());
    }

    @Test
    void goods_that_are_collected_for_somebody_else_are_owed() {
        String passing = fund(QNG, Map.of("passThrough", true));
        given(passing);
        assertEquals(
                Map.of("CASH", 0, "BANK", 0, "GOODS", 150, "PASS_THROUGH_IN_KIND/OUTSIDE", -150), accounts(passing));
    }

    @Test
    void a_receipt_of_goods_has_a_number_and_tells_each_of_them_in_figures_and_words() throws IOException {
        Map<String, @Nullable Object> form = inKind(fund, List.of(with(RICE, "quantity", 12.5), MILK));
        String given = give(as("ACCOUNTANT", QNG), form).path("id");
        receipt(given, "application/json")
                .then()
                .body("number", startsWith("00001/"))
                .body("method", equalTo("GOODS"))
                .body("amount", equalTo(150))
                .body("amountInWords", equalTo("Một trăm năm mươi đồng"))
                .body("goods.name", equalTo(List.of("Gạo tẻ", "Sữa hộp")));
        try (PDDocument paper = Loader.loadPDF(receipt(given, "application/pdf").asByteArray())) {
            String text = new PDFTextStripper().getText(paper);
            for (String said : List.of(
                    "Số: 00001/",
                    "Người đóng góp: Công ty Minh Họa",
                    "Gạo tẻ: 12,5 kg, trị giá 100 đ (theo hóa đơn)",
                    "Sữa hộp: 3 hộp, trị giá 50 đ (theo khai báo của người tặng)",
                    "Tổng trị giá: 150 đ",
                    "Bằng chữ: Một trăm năm mươi đồng",
                    "Hình thức: hiện vật")) {
                assertTrue(text.contains(said), () -> said + " is not in:\n" + text);
            }
        }
    }

    @Test
    void what_was_given_in_kind_is_taken_back_like_money() {
        Response given = given(fund);
        reverse(as("ACCOUNTANT", QNG), fund, given.path("transferId"), Map.of("text", "Nhầm quỹ"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("CONTRIBUTION_IN_KIND"))
                .body("amount", equalTo(150))
                .body("$", not(hasKey("method")));
        assertEquals(Map.of("CASH", 0, "BANK", 0, "GOODS", 0, "INCOME_IN_KIND/OUTSIDE", 0), accounts(fund));
        receipt(given.path("id"), "application/json").then().body("$", hasKey("reversedBy"));
    }

    @Test
    void an_equal_request_under_the_clients_id_gives_once() {
        String path = CONTRIBUTIONS + "/" + UUID.randomUUID();
        MoneyRequests.put(as("ACCOUNTANT", QNG), path, inKind(fund, List.of(RICE)))
                .then()
                .statusCode(201);
        MoneyRequests.put(as("ACCOUNTANT", QNG), path, inKind(fund, List.of(with(RICE, "quantity", 10.0))))
                .then()
                .statusCode(200);
        Refusal.of(
                MoneyRequests.put(as("ACCOUNTANT", QNG), path, inKind(fund, List.of(with(RICE, "quantity", 9)))),
                412,
                "already-exists");
        assertEquals(100, accounts(fund).get("GOODS"));
    }

    @Test
    void goods_are_worth_what_they_sum_to_and_nothing_else() {
        Map<String, @Nullable Object> form = inKind(fund, List.of(RICE));
        form.put("amount", 100);
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 400, "invalid-request", "/amount", "not-with-goods");
    }

    @ParameterizedTest
    @CsvSource({
        "planId, 019aa7b0-1c00-7000-8000-000000000011, /planId, not-with-goods",
        "pledgeId, 019aa7b0-1c00-7000-8000-000000000011, /pledgeId, not-with-goods",
        "goods, , /goods, required",
        "method, CASH, /goods, not-with-money"
    })
    void goods_come_with_what_belongs_to_goods(String field, @Nullable String value, String at, String rule) {
        Map<String, @Nullable Object> form = inKind(fund, List.of(RICE));
        form.put(field, value);
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 400, "invalid-request", at, rule);
    }

    @Test
    void money_still_says_how_much() {
        Map<String, @Nullable Object> form = contribution(fund, QNG_01, 5);
        form.remove("amount");
        Refusal.of(give(as("ACCOUNTANT", QNG), form), 400, "invalid-request", "/amount", "required");
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void goods_are_something_of_which_there_is_some_and_worth_something(String field, Object value) {
        Response refused = give(as("ACCOUNTANT", QNG), inKind(fund, List.of(with(RICE, field, value))));
        Refusal.of(refused, 400, "invalid-request");
        assertEquals("/goods/0/" + field, refused.path("errors[0].pointer"));
    }

    static Stream<Arguments> nothing() {
        return Stream.of(
                Arguments.of("quantity", 0),
                Arguments.of("quantity", 0.0001),
                Arguments.of("value", 0),
                Arguments.of("name", " "),
                Arguments.of("unit", " "));
    }

    @Test
    void a_drive_tells_goods_beside_the_money() {
        Response drive = DriveRequests.open(as("ACCOUNTANT", QNG), DriveRequests.drive(QNG, fund));
        Map<String, @Nullable Object> goods = inKind(fund, List.of(RICE, MILK));
        goods.put("driveId", drive.path("id"));
        give(as("ACCOUNTANT", QNG), goods).then().statusCode(201);
        Map<String, @Nullable Object> money = contribution(fund, QNG_01, 40);
        money.put("driveId", drive.path("id"));
        give(as("ACCOUNTANT", QNG), money).then().statusCode(201);
        DriveRequests.show(drive)
                .then()
                .body("givenAmount", equalTo(40))
                .body("givenInKind", equalTo(150))
                .body("contributions", equalTo(2));
    }

    @Test
    void a_disclosure_tells_goods_in_lines_of_their_own() {
        given(fund);
        give(as("ACCOUNTANT", QNG), contribution(fund, QNG_01, 40)).then().statusCode(201);
        as("ACCOUNTANT", QNG)
                .get("/api/v1/disclosures/" + fund + "?audience=UNION&from=2023-01-01&to=2023-12-31")
                .then()
                .statusCode(200)
                .body("income.code", equalTo(List.of("MEMBER")))
                .body("totalIncome", equalTo(40))
                .body("closingBalance", equalTo(40))
                .body("inKind.openingValue", equalTo(0))
                .body("inKind.income.code", equalTo(List.of("OUTSIDE")))
                .body("inKind.totalIncome", equalTo(150))
                .body("inKind.totalSpending", equalTo(0))
                .body("inKind.closingValue", equalTo(150));
    }

    @Test
    void the_database_takes_no_goods_of_another_value() {
        Response given = given(fund);
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> sql.change("""
                        insert into contribution (contribution_id, version, owner_union_id, unit_id, fund_id, given_on,
                            transfer_id, amount, method, donor_kind, goods, created_as, recorded_at)
                        select gen_random_uuid(), 0, owner_union_id, unit_id, fund_id, given_on, gen_random_uuid(), 151,
                            method, 'ANONYMOUS', jsonb_path_query_array(goods, '$[0]'), '', now()
                        from contribution where contribution_id = ?
                        """, UUID.fromString(given.path("id"))));
        assertTrue(String.valueOf(refused.getMessage() + refused.getCause()).contains("goods_item_once_in_a_fund")
                || String.valueOf(refused.getMessage() + refused.getCause())
                        .contains("contribution_is_worth_its_goods"));
    }

    private static Map<String, Object> with(Map<String, Object> goods, String field, Object value) {
        Map<String, Object> form = new LinkedHashMap<>(goods);
        form.put(field, value);
        return form;
    }
}
