package vn.congdoan.vks.membership.member;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is shown and counted of a member.
///
/// @param givenName the last word of the name as order compares it; @param restOfName the words before
/// @param searchable the name without diacritics
/// @param kinh whether of the Kinh majority, for statistics; null where the ethnicity is not recorded
@Embeddable
record Profile(
        @Column(name = "full_name") String fullName,
        @Column(name = "given_name") String givenName,
        @Column(name = "rest_of_name") String restOfName,
        @Column(name = "searchable") String searchable,
        @Column(name = "birth_year") int birthYear,
        @Column(name = "birth_date") @Nullable LocalDate birthDate,

        @Enumerated(EnumType.STRING) @Column(name = "gender")
        Gender gender,

        @Column(name = "kinh") @Nullable Boolean kinh,
        @Column(name = "party_probationary_on") @Nullable LocalDate partyProbationaryOn,
        @Column(name = "party_official_on") @Nullable LocalDate partyOfficialOn,

        @Enumerated(EnumType.STRING) @Column(name = "education") @Nullable
        Education education,

        @Enumerated(EnumType.STRING) @Column(name = "political_theory") @Nullable
        PoliticalTheory politicalTheory,

        @Enumerated(EnumType.STRING) @Column(name = "category") @Nullable
        EmploymentCategory category,

        @Column(name = "position") @Nullable String position,

        @Enumerated(EnumType.STRING) @Column(name = "judicial_title") @Nullable
        JudicialTitle judicialTitle,

        @Column(name = "native_place") @Nullable String nativePlace,
        @Column(name = "joined_on") @Nullable LocalDate joinedOn,
        @Column(name = "member_number") @Nullable String memberNumber,
        @Column(name = "card_number") @Nullable String cardNumber) {

    Birth birth() {
        return new Birth(birthYear, birthDate);
    }

    @Nullable
    Party party() {
        return partyProbationaryOn == null && partyOfficialOn == null
                ? null
                : new Party(partyProbationaryOn, partyOfficialOn);
    }

    /// Whether it is probably the same person: the same name but for diacritics, and the same day of birth, or the same
    /// year where the day of one is not known.
    boolean mayBe(Profile other) {
        boolean sameDay = birthDate == null || other.birthDate == null || birthDate.equals(other.birthDate);
        return searchable.equals(other.searchable) && birthYear == other.birthYear && sameDay;
    }

    /// What is counted, under a pseudonym: of the birth the year, and nothing else that tells who it is.
    Profile erased(String pseudonym) {
        NameInOrder name = NameInOrder.of(pseudonym);
        return new Profile(
                pseudonym,
                name.given(),
                name.rest(),
                name.searchable(),
                birthYear,
                null,
                gender,
                kinh,
                partyProbationaryOn,
                partyOfficialOn,
                education,
                null,
                category,
                null,
                judicialTitle,
                null,
                joinedOn,
                null,
                null);
    }

    Profile joined(LocalDate day) {
        return with(day, memberNumber, cardNumber);
    }

    /// With new numbers, where they are given.
    Profile numbered(@Nullable String newMemberNumber, @Nullable String newCardNumber) {
        return with(
                joinedOn,
                newMemberNumber == null ? memberNumber : newMemberNumber,
                newCardNumber == null ? cardNumber : newCardNumber);
    }

    private Profile with(@Nullable LocalDate joined, @Nullable String ofMember, @Nullable String ofCard) {
        return new Profile(
                fullName,
                givenName,
                restOfName,
                searchable,
                birthYear,
                birthDate,
                gender,
                kinh,
                partyProbationaryOn,
                partyOfficialOn,
                education,
                politicalTheory,
                category,
                position,
                judicialTitle,
                nativePlace,
                joined,
                ofMember,
                ofCard);
    }
}
