package vn.congdoan.vks.welfare.payee;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// The bank details of a payee.
@Schema(name = "PayeeAccountOf", description = "The bank details of a payee", examples = PayeeAccountView.EXAMPLE)
record PayeeAccountView(
        PayeeKind kind,

        @Schema(description = "Id of the member, or of the record", examples = "019366a0-0000-7000-8000-000000001234")
        UUID payeeId,

        @Schema(description = "Whose payee it is") UnitId unitId,

        PayeeAccount account,

        @Schema(description = "When it was given", examples = "2026-01-20T02:15:00Z")
        Instant recordedAt) {

    static final String EXAMPLE = """
            {
              "kind": "MEMBER",
              "payeeId": "019366a0-0000-7000-8000-000000001234",
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "account": {"bankCode": "VCB", "number": "0011004123456", "holder": "Nguyễn Thị Minh Họa"},
              "recordedAt": "2026-01-20T02:15:00Z"
            }
            """;
}
