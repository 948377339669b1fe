package vn.congdoan.vks.platform.access;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.problem.Forbidden;
import vn.congdoan.vks.platform.problem.NotFound;

/// Who is calling, and what that account may do where. Judged anew for every request, by the assignments in force
/// today.
@RequestScoped
public class Caller {

    private final JsonWebToken token;
    private final Directory directory;
    private final WritingPlace writing;
    private final String issuer;
    private @Nullable Standing standing;
    private boolean standingIsFresh;
    private @Nullable Assignment authority;
    private final Map<UnitId, UnitPlace> places = new HashMap<>();

    Caller(
            JsonWebToken token,
            Directory directory,
            WritingPlace writing,
            @ConfigProperty(name = "vks.identity.issuer-alias") String issuer) {
        this.token = token;
        this.directory = directory;
        this.writing = writing;
        this.issuer = issuer;
    }

    /// The account; without a valid token there is none: 401.
    public Principal principal() {
        String subject = token.getSubject();
        if (subject == null) {
            throw new UnauthorizedException();
        }
        return new Principal(issuer, subject);
    }

    /// Whether somebody is calling at all: not so at a start, in jobs and in consumers of events.
    public boolean isKnown() {
        return token.getSubject() != null;
    }

    public Standing standing() {
        Standing known = standing;
        if (known == null) {
            known = directory.standing(principal());
            standing = known;
        }
        return known;
    }

    /// The standing that a permission is judged by: surely up to date where a decision or a payment hangs on it.
    Standing standing(Permission permission) {
        if (permission.isDecisive() && !standingIsFresh) {
            standing = directory.freshStanding(principal());
            standingIsFresh = true;
        }
        return standing();
    }

    /// The assignment that the last permitted action rested on; empty where a member acts on own data.
    public Optional<UUID> authority() {
        return Optional.ofNullable(authority).map(Assignment::id);
    }

    /// Whether the caller holds the permission anywhere at all.
    public boolean holds(Permission permission) {
        return standing(permission).assignments().stream().anyMatch(each -> permission.grantedTo(each.role()));
    }

    /// The unions at which the caller holds the permission for the whole union.
    public Set<UnitId> unionsOf(Permission permission) {
        return standing(permission).assignments().stream()
                .filter(each -> permission.grantedTo(each.role()) && each.isAtUnion())
                .map(Assignment::unionId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The very units at which the caller holds the permission, also those that others have succeeded.
    public Set<UnitId> heldAt(Permission permission) {
        return standing(permission).assignments().stream()
                .filter(each -> permission.grantedTo(each.role()))
                .map(Assignment::unitId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How far the permission reaches the unit. An unknown unit is out of reach.
    public Reach reach(Permission permission, UnitId unit) {
        return place(unit).map(place -> reach(permission, place)).orElse(Reach.NONE);
    }

    /// For reading one thing: 404 where the permission does not reach its unit.
    public Reach see(Permission permission, UnitId unit) {
        Reach reach = reach(permission, unit);
        if (reach == Reach.NONE) {
            throw new NotFound();
        }
        return reach;
    }

    /// For acting on a thing that the caller may see: 403 outside the scope; 409 where it is written elsewhere.
    public void act(Permission permission, UnitId unit) {
        if (reach(permission, unit) != Reach.SCOPE) {
            throw new Forbidden();
        }
        writing.require(unit);
    }

    /// For a unit named in a body: where it stands, or 403 that points at it, the same for a unit that does not exist;
    /// 409 where its records are written elsewhere.
    public UnitPlace actAt(String pointer, Permission permission, UnitId unit) {
        UnitPlace place = place(unit)
                .filter(found -> reach(permission, found) == Reach.SCOPE)
                .orElseThrow(() -> Forbidden.unitOutOfScope(pointer));
        writing.require(unit);
        return place;
    }

    /// The units that a list shows: those below `unit` inside its union, or everything the permission reaches.
    public VisibleUnits visible(Permission permission, @Nullable UnitId unit) {
        return unit == null ? everythingVisible(permission) : visibleBelow(permission, unit);
    }

    /// Whether the record is the linked member's own.
    public boolean isMember(MemberId member) {
        LinkedMember linked = standing().member();
        return linked != null && linked.id().equals(member);
    }

    /// Where the unit stood when the request first asked: all of it is judged by one state of the organization.
    private Optional<UnitPlace> place(UnitId unit) {
        UnitPlace known = places.get(unit);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<UnitPlace> found = directory.place(unit);
        found.ifPresent(place -> places.put(unit, place));
        return found;
    }

    private VisibleUnits visibleBelow(Permission permission, UnitId unit) {
        return switch (reach(permission, unit)) {
            case NONE -> throw NotFound.parameter("unit");
            case OVERSIGHT -> new VisibleUnits(Set.of(), directory.subtree(unit));
            case SCOPE -> new VisibleUnits(within(permission, unit), Set.of());
        };
    }

    private Set<UnitId> within(Permission permission, UnitId unit) {
        if (!permission.isCentralOnly()) {
            return directory.subtree(unit);
        }
        return place(unit).filter(UnitPlace::isCentralUnion).isPresent() ? Set.of(unit) : Set.of();
    }

    private VisibleUnits everythingVisible(Permission permission) {
        Set<UnitId> inScope = new HashSet<>();
        Set<UnitId> overseen = new HashSet<>();
        for (Assignment each : standing(permission).assignments()) {
            if (permission.grantedTo(each.role())) {
                inScope.addAll(within(permission, each.unitId()));
            }
            if (permission.overseenBy(each.role()) && each.isAtUnion()) {
                overseen.addAll(directory.overseen(each.unitId()));
            }
        }
        overseen.removeAll(inScope);
        return new VisibleUnits(inScope, overseen);
    }

    private Reach reach(Permission permission, UnitPlace place) {
        if (permission.isCentralOnly() && !place.isCentralUnion()) {
            return Reach.NONE;
        }
        for (Assignment each : standing(permission).assignments()) {
            if (permission.grantedTo(each.role()) && place.within().contains(each.unitId())) {
                authority = each;
                return Reach.SCOPE;
            }
        }
        for (Assignment each : standing(permission).assignments()) {
            if (permission.overseenBy(each.role())
                    && each.isAtUnion()
                    && place.unionsAbove().contains(each.unitId())) {
                authority = each;
                return Reach.OVERSIGHT;
            }
        }
        return Reach.NONE;
    }
}
