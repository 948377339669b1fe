package vn.congdoan.vks.platform.bonus;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The decision by which an award was given, or taken back.
///
/// @param authority which body or office decided, not who signed
public record AwardDecision(
        String number, LocalDate date, @Nullable String authority) {

    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_AUTHORITY = 200;

    public AwardDecision {
        if (isAbsent(date)) {
            throw new IllegalArgumentException("a decision without its date");
        }
        if (!AwardBonusState.isText(number, LONGEST_NUMBER)) {
            throw new IllegalArgumentException("a decision without its number");
        }
        if (authority != null && !AwardBonusState.isText(authority, LONGEST_AUTHORITY)) {
            throw new IllegalArgumentException("an authority without a name");
        }
    }

    /// JSON may lack what the code never does.
    static boolean isAbsent(@Nullable Object value) {
        return value == null;
    }
}
