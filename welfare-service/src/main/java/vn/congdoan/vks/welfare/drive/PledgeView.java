package vn.congdoan.vks.welfare.drive;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.congdoan.vks.welfare.donor.Donor;

/// A pledge as it is shown.
@Schema(name = "Pledge", description = "What somebody promised to give for a drive", examples = PledgeView.EXAMPLE)
record PledgeView(
        PledgeId id,

        @Schema(description = "Who promised") Donor donor,

        @Schema(description = "How much, in đồng", examples = "50000000")
        long amount,

        @Schema(description = "What was given of it and not taken back, in đồng", examples = "30000000")
        long received,

        @Schema(description = "What is still to be given, in đồng", examples = "20000000")
        long outstanding,

        @Schema(description = "The day on which it was promised", examples = "2022-10-20")
        LocalDate date,

        PledgeState state) {

    /// A whole answer, as the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019aa7b0-1c00-7000-8000-0000000000c1",
              "donor": {"kind": "OUTSIDE", "name": "Công ty TNHH Minh Họa"},
              "amount": 50000000,
              "received": 30000000,
              "outstanding": 20000000,
              "date": "2022-10-20",
              "state": "OUTSTANDING"
            }
            """;

    static PledgeView of(Pledges.Pledge pledge) {
        return new PledgeView(
                pledge.id(),
                pledge.donor(),
                pledge.amount(),
                pledge.received(),
                pledge.outstanding(),
                pledge.date(),
                pledge.state());
    }
}
