package vn.congdoan.vks.welfare.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// What a member writes into a transfer.
@Schema(
        name = "ContributionReference",
        description = "What a member writes into a bank transfer to be known as the giver",
        examples = ReferenceView.EXAMPLE)
record ReferenceView(
        @Schema(description = "The member") MemberId memberId,

        @Schema(description = "Name", examples = "Nguyễn Văn An")
        String name,

        @Schema(description = "Where the member is") UnitId unitId,

        @Schema(description = "The reference code", examples = "DV00000004HM")
        String reference) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "memberId": "019366a0-0000-7000-8000-000000001234",
              "name": "Nguyễn Văn An",
              "unitId": "019366a0-0000-7000-8000-000000000052",
              "reference": "DV00000004HM"
            }
            """;
}
