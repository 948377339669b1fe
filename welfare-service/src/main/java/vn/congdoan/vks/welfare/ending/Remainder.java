package vn.congdoan.vks.welfare.ending;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What can be left in the books of a unit that ends, and how much of it is.
@Schema(name = "Remainder", description = "What is left of one kind", examples = Remainder.EXAMPLE)
record Remainder(
        Kind what,
        @Schema(description = "How many", examples = "2") long count) {

    static final String EXAMPLE = """
            {"what": "SUPPORT_CASES", "count": 2}
            """;

    /// What can be left.
    @Schema(
            name = "RemainderKind",
            description =
                    "FUNDS: not moved to another one. SUPPORT_CASES, SUPPORT_PROGRAMMES, CARE_COMMITMENTS: neither"
                            + " paid nor refused, withdrawn or ended. PROPOSALS: a draft, one without an answer, and what was granted"
                            + " and not paid on, also of units that asked this one. CONTRIBUTION_PLANS: open. DRIVES: not over."
                            + " INSURANCE: policies in force that insure anybody, and claims without an answer."
                            + " IMPORTS: files with rows that are neither booked nor left out. PAYABLES: neither paid nor voided"
                            + " or settled. PAYMENT_FILES: neither reconciled nor cancelled")
    enum Kind {
        FUNDS,
        SUPPORT_CASES,
        SUPPORT_PROGRAMMES,
        CARE_COMMITMENTS,
        PROPOSALS,
        CONTRIBUTION_PLANS,
        DRIVES,
        INSURANCE,
        IMPORTS,
        PAYABLES,
        PAYMENT_FILES
    }
}
