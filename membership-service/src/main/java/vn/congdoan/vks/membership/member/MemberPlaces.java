package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
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
    public void requireNotErased(MemberId member) {
        members.requireToChange(member).requireNotErased();
    }

    /// The full names of those members that there are.
    public Map<MemberId, String> names(Collection<MemberId> named) {
        return members.list("id in ?1", named).stream()
                .collect(Collectors.toMap(Member::id, each -> each.profile().fullName()));
    }

    /// The full name, or 404.
    public String requireName(MemberId member) {
        return members.require(member).profile().fullName();
    }

    /// Whether the member was one on a day.
    public boolean wasMemberOn(MemberId member, LocalDate day) {
        return members.require(member).wasMemberOn(day);
    }
}
