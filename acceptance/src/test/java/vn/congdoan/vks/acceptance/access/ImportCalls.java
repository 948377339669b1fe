package vn.congdoan.vks.acceptance.access;

import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about contributions in bulk.
final class ImportCalls {

    private static final String LAYOUTS = "/api/v1/contribution-layouts";
    private static final String IMPORTS = "/api/v1/contribution-imports";

    private ImportCalls() {}

    static Call onLayout(String operation, Records records, String unit) {
        if (operation.startsWith("keep")) {
            return ValidCalls.creation(operation, "/contribution-layouts", Forms.layout(unit))
                    .with("Idempotency-Key", Forms.id());
        }
        Made layout = records.layout(unit);
        String path = LAYOUTS + "/" + layout.id();
        return switch (operation) {
            case "listContributionLayouts" -> Call.get(LAYOUTS + "?unit=" + unit);
            case "getContributionLayout" -> Call.get(path);
            default ->
                Call.of("POST", path + "/replace", Forms.layout(unit))
                        .with("If-Match", layout.etag())
                        .with("Idempotency-Key", Forms.id());
        };
    }

    static Call onImport(String operation, Records records, String unit) {
        return switch (operation) {
            case "listContributionReferences" -> {
                records.member(unit);
                yield Call.get(IMPORTS + "/references?unit=" + unit);
            }
            case "uploadContributions" -> records.upload(unit);
            case "correctContributionImport" -> {
                Made made = records.contributionImport(unit);
                yield step("correct", made, records.member(unit).id()).with("If-Match", made.etag());
            }
            case "confirmContributionImport" -> step("confirm", records.contributionImport(unit, "correct"), "");
            case "undoContributionImport" -> step("undo", records.contributionImport(unit, "correct", "confirm"), "");
            default -> {
                String path = IMPORTS + "/" + records.contributionImport(unit).id();
                yield switch (operation) {
                    case "getContributionImport" -> Call.get(path);
                    case "listContributionImportRows" -> Call.get(path + "/rows");
                    default -> Call.get(IMPORTS + "?unit=" + unit);
                };
            }
        };
    }

    private static Call step(String step, Made of, String member) {
        return Call.of("POST", IMPORTS + "/" + of.id() + "/" + step, Forms.importStep(step, member))
                .with("Idempotency-Key", Forms.id());
    }
}
