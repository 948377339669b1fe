package vn.congdoan.vks.local.demo;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of an enrolment, in the API's vocabulary.
///
/// @param source says of every demo record that it is invented
record MemberForm(
        UUID id,
        UUID unitId,
        String fullName,
        Birth birth,
        Gender gender,
        String category,
        String position,
        String judicialTitle,
        String education,
        @Nullable String politicalTheory,
        String nativePlace,
        LocalDate joinedOn,
        LocalDate placedSince,
        String memberNumber,
        String citizenId,
        String address,
        String phone,
        String email,
        String religion,
        String ethnicity,
        @Nullable Party party,
        String source) {

    /// When somebody was born. Of some people only the year is known.
    record Birth(int year, @Nullable LocalDate date) {}

    /// Membership in the Party, official one year after the probation began.
    record Party(LocalDate probationaryOn, LocalDate officialOn) {}
}
