package vn.congdoan.vks.welfare.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What becomes of a row.
@Schema(name = "ContributionImportRowStatus", description = "What becomes of a row")
public enum RowStatus {
    /// It is clear who gave: it is booked when the import is confirmed.
    MATCHED,
    /// Several may have given, or one whose name was only found in the text.
    AMBIGUOUS,
    /// Nobody was found.
    UNMATCHED,
    /// The same movement of money stands above in the file, or was booked of another import.
    DUPLICATE,
    /// No money came in, or somebody left it out.
    SKIPPED,
    /// Something in it cannot be read, or a rule stands against it.
    INVALID,
    /// Its contribution is in the books.
    BOOKED,
    /// Its contribution was taken back.
    UNDONE;

    /// Whether it may still become another one.
    boolean isOpen() {
        return this != BOOKED && this != UNDONE;
    }
}
