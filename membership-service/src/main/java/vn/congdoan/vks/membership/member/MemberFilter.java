package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.problem.Violation;

/// What a list of members is asked for; null means any.
///
/// @param text part of the name, or the beginning of the member number or of the card's
/// @param party whether in the Party: only for a purpose
/// @param ageFrom in whole years on the day of the list; the ends of a range belong to it
/// @param asOf the day that the list is of; null: as the records stand
record MemberFilter(
        @Nullable String text,
        @Nullable MemberStatus status,
        @Nullable EndReason endReason,
        @Nullable Gender gender,
        @Nullable EmploymentCategory category,
        @Nullable Boolean party,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        @Nullable LocalDate joinedFrom,
        @Nullable LocalDate joinedTo,
        @Nullable LocalDate asOf,
        @Nullable String purpose) {

    MemberFilter {
        List<Violation> violations = new ArrayList<>();
        if (party != null && purpose == null) {
            violations.add(new Violation("?purpose", "required"));
        }
        if (ageFrom != null && ageTo != null && ageTo < ageFrom) {
            violations.add(new Violation("?ageTo", "empty-range"));
        }
        if (joinedFrom != null && joinedTo != null && joinedTo.isBefore(joinedFrom)) {
            violations.add(new Violation("?joinedTo", "empty-range"));
        }
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }
}
