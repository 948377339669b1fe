package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about what a unit has reported.
final class FigureCalls {

    private static final String API = "/api/v1";

    private FigureCalls() {}

    static Call of(String operation, Records records, String unit) {
        return switch (operation) {
            case "listIndicators" -> Call.get(API + "/indicators");
            case "recordFigure", "recordFigureWithId" ->
                ValidCalls.creation(operation, "/reported-figures", Forms.reportedFigure(unit));
            default -> onFigure(operation, records.reportedFigure(unit), unit);
        };
    }

    private static Call onFigure(String operation, Made figure, String unit) {
        String path = API + "/reported-figures/" + figure.id();
        return switch (operation) {
            case "listReportedFigures" -> Call.get(API + "/reported-figures?year=2023&unit=" + unit);
            case "getReportedFigure" -> Call.get(path);
            case "getReportedFigureHistory" -> Call.get(path + "/history");
            case "correctFigure" ->
                Call.of("POST", path + "/correct", Forms.figureCorrection()).with("If-Match", figure.etag());
            default ->
                Call.of("POST", path + "/withdraw", Json.object().put("reason", "Ghi hai lần"))
                        .with("If-Match", figure.etag());
        };
    }
}
