package vn.congdoan.vks.platform.directory;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Standing;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Unavailable;

/// The directory from the service's own replica. What it does not know yet it asks membership-service for, once.
@ApplicationScoped
@IfBuildProperty(name = "vks.directory.replica", stringValue = "true", enableIfMissing = true)
class ReplicaDirectory implements Directory {

    private static final Duration STRANGER = Duration.ofSeconds(1);
    private static final int STRANGERS = 10_000;

    private final DirectoryTables tables;
    private final Membership membership;
    private final UnitReplica units;
    private final AssignmentReplica assignments;
    /// Accounts that the replica has nothing about. Remembered for a moment, so that a stranger cannot make us ask
    /// membership-service with every request.
    private final LoadingCache<Principal, Standing> strangers;

    ReplicaDirectory(DirectoryTables tables, Membership membership, UnitReplica units, AssignmentReplica assignments) {
        this.tables = tables;
        this.membership = membership;
        this.units = units;
        this.assignments = assignments;
        this.strangers = Caffeine.newBuilder()
                .expireAfterWrite(STRANGER)
                .maximumSize(STRANGERS)
                .build(this::asked);
    }

    @Override
    public Standing standing(Principal principal) {
        Standing known = tables.standing(principal);
        return known.isNobody() ? strangers.get(principal) : known;
    }

    @Override
    public Standing freshStanding(Principal principal) {
        return assignments.isUpToDate() ? standing(principal) : membership.standing(principal);
    }

    @Override
    public Optional<UnitPlace> place(UnitId unit) {
        Optional<UnitPlace> known = tables.place(unit);
        return known.isPresent() || !membership.fetchUnit(unit, units) ? known : tables.place(unit);
    }

    @Override
    public Set<UnitId> subtree(UnitId unit) {
        return tables.subtree(unit);
    }

    @Override
    public Set<UnitId> unitsOfMembers(UnitId unit, LocalDate day) {
        return tables.unitsOfMembers(unit, day);
    }

    @Override
    public Set<UnitId> overseen(UnitId union) {
        return tables.overseen(union);
    }

    private Standing asked(Principal principal) {
        try {
            return membership.standing(principal);
        } catch (Unavailable away) {
            // What we know is surely all there is, or it is not and nobody can say.
            if (assignments.isUpToDate()) {
                return Standing.NOBODY;
            }
            throw away;
        }
    }
}
