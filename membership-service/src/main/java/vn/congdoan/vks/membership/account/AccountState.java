package vn.congdoan.vks.membership.account;

import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.change.AggregateType;

/// Which account is a member's, as it is published.
public record AccountState(MemberId memberId, Principal principal) {

    public static final AggregateType TYPE =
            AggregateType.states("membership", "account", 1, AccountState.class, "linked", "merged", "erased");
}
