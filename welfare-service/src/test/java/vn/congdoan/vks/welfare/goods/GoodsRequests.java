package vn.congdoan.vks.welfare.goods;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.welfare.MoneyRequests.CONTRIBUTIONS;
import static vn.congdoan.vks.welfare.MoneyRequests.FUNDS;
import static vn.congdoan.vks.welfare.MoneyRequests.as;
import static vn.congdoan.vks.welfare.MoneyRequests.give;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.local.stack.Waiting;

/// Requests about goods as people send them.
public final class GoodsRequests {

    public static final Map<String, Object> RICE =
            Map.of("name", "Gạo tẻ", "quantity", 10, "unit", "kg", "value", 100, "valuedBy", "INVOICE");
    public static final Map<String, Object> MILK =
            Map.of("name", "Sữa hộp", "quantity", 3, "unit", "hộp", "value", 50, "valuedBy", "DONOR");
    public static final Map<String, Object> COMPANY = Map.of("kind", "OUTSIDE", "name", "Công ty Minh Họa");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private GoodsRequests() {}

    /// A right contribution in kind.
    public static Map<String, @Nullable Object> inKind(String fund, List<?> goods) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("fundId", fund);
        form.put("donor", COMPANY);
        form.put("method", "GOODS");
        form.put("date", "2023-10-20");
        form.put("goods", goods);
        return form;
    }

    /// Ten kilograms of rice and three cans of milk.
    public static Response given(String fund) {
        Response given = give(as("ACCOUNTANT", QNG), inKind(fund, List.of(RICE, MILK)));
        given.then().statusCode(201);
        return given;
    }

    /// The receipt, as soon as it has its number.
    public static Response receipt(String contribution, String type) {
        String path = CONTRIBUTIONS + "/" + contribution + "/receipt";
        assertTrue(Waiting.until(() -> as("ACCOUNTANT", QNG).get(path).statusCode() == 200, PATIENCE));
        return as("ACCOUNTANT", QNG).accept(type).get(path);
    }

    /// What stands on each account on which anything moved.
    public static Map<String, Integer> accounts(String fund) {
        JsonPath trial = as("CHAIR", QNG)
                .get(FUNDS + "/" + fund + "/trial-balance")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Integer> standing = new HashMap<>();
        for (int each = 0; each < trial.getList("accounts").size(); each++) {
            String at = "accounts[" + each + "].";
            String code = trial.getString(at + "code");
            standing.put(
                    trial.getString(at + "account") + (code == null ? "" : "/" + code),
                    trial.getInt(at + "amounts.closingDebit") - trial.getInt(at + "amounts.closingCredit"));
        }
        return standing;
    }

    public static String issues(String fund) {
        return FUNDS + "/" + fund + "/goods-issues";
    }

    /// What lies in the fund.
    public static Response goods(String fund) {
        Response goods = as("CHAIR", QNG).get(FUNDS + "/" + fund + "/goods");
        goods.then().statusCode(200);
        return goods;
    }

    /// A right request to give out some goods.
    public static Map<String, @Nullable Object> issue(String goods, Number quantity) {
        Map<String, @Nullable Object> form = new LinkedHashMap<>();
        form.put("kind", "SUPPORT");
        form.put("purpose", "HARDSHIP");
        form.put("date", "2023-11-20");
        form.put("items", List.of(Map.of("goodsId", goods, "quantity", quantity)));
        form.put("text", "Trao quà cho hộ nghèo");
        form.put("receivedBy", "Trần Minh Họa");
        return form;
    }

    public static Response giveOut(String fund, Object form) {
        return giveOut(as("ACCOUNTANT", QNG), fund, form);
    }

    public static Response giveOut(RequestSpecification caller, String fund, Object form) {
        return post(caller, issues(fund), form);
    }

    public static Response post(RequestSpecification caller, String path, Object form) {
        return caller.contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(form)
                .post(path);
    }
}
