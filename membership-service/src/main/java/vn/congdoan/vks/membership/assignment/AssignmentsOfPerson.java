package vn.congdoan.vks.membership.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import vn.congdoan.vks.membership.account.LinkedAccounts;
import vn.congdoan.vks.membership.member.AboutPerson;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;

/// The roles that a person's account has, and had. They belong to the account: who did something by them stays known in
/// the audit trail by the account's id alone.
@ApplicationScoped
class AssignmentsOfPerson implements AboutPerson {

    private final Assignments assignments;
    private final LinkedAccounts accounts;

    AssignmentsOfPerson(Assignments assignments, LinkedAccounts accounts) {
        this.assignments = assignments;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "assignments";
    }

    @Override
    public List<AssignmentView> of(MemberId person) {
        Principal account = accounts.of(Set.of(person)).get(person);
        return account == null
                ? List.of()
                : assignments.list("principal = ?1 order by id.value", account).stream()
                        .map(Assignment::view)
                        .toList();
    }

    @Override
    public void passOn(MemberId duplicate, MemberId surviving) {
        // They follow the account.
    }

    @Override
    public void erase(MemberId person) {
        // Nothing to forget: an account of nobody has none.
    }
}
