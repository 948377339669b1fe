package vn.congdoan.vks.campaign.commitment;

import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.directory.KnownMember;

/// Who commits, as the form names them and before the campaign is looked at.
sealed interface Committing {

    /// The unit that commits, or that the member is in.
    UnitId unitId();

    /// Where the form names them.
    String pointer();

    /// A unit, by somebody who acts for it.
    record Unit(UnitId unitId) implements Committing {

        @Override
        public String pointer() {
            return "/unitId";
        }
    }

    /// A member.
    ///
    /// @param own whether the member is the caller, who then acts by no assignment
    record Member(KnownMember member, boolean own) implements Committing {

        @Override
        public UnitId unitId() {
            return member.unitId();
        }

        @Override
        public String pointer() {
            return "/memberId";
        }
    }
}
