package vn.congdoan.vks.acceptance.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.Site;

/// Valid requests about transfers: each of a new member, to a new unit beside the member's.
final class TransferCalls {

    private static final String PATH = "/transfers";
    private static final String API = "/api/v1" + PATH;

    private TransferCalls() {}

    static Call of(String operation, Records records, Site site) {
        if (operation.startsWith("requestTransfer")) {
            return ValidCalls.creation(operation, PATH, records.transferOfMember(site));
        }
        Made pending = records.transfer(site);
        String path = API + "/" + pending.id();
        return switch (operation) {
            case "listTransfers" -> Call.get(API + "?unit=" + site.unit());
            case "getTransfer" -> Call.get(path);
            case "acceptTransfer" -> {
                String target = pending.json().path("targetUnitId").asText();
                yield answer(path + "/accept", Forms.acceptance(target), pending);
            }
            case "refuseTransfer" -> answer(path + "/refuse", Json.object().put("reason", "Chưa có biên chế"), pending);
            default -> answer(path + "/withdraw", Json.object(), pending);
        };
    }

    private static Call answer(String path, ObjectNode form, Made pending) {
        return Call.of("POST", path, form).with("If-Match", pending.etag());
    }
}
