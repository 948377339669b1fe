package vn.congdoan.vks.welfare.imports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of the file as a layout reads it.
///
/// @param line of the file, from 1
/// @param isIncoming whether money came in: neither nothing, nor less than nothing
/// @param member what stands in the column for the member's id or reference code
public record ReadRow(
        int line,
        boolean isIncoming,
        @Nullable LocalDate date,
        @Nullable Long amount,
        String dateText,
        String amountText,
        @Nullable String reference,
        @Nullable String description,
        @Nullable String member,
        @Nullable String name,
        @Nullable String note,
        List<Fault> faults) {

    public ReadRow {
        faults = List.copyOf(faults);
    }
}
