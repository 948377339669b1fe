package vn.congdoan.vks.membership.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.membership.member.MemberPlaces;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.change.ChangeLog;
import vn.congdoan.vks.platform.http.ETags;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;

/// Links accounts to members. Not the own one: who could link himself to anybody could read anybody's sensitive data.
@ApplicationScoped
class LinkingAccounts {

    private final EntityManager entities;
    private final MemberPlaces places;
    private final Caller caller;
    private final Directory directory;
    private final ChangeLog log;
    private final AuditTrail trail;
    private final Event<AccountLinked> linked;
    private final Clock clock;

    LinkingAccounts(
            EntityManager entities,
            MemberPlaces places,
            Caller caller,
            Directory directory,
            ChangeLog log,
            AuditTrail trail,
            Event<AccountLinked> linked,
            Clock clock) {
        this.entities = entities;
        this.places = places;
        this.caller = caller;
        this.directory = directory;
        this.log = log;
        this.trail = trail;
        this.linked = linked;
        this.clock = clock;
    }

    /// @param created false where the link was there, moved or not
    record Outcome(AccountLink link, boolean created) {}

    AccountLink require(MemberId member) {
        caller.see(Permission.READ_ACCOUNTS, places.require(member));
        AccountLink link = entities.find(AccountLink.class, member);
        if (link == null || link.isNobodys()) {
            throw new NotFound();
        }
        return link;
    }

    Outcome link(MemberId member, String subject, @Nullable String ifMatch) {
        requirePermitted(member);
        // Now the member is held, and is where it is.
        places.requireStanding(member);
        UnitId unit = requirePermitted(member);
        Principal account = new Principal(caller.principal().issuer(), subject);
        if (account.equals(caller.principal())) {
            throw new Forbidden("self-link");
        }
        AccountLink link = entities.find(AccountLink.class, member);
        if (link != null && link.principal().equals(account)) {
            return new Outcome(link, false);
        }
        boolean created = link == null;
        if (link == null) {
            link = new AccountLink(member, account, clock.instant());
            entities.persist(link);
        } else {
            ETags.requireMatch(ifMatch, link.version());
            link.moveTo(account, clock.instant());
        }
        entities.flush();
        log.append(link.change(
                "linked", places.requireUnion(member), directory.place(unit).orElseThrow()));
        trail.changed("link-account", "member", member.value(), unit, List.of("account"));
        linked.fire(new AccountLinked(member));
        return new Outcome(link, created);
    }

    private UnitId requirePermitted(MemberId member) {
        UnitId unit = places.require(member);
        caller.see(Permission.READ_MEMBERS, unit);
        caller.act(Permission.LINK_ACCOUNTS, unit);
        return unit;
    }
}
