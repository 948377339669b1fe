package vn.congdoan.vks.membership.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.membership.account.AccountState;
import vn.congdoan.vks.membership.assignment.AssignmentState;
import vn.congdoan.vks.membership.committee.CommitteeState;
import vn.congdoan.vks.membership.exemption.DuesExemptionState;
import vn.congdoan.vks.membership.externalbody.ExternalBodyState;
import vn.congdoan.vks.membership.localsuperior.LocalSuperiorState;
import vn.congdoan.vks.membership.member.ChangeRequestState;
import vn.congdoan.vks.membership.member.MemberState;
import vn.congdoan.vks.membership.reorganization.ReorganizationState;
import vn.congdoan.vks.membership.transfer.TransferState;
import vn.congdoan.vks.membership.unit.UnitState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.change.Logged;

/// Every kind of record whose changes are logged and published.
@ApplicationScoped
class PublishedRecords implements Logged {

    @Override
    public List<AggregateType> types() {
        return List.of(
                UnitState.TYPE,
                MemberState.TYPE,
                TransferState.TYPE,
                DuesExemptionState.TYPE,
                ChangeRequestState.TYPE,
                AssignmentState.TYPE,
                AccountState.TYPE,
                ReorganizationState.TYPE,
                ExternalBodyState.TYPE,
                LocalSuperiorState.TYPE,
                CommitteeState.TYPE);
    }
}
