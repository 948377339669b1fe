package vn.congdoan.vks.membership.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import vn.congdoan.vks.membership.member.AboutPerson;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.change.ChangeLog;

/// The account that is linked to a person's record. Once the person's data is erased it is nobody's.
@ApplicationScoped
class AccountOfPerson implements AboutPerson {

    /// No identity provider is called so, hence nobody ever has such an account.
    private static final String NOBODYS = "erased";

    private final EntityManager entities;
    private final MemberPlaces places;
    private final Directory directory;
    private final ChangeLog log;
    private final Clock clock;

    AccountOfPerson(EntityManager entities, MemberPlaces places, Directory directory, ChangeLog log, Clock clock) {
        this.entities = entities;
        this.places = places;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "account";
    }

    @Override
    public List<AccountResource.View> of(MemberId person) {
        AccountLink link = entities.find(AccountLink.class, person);
        return link == null ? List.of() : List.of(AccountResource.View.of(link));
    }

    @Override
    public void erase(MemberId person) {
        AccountLink link = entities.find(AccountLink.class, person);
        if (link == null) {
            return;
        }
        link.moveTo(new Principal(NOBODYS, person.toString()), clock.instant());
        entities.flush();
        log.append(link.change("erased", directory.place(places.require(person)).orElseThrow()));
    }
}
