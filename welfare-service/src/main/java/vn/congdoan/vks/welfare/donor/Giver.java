package vn.congdoan.vks.welfare.donor;

import java.time.LocalDate;
import java.util.Optional;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.welfare.fund.FundTerms;

/// Who a donor is, as far as it is known here.
///
/// @param member the member that gives
/// @param union the union that a donor of ours belongs to; empty for others
public record Giver(Donor donor, Optional<KnownMember> member, Optional<UnitId> union) {

    /// 422 where the fund of this union takes nothing from the donor on the day.
    public void requireWelcome(LocalDate date, FundTerms fund, UnitId fundsUnion) {
        boolean ours = union.equals(Optional.of(fundsUnion));
        switch (donor.kind()) {
            case MEMBER -> {
                if (!ours) {
                    throw new Unprocessable("/donor/memberId", "unknown-member");
                }
                if (!member.orElseThrow().wasMemberOn(date)) {
                    throw new Unprocessable("/donor/memberId", "member-not-active");
                }
            }
            case UNIT -> {
                if (!ours) {
                    throw new Unprocessable("/donor/unitId", "unknown-reference");
                }
            }
            case OUTSIDE -> {
                if (!fund.takesOutsideDonors()) {
                    throw new Unprocessable("/donor/kind", "no-outside-donors");
                }
            }
            case ANONYMOUS -> {}
        }
    }
}
