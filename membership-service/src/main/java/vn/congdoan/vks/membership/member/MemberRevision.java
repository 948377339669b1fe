package vn.congdoan.vks.membership.member;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.decision.Decision;

/// A change of a member's record that is no step of the membership.
///
/// @param effectiveDate the first day for which something is answered otherwise than before
/// @param reason why, in the words of who changed it
/// @param counted what was changed of days and units; it stays when the person's data is erased
/// @param personal what was changed of the person's data
record MemberRevision(
        Kind kind,
        LocalDate effectiveDate,
        @Nullable Decision decision,
        @Nullable String reason,
        List<FieldChange> counted,
        List<FieldChange> personal) {

    /// What kind of change it was.
    enum Kind {
        /// What is written down about the person.
        REVISED,
        /// Days or units that were recorded wrongly.
        CORRECTED,
        /// Another record of the same person was taken in.
        MERGED,
        /// The person's data was destroyed.
        ERASED
    }

    MemberRevision {
        counted = List.copyOf(counted);
        personal = List.copyOf(personal);
    }

    static MemberRevision revised(LocalDate day, @Nullable String reason, List<FieldChange> changes) {
        return new MemberRevision(Kind.REVISED, day, null, reason, List.of(), changes);
    }

    /// Names of everything that was changed.
    List<String> fields() {
        return Stream.concat(counted.stream(), personal.stream())
                .map(FieldChange::field)
                .toList();
    }

    /// What is sealed of it.
    Personal sealedPart() {
        return new Personal(reason, personal);
    }

    /// What goes when the person's data is erased.
    record Personal(@Nullable String reason, List<FieldChange> changes) {

        Personal {
            changes = List.copyOf(changes);
        }
    }
}
