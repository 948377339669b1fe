package vn.congdoan.vks.welfare.payee;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.UnitId;

/// Bank details of payees, as they are given.
@Schema(description = "Bank details of payees, as they are given", examples = GivenAccounts.EXAMPLE)
public record GivenAccounts(
        @NotNull @Schema(description = "Whose payees they are: members of its union, records of its union")
        UnitId unitId,

        @NotEmpty @Size(max = 1000) @Schema(description = "Each payee once; what was given before is replaced")
        List<@NotNull @Valid Given> accounts) {

    static final String EXAMPLE = """
            {
              "unitId": "019366a0-0000-7000-8000-000000000051",
              "accounts": [
                {
                  "kind": "MEMBER",
                  "payeeId": "019366a0-0000-7000-8000-000000001234",
                  "account": {"bankCode": "VCB", "number": "0011004123456", "holder": "Nguyễn Thị Minh Họa"}
                }
              ]
            }
            """;

    /// The details of one payee.
    @Schema(name = "GivenAccount", description = "The details of one payee", examples = Given.EXAMPLE)
    public record Given(
            @NotNull PayeeKind kind,

            @NotNull
            @Schema(
                    description = "Id of the member, or of the record",
                    examples = "019366a0-0000-7000-8000-000000001234")
            UUID payeeId,

            @NotNull @Valid PayeeAccount account) {

        static final String EXAMPLE = """
                {
                  "kind": "MEMBER",
                  "payeeId": "019366a0-0000-7000-8000-000000001234",
                  "account": {"bankCode": "VCB", "number": "0011004123456", "holder": "Nguyễn Thị Minh Họa"}
                }
                """;
    }
}
