package vn.congdoan.vks.welfare.proof;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What is wrong with books.
@Schema(
        description = "BALANCE: an account holds something else than its postings sum to; DAY: what moved on a day is"
                + " something else than its postings sum to; LINK: what was booked is not what its hash was made of;"
                + " UNLINKED: a transfer was booked past the change log, so it is in no chain; PROMISES: what is kept back"
                + " is something else than is promised, or what was paid of it something else than its payments;"
                + " GOODS: the goods that lie in the fund are worth something else than is booked of them")
enum FindingKind {
    BALANCE,
    DAY,
    LINK,
    UNLINKED,
    PROMISES,
    GOODS
}
