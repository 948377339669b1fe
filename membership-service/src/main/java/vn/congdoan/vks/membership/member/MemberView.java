package vn.congdoan.vks.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.unit.UnitRef;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.Problem;

/// A member as somebody may see it. From a union above: name, unit, status and what statistics count by. In
/// scope: the
/// record without sensitive data. In scope and for a stated purpose: everything. What one may not see is absent.
@JsonInclude(Include.NON_NULL)
@Schema(
        name = "Member",
        description = "A member; what the caller may not see, or what is not recorded, is absent",
        examples = MemberView.EXAMPLE)
public record MemberView(
        MemberId id,

        @Schema(description = "Full name", examples = "Nguyễn Thị Minh Anh")
        String fullName,

        @Schema(description = "Where the member is, has applied to, or was last")
        UnitRef unit,

        MemberStatus status,
        @Nullable EndReason endReason,
        Gender gender,
        Birth birth,
        @Nullable EmploymentCategory category,
        @Nullable JudicialTitle judicialTitle,
        @Nullable Education education,

        @Schema(description = "Joined the union on", examples = "2010-07-28") @Nullable
        LocalDate joinedOn,

        @Schema(
                description = "In scope, one member: joined again on; `joinedOn` stays the first time",
                examples = "2020-03-01")
        @Nullable
        LocalDate rejoinedOn,

        @Schema(description = "In scope: position in the office") @Nullable
        String position,

        @Schema(description = "In scope") @Nullable PoliticalTheory politicalTheory,

        @Schema(description = "In scope: native place") @Nullable
        String nativePlace,

        @Schema(description = "In scope: member number") @Nullable
        String memberNumber,

        @Schema(description = "In scope: number of the member's card") @Nullable
        String cardNumber,

        @Schema(description = "MERGED: the record of the same person that took this one in") @Nullable
        MemberId mergedInto,

        @Schema(description = "In scope, one member: the citizen id but for all its last three digits hidden") @Nullable
        String citizenIdMasked,

        @Schema(description = "For a purpose: citizen id") @Nullable
        String citizenId,

        @Schema(description = "For a purpose: address") @Nullable
        String address,

        @Schema(description = "For a purpose: phone") @Nullable
        String phone,

        @Schema(description = "For a purpose: e-mail address") @Nullable
        String email,

        @Schema(description = "For a purpose: religion") @Nullable
        String religion,

        @Schema(description = "For a purpose: ethnicity") @Nullable
        String ethnicity,

        @Schema(description = "For a purpose: Party membership") @Nullable
        Party party,

        @Schema(description = "In scope, one member: what may be a mistake in the record; absent: nothing") @Nullable
        List<Problem.Place> warnings) {

    /// As the API document shows it.
    static final String EXAMPLE = """
            {
              "id": "019366a0-0000-7000-8000-000000000101",
              "fullName": "Nguyễn Thị Minh Anh",
              "unit": {"id": "019366a0-0000-7000-8000-000000000051", "code": "QNG", "name": "Công đoàn VKSND tỉnh Quảng Ngãi", "kind": "PROVINCIAL_UNION"},
              "status": "ACTIVE",
              "gender": "FEMALE",
              "birth": {"year": 1985, "date": "1985-03-08"},
              "category": "CIVIL_SERVANT",
              "judicialTitle": "PROCURATOR_PRIMARY",
              "education": "BACHELOR",
              "joinedOn": "2010-07-28",
              "position": "Phó Trưởng phòng",
              "nativePlace": "Mộ Đức, Quảng Ngãi",
              "memberNumber": "QNG-0051",
              "citizenIdMasked": "*********234"
            }
            """;

    /// What a union above sees: what also travels in events, nothing of the person's own.
    static MemberView overseen(
            MemberId id,
            Profile profile,
            UnitRef unit,
            MemberStatus status,
            @Nullable EndReason endReason,
            @Nullable MemberId mergedInto) {
        return new MemberView(
                id,
                profile.fullName(),
                unit,
                status,
                endReason,
                profile.gender(),
                new Birth(profile.birthYear(), null),
                profile.category(),
                profile.judicialTitle(),
                profile.education(),
                profile.joinedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                mergedInto,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /// What staff of the own union see.
    static MemberView inScope(
            MemberId id,
            Profile profile,
            UnitRef unit,
            MemberStatus status,
            @Nullable EndReason endReason,
            @Nullable MemberId mergedInto) {
        return inScope(id, profile, unit, status, endReason, mergedInto, null, null, null, List.of());
    }

    private static MemberView inScope(
            MemberId id,
            Profile profile,
            UnitRef unit,
            MemberStatus status,
            @Nullable EndReason endReason,
            @Nullable MemberId mergedInto,
            @Nullable LocalDate rejoinedOn,
            @Nullable String masked,
            @Nullable Sensitive shown,
            List<Problem.Place> warnings) {
        return new MemberView(
                id,
                profile.fullName(),
                unit,
                status,
                endReason,
                profile.gender(),
                profile.birth(),
                profile.category(),
                profile.judicialTitle(),
                profile.education(),
                profile.joinedOn(),
                rejoinedOn,
                profile.position(),
                profile.politicalTheory(),
                profile.nativePlace(),
                profile.memberNumber(),
                profile.cardNumber(),
                mergedInto,
                masked,
                shown == null ? null : shown.citizenId(),
                shown == null ? null : shown.address(),
                shown == null ? null : shown.phone(),
                shown == null ? null : shown.email(),
                shown == null ? null : shown.religion(),
                shown == null ? null : shown.ethnicity(),
                shown == null ? null : profile.party(),
                warnings.isEmpty() ? null : warnings);
    }

    static MemberView overseen(Member member, UnitRef unit) {
        return overseen(member.id(), member.profile(), unit, member.status(), member.endReason(), member.mergedInto());
    }

    static MemberView inScope(Member member, UnitRef unit) {
        return inScope(member, unit, null, null, List.of());
    }

    static MemberView masked(Member member, UnitRef unit, Sensitive hidden, List<Problem.Place> warnings) {
        return inScope(member, unit, hidden.maskedCitizenId(), null, warnings);
    }

    static MemberView whole(Member member, UnitRef unit, Sensitive shown, List<Problem.Place> warnings) {
        return inScope(member, unit, null, shown, warnings);
    }

    private static MemberView inScope(
            Member member,
            UnitRef unit,
            @Nullable String masked,
            @Nullable Sensitive shown,
            List<Problem.Place> warnings) {
        return inScope(
                member.id(),
                member.profile(),
                unit,
                member.status(),
                member.endReason(),
                member.mergedInto(),
                member.rejoinedOn(),
                masked,
                shown,
                warnings);
    }
}
