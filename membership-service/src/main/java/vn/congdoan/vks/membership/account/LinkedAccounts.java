package vn.congdoan.vks.membership.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;

/// Which accounts are whose.
@ApplicationScoped
public class LinkedAccounts {

    private final EntityManager entities;

    LinkedAccounts(EntityManager entities) {
        this.entities = entities;
    }

    /// The accounts of those members that have one.
    public Map<MemberId, Principal> of(Collection<MemberId> members) {
        return entities.createQuery("from AccountLink link where link.memberId in :members", AccountLink.class)
                .setParameter("members", members)
                .getResultStream()
                .collect(Collectors.toMap(AccountLink::memberId, AccountLink::principal));
    }
}
