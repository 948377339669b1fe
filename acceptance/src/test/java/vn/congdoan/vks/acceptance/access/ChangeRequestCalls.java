package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests around what a member asks to have changed: always in the one record that has an account.
final class ChangeRequestCalls {

    private static final String MEMBERS = "/api/v1/members";

    private ChangeRequestCalls() {}

    static Call of(String operation, World world) {
        Made member = world.own().memberRecord();
        String path =
                world.own().records().changeRequests(member.id(), world.own().member());
        if (operation.equals("requestChange")) {
            return Call.of("POST", path, Forms.changeRequest());
        }
        Made waiting =
                world.own().records().changeRequest(member.id(), world.own().member());
        String one = path + "/" + waiting.id();
        return switch (operation) {
            case "listChangeRequests" ->
                Call.get(MEMBERS + "/change-requests?unit=" + world.own().group());
            case "listChangeRequestsOfMember" -> Call.get(path);
            case "getChangeRequest" -> Call.get(one);
            case "refuseChangeRequest" ->
                Call.of("POST", one + "/refuse", Json.object().put("reason", "Chưa đủ giấy tờ"))
                        .with("If-Match", waiting.etag());
            case "acceptChangeRequest" ->
                Call.of("POST", one + "/accept", Json.object()).with("If-Match", waiting.etag());
            case "withdrawChangeRequest" ->
                Call.of("POST", one + "/withdraw", Json.object()).with("If-Match", waiting.etag());
            default -> throw new AssertionError("No change request is known for " + operation);
        };
    }
}
