package vn.congdoan.vks.platform.directory;

import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;

/// A member as other services know one.
///
/// @param unitId where the member is, has applied to, or was last
/// @param status `APPLIED`, `ACTIVE`, `REJECTED` or `ENDED`
public record KnownMember(MemberId id, UnitId ownerUnionId, UnitId unitId, String fullName, String status) {

    public boolean isActive() {
        return status.equals("ACTIVE");
    }
}
