package vn.congdoan.vks.membership.member;

import jakarta.enterprise.context.ApplicationScoped;
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

    /// The full names of those members that there are.
    public Map<MemberId, String> names(Collection<MemberId> named) {
        return members.list("id in ?1", named).stream()
                .collect(Collectors.toMap(Member::id, each -> each.profile().fullName()));
    }

    /// The full name, or 404.
    public String requireName(MemberId member) {
        return members.require(member).profile().fullName();
    }
}
