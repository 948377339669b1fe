package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;
import vn.congdoan.vks.acceptance.world.World;

/// Valid requests about what is published to all staff: provinces, external bodies, and which of them a union is under.
final class CatalogueCalls {

    private static final String API = "/api/v1";

    private CatalogueCalls() {}

    static Call of(String operation, World world) {
        return switch (operation) {
            case "listProvinces" -> Call.get(API + "/provinces?asOf=2025-06-30");
            case "createExternalBody", "createExternalBodyWithId" ->
                ValidCalls.creation(operation, "/external-bodies", Forms.externalBody());
            case "listLocalSuperiors", "getLocalSuperior", "assignLocalSuperior" -> onSuperiors(operation, world);
            default -> onBody(operation, world.centralRecords().externalBody());
        };
    }

    private static Call onBody(String operation, Made body) {
        String path = API + "/external-bodies/" + body.id();
        return switch (operation) {
            case "listExternalBodies" -> {
                String name = body.json().path("name").asText();
                yield Call.get(API + "/external-bodies?q=" + name.substring(name.lastIndexOf(' ') + 1));
            }
            case "getExternalBody" -> Call.get(path);
            default ->
                Call.of(
                                "PATCH",
                                path,
                                Json.object()
                                        .put("name", "Cơ quan " + Forms.word())
                                        .put("validTo", "2190-12-31"))
                        .with("Content-Type", "application/merge-patch+json")
                        .with("If-Match", body.etag());
        };
    }

    /// Always of the own union itself: no other unit has a superior, and no other union is the callers' own.
    private static Call onSuperiors(String operation, World world) {
        String path = API + "/units/" + world.own().id() + "/local-superiors";
        Records records = world.own().records();
        String body = world.centralRecords().externalBody().id();
        return switch (operation) {
            case "assignLocalSuperior" -> Call.of("POST", path, Forms.localSuperior(body));
            case "listLocalSuperiors" -> {
                records.localSuperior(world.own().id(), body);
                yield Call.get(path + "?asOf=2189-12-31");
            }
            default ->
                Call.get(path + "/"
                        + records.localSuperior(world.own().id(), body).id());
        };
    }
}
