package vn.congdoan.vks.membership.exemption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.congdoan.vks.membership.member.AboutPerson;
import vn.congdoan.vks.platform.access.MemberId;

/// The exemptions of a person from dues. They hold days, a kind of reason and a decision, nothing that tells who it is.
@ApplicationScoped
class ExemptionsOfPerson implements AboutPerson {

    private final DuesExemptions exemptions;
    private final KeepingDuesExemptions keeping;

    ExemptionsOfPerson(DuesExemptions exemptions, KeepingDuesExemptions keeping) {
        this.exemptions = exemptions;
        this.keeping = keeping;
    }

    @Override
    public String name() {
        return "duesExemptions";
    }

    @Override
    public List<DuesExemptionView> of(MemberId person) {
        return exemptions.of(person).stream().map(DuesExemption::view).toList();
    }

    /// What the record that stays says already stays where it was written.
    @Override
    public void passOn(MemberId duplicate, MemberId surviving) {
        List<DuesExemption> known = exemptions.of(surviving);
        exemptions.ofMemberToChange(duplicate).stream()
                .filter(each -> known.stream().noneMatch(other -> other.covers(each)))
                .forEach(each -> keeping.passOn(each, surviving));
    }

    @Override
    public void erase(MemberId person) {
        // Nothing to forget.
    }
}
