package vn.congdoan.vks.membership.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.membership.member.AboutPerson;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.problem.Conflict;

/// The transfers of a person. They are acts of two unions and stay; what somebody wrote about the person goes.
@ApplicationScoped
class TransfersOfPerson implements AboutPerson {

    private final Transfers transfers;
    private final TransferViews views;

    TransfersOfPerson(Transfers transfers, TransferViews views) {
        this.transfers = transfers;
        this.views = views;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public List<TransferView> of(MemberId person) {
        return views.of(transfers.list("memberId = ?1 order by id.value", person));
    }

    /// Closed ones are acts of two unions about the record that it was then.
    @Override
    public void passOn(MemberId duplicate, MemberId surviving) {
        if (transfers.hasPending(duplicate)) {
            throw new Conflict("transfer-pending");
        }
    }

    @Override
    public void erase(MemberId person) {
        transfers.list("memberId = ?1 and reason is not null", person).forEach(Transfer::forgetReason);
    }
}
