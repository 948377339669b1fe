package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.directory.KnownMembers;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.support.BeneficiaryKind;

/// Says whether a union may ask for the people on a list: as with support cases, members of its own, those who were,
/// and their relatives, and anybody outside by name. Asked before a transaction.
@ApplicationScoped
class KnownPeople {

    private final KnownMembers members;
    private final Directory directory;

    KnownPeople(KnownMembers members, Directory directory) {
        this.members = members;
        this.directory = directory;
    }

    void require(List<NewProposalLine> lines, UnitPlace place, LocalDate day) {
        for (int line = 0; line < lines.size(); line++) {
            lines.get(line).beneficiary().requireFieldsOfItsKind("/lines/" + line + "/beneficiary");
        }
        Map<MemberId, KnownMember> known = members.findAll(lines.stream()
                .map(each -> each.beneficiary().memberId())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        for (int line = 0; line < lines.size(); line++) {
            NewProposalLine each = lines.get(line);
            MemberId member = each.beneficiary().memberId();
            if (member != null) {
                String at = "/lines/" + line + "/beneficiary/memberId";
                require(known.get(member), each.beneficiary().kind(), place, day, at);
            }
        }
    }

    private void require(
            @Nullable KnownMember member, BeneficiaryKind kind, UnitPlace place, LocalDate day, String at) {
        if (member == null || !isOf(member, place)) {
            throw new Unprocessable(at, "unknown-member");
        }
        if (kind == BeneficiaryKind.MEMBER && !member.wasMemberOn(day)) {
            throw new Unprocessable(at, "member-not-active");
        }
    }

    /// The union's own, and those of a union that it has succeeded.
    private boolean isOf(KnownMember member, UnitPlace place) {
        return directory
                .place(member.ownerUnionId())
                .filter(owner -> owner.unionId().equals(place.unionId()))
                .isPresent();
    }
}
