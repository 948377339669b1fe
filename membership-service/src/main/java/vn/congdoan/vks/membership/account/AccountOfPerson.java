package vn.congdoan.vks.membership.account;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
@Priority(AccountOfPerson.BEFORE_WHAT_FOLLOWS_THE_ACCOUNT)
class AccountOfPerson implements AboutPerson {

    static final int BEFORE_WHAT_FOLLOWS_THE_ACCOUNT = 100;

    private final EntityManager entities;
    private final MemberPlaces places;
    private final Directory directory;
    private final ChangeLog log;
    private final Event<AccountLinked> linked;
    private final Clock clock;

    AccountOfPerson(
            EntityManager entities,
            MemberPlaces places,
            Directory directory,
            ChangeLog log,
            Event<AccountLinked> linked,
            Clock clock) {
        this.linked = linked;
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
        return link == null || link.isNobodys() ? List.of() : List.of(AccountResource.View.of(link));
    }

    /// The account goes to the record that stays, unless that has one.
    @Override
    public void passOn(MemberId duplicate, MemberId surviving) {
        AccountLink link = entities.find(AccountLink.class, duplicate);
        if (link == null || link.isNobodys()) {
            return;
        }
        Principal account = link.principal();
        belongToNobody(link, AccountLink.MERGED);
        if (entities.find(AccountLink.class, surviving) == null) {
            AccountLink passedOn = new AccountLink(surviving, account, clock.instant());
            entities.persist(passedOn);
            entities.flush();
            log(passedOn, "linked");
            linked.fire(new AccountLinked(surviving));
        }
    }

    @Override
    public void erase(MemberId person) {
        AccountLink link = entities.find(AccountLink.class, person);
        if (link != null) {
            belongToNobody(link, AccountLink.ERASED);
        }
    }

    private void belongToNobody(AccountLink link, String because) {
        MemberId person = link.memberId();
        link.moveTo(new Principal(because, person.toString()), clock.instant());
        entities.flush();
        log(link, because);
    }

    private void log(AccountLink link, String happened) {
        MemberId person = link.memberId();
        log.append(link.change(
                happened,
                places.requireUnion(person),
                directory.place(places.require(person)).orElseThrow()));
    }
}
