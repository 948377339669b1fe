package vn.congdoan.vks.acceptance.access;

import java.util.Set;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.GoodsForms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about goods in funds, and about visits that they are taken along on.
final class GoodsCalls {

    private static final Set<String> OF_GOODS =
            Set.of("listGoods", "listGoodsIssues", "getGoodsIssue", "giveOutGoods", "giveOutGoodsWithId");
    private static final Set<String> OF_VISITS =
            Set.of("listVisits", "getVisit", "planVisit", "makeVisit", "cancelVisit", "giveAtVisit");

    private GoodsCalls() {}

    static boolean knows(String operation) {
        return OF_GOODS.contains(operation) || OF_VISITS.contains(operation);
    }

    static Call of(String operation, Records records, String unit) {
        return OF_GOODS.contains(operation)
                ? onFund(operation, records, records.filledFund(unit))
                : onCase(operation, records, unit);
    }

    private static Call onFund(String operation, Records records, String fund) {
        String goods = records.goodsIn(fund);
        String path = "/funds/" + fund;
        return switch (operation) {
            case "listGoods" -> Call.get("/api/v1" + path + "/goods");
            case "listGoodsIssues" -> {
                records.goodsIssue(fund, goods);
                yield Call.get("/api/v1" + path + "/goods-issues");
            }
            case "getGoodsIssue" ->
                Call.get("/api/v1" + path + "/goods-issues/"
                        + records.goodsIssue(fund, goods).id());
            default ->
                ValidCalls.creation(operation, path + "/goods-issues", GoodsForms.issue(goods))
                        .with("Idempotency-Key", Forms.id());
        };
    }

    private static Call onCase(String operation, Records records, String unit) {
        if (operation.equals("giveAtVisit")) {
            return giving(records, records.support(unit, "verify", "propose", "approve"));
        }
        Made support = records.support(unit);
        String visits = "/api/v1/support-cases/" + support.id() + "/visits";
        if (operation.equals("planVisit")) {
            return Call.of("POST", visits, GoodsForms.visit());
        }
        Made visit = records.visit(support);
        String path = visits + "/" + visit.id();
        return switch (operation) {
            case "listVisits" -> Call.get(visits);
            case "getVisit" -> Call.get(path);
            case "makeVisit" ->
                Call.of("POST", path + "/make", GoodsForms.visitMade()).with("If-Match", visit.etag());
            default -> Call.of("POST", path + "/cancel", Json.object()).with("If-Match", visit.etag());
        };
    }

    private static Call giving(Records records, Made support) {
        String goods = records.goodsIn(records.fundOf(support));
        return Call.of(
                        "POST",
                        "/api/v1/support-cases/" + support.id() + "/visits/"
                                + records.visit(support).id() + "/gifts",
                        GoodsForms.gifts(goods))
                .with("Idempotency-Key", Forms.id());
    }
}
