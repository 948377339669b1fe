package vn.congdoan.vks.acceptance.access;

import java.util.Map;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Records;

/// Valid requests about papers at support cases, which an officer has attached.
public final class PaperCalls {

    private static final String PDF = "%PDF-1.7\n%%EOF\n";

    private PaperCalls() {}

    static boolean knows(String operation) {
        return operation.contains("SupportAttachment") || operation.equals("attachToSupport");
    }

    static Call of(String operation, Records records, String unit) {
        String papers = "/api/v1/support-cases/" + records.support(unit).id() + "/attachments";
        if (operation.equals("attachToSupport")) {
            return attaching(papers);
        }
        Answer made = records.asOfficer(attaching(papers)).require(201);
        String path = papers + "/" + made.json().path("id").asText();
        return switch (operation) {
            case "listSupportAttachments" -> Call.get(papers);
            case "getSupportAttachment" -> Call.get(path);
            case "getSupportAttachmentContent" -> Call.get(path + "/content?purpose=Thanh%20tra");
            case "removeSupportAttachment" -> new Call("DELETE", path, Map.of(), null);
            default ->
                Call.of("POST", path + "/withdraw", Json.object().put("reason", "Nhầm hồ sơ"))
                        .with("If-Match", made.header("ETag"));
        };
    }

    /// A file for a case.
    ///
    /// @param papers where the papers of the case are
    public static Call attaching(String papers) {
        return new Call("PUT", papers + "/" + Forms.id() + "?kind=SIGNED_RECEIPT", Map.of(), null)
                .with("Content-Type", "application/pdf")
                .with("Content-Disposition", "attachment; filename*=UTF-8''Bi%C3%AAn%20nh%E1%BA%ADn.pdf")
                .with("If-None-Match", "*")
                .withBody(PDF);
    }
}
