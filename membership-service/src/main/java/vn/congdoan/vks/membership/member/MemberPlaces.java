package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// What other features need to know of a member: that there is one, and in which unit.
@ApplicationScoped
public class MemberPlaces {

    private final Members members;

    MemberPlaces(Members members) {
        this.members = members;
    }

    /// The unit of the member, or 404.
    public UnitId require(MemberId member) {
        return members.require(member).unitId();
    }

    /// 409 where the person's data was erased. From now on and until the transaction ends it is not, and nobody else
    /// changes the member, nor any unit.
    public void requireStanding(MemberId member) {
        members.requireToChange(member).requireStanding();
    }

    /// The full names of those members that there are.
    public Map<MemberId, String> names(Collection<MemberId> named) {
        return members.byId(named).values().stream()
                .collect(Collectors.toMap(Member::id, each -> each.profile().fullName()));
    }

    /// The full name, or 404.
    public String requireName(MemberId member) {
        return members.require(member).profile().fullName();
    }

    /// The first day after the last membership; empty while one lasts, and where there was none.
    public Optional<LocalDate> firstDayWithout(MemberId member) {
        return members.require(member).left();
    }

    /// The union that the record belongs to, or 404.
    public UnitId requireUnion(MemberId member) {
        return members.require(member).ownerUnionId();
    }

    /// Whether the member was one on a day.
    public boolean wasMemberOn(MemberId member, LocalDate day) {
        return members.require(member).wasMemberOn(day);
    }
}
