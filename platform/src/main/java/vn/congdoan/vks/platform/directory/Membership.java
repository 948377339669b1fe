package vn.congdoan.vks.platform.directory;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Position;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.problem.Unavailable;
import vn.congdoan.vks.platform.subscription.Event;
import vn.congdoan.vks.platform.subscription.Subscription;

/// Asks membership-service for what the replica does not have yet, and keeps the answer as if its event had come.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class Membership {

    private static final Logger LOG = Logger.getLogger(Membership.class);

    private final MembershipClient client;
    private final Clock clock;

    Membership(@RestClient MembershipClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /// What an account is in the union right now. 503 if membership-service does not say.
    Standing standing(Principal principal) {
        try {
            return client.standing(principal.issuer(), principal.subject());
        } catch (RuntimeException failure) {
            LOG.warnf("Membership-service does not tell who may do what: %s", failure);
            throw new Unavailable("authority-unavailable");
        }
    }

    /// False if there is no such unit.
    boolean fetchUnit(UnitId unit, Subscription replica) {
        return fetch(unit.value(), client::unit, replica);
    }

    /// False if there is no such member.
    boolean fetchMember(MemberId member, Subscription replica) {
        return fetch(member.value(), client::member, replica);
    }

    /// Those of the members that are there, in one question. 503 if nobody can say.
    void fetchMembers(Collection<MemberId> members, Subscription replica) {
        List<Event> events = ask(members).entrySet().stream()
                .map(each -> event(UUID.fromString(each.getKey()), each.getValue()))
                .toList();
        if (!events.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> replica.take(events));
        }
    }

    private Map<String, LatestState> ask(Collection<MemberId> members) {
        try {
            return client.members(members.stream().map(MemberId::toString).toList());
        } catch (RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private Event event(UUID id, LatestState latest) {
        return new Event(
                Ids.next(), "", id, new Position(latest.epoch(), 0), latest.version(), clock.instant(), latest.state());
    }

    private boolean fetch(UUID id, Function<String, LatestState> ask, Subscription replica) {
        Optional<LatestState> answer = ask(id, ask);
        answer.ifPresent(latest ->
                QuarkusTransaction.requiringNew().run(() -> replica.take(List.of(event(id, latest)))));
        return answer.isPresent();
    }

    private static Optional<LatestState> ask(UUID id, Function<String, LatestState> ask) {
        try {
            return Optional.of(ask.apply(id.toString()));
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw unavailable(failure);
        } catch (RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private static Unavailable unavailable(RuntimeException failure) {
        LOG.warnf("Membership-service does not answer: %s", failure);
        return new Unavailable("directory-unavailable");
    }
}
