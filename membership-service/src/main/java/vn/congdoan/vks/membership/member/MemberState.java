package vn.congdoan.vks.membership.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.AggregateType;

/// A member as published: name, place, status and what statistics need. Contact and sensitive data, birth date,
/// member and card number never leave this service (law 91/2025/QH15).
///
/// @param unitId where the member is, has applied to, or was last
/// @param inParty whether a Party member, probationary ones included
/// @param kinh whether of the Kinh majority; absent where the ethnicity is not recorded
/// @param placements in which unit the member is counted on which days
/// @param mergedInto the record of the same person that says all this now; absent but for MERGED
/// @param rejoinedOn when the present, or the last, membership began, where it is not the first
/// @param erasedAt when the personal data was destroyed; whoever keeps any destroys it
/// @param recordedAt when the record was first written down; this, `rejoinedOn` and `erasedAt` are absent in what
///         was published before they were told
public record MemberState(
        MemberId id,
        UnitId ownerUnionId,
        UnitId unitId,
        MemberStatus status,
        @Nullable EndReason endReason,
        String fullName,
        int birthYear,
        Gender gender,
        boolean inParty,
        @Nullable Boolean kinh,
        @Nullable Education education,
        @Nullable EmploymentCategory category,
        @Nullable JudicialTitle judicialTitle,
        @Nullable LocalDate joinedOn,
        List<Counted> placements,
        @Nullable MemberId mergedInto,
        @Nullable LocalDate rejoinedOn,
        @Nullable Instant erasedAt,
        @Nullable Instant recordedAt) {

    public static final AggregateType TYPE = AggregateType.states(
            "membership",
            "member",
            1,
            MemberState.class,
            "applied",
            "enrolled",
            "admitted",
            "rejected",
            "ended",
            "revised",
            "moved",
            "transferred",
            "corrected",
            "merged",
            "erased");

    public MemberState {
        placements = List.copyOf(placements);
    }

    static MemberState of(Member member) {
        Profile profile = member.profile();
        return new MemberState(
                member.id(),
                member.ownerUnionId(),
                member.unitId(),
                member.status(),
                member.endReason(),
                profile.fullName(),
                profile.birthYear(),
                profile.gender(),
                member.isInParty(),
                profile.kinh(),
                profile.education(),
                profile.category(),
                profile.judicialTitle(),
                profile.joinedOn(),
                member.counted(),
                member.mergedInto(),
                member.rejoinedOn(),
                member.erasedAt(),
                member.recordedAt());
    }

    /// In which unit from one day until another (exclusive; absent: until now), and what began and ended that:
    /// absent in what was published before this was told.
    public record Counted(
            UnitId unitId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable Arrival beganAs,
            @Nullable Departure endedAs) {}
}
