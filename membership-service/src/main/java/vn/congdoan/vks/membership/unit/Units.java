package vn.congdoan.vks.membership.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Turns;

/// All units, of all times.
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UnitId> {

    private final Turns turns;

    Units(Turns turns) {
        this.turns = turns;
    }

    /// From now on and until the transaction ends nobody else changes units, nor places members: for whoever changes
    /// units, before the first look at them.
    public void holdTree() {
        turns.beReadyToGiveUp();
        getEntityManager()
                .createNativeQuery("select stamp from directory_stamp for update", Long.class)
                .getSingleResult();
    }

    /// From now on and until the transaction ends no unit changes: for whoever places a member. Those who change units
    /// hold the same row, so before it is given the units may have changed.
    public void standStill() {
        turns.beReadyToGiveUp();
        getEntityManager()
                .createNativeQuery("select stamp from directory_stamp for share", Long.class)
                .getSingleResult();
    }

    /// The union above all others; empty where it is not known yet.
    public Optional<UnitId> central() {
        return getEntityManager()
                .createQuery(
                        "select unit.id from Unit unit join unit.versions version where version.kind = ?1"
                                + " order by version.validFrom desc",
                        UnitId.class)
                .setParameter(1, UnitKind.CENTRAL_UNION)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /// The unit, or 404.
    public Unit require(UnitId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those that there are, with their versions and successors.
    List<Unit> whole(Collection<UUID> ids) {
        List<Unit> found = list("from Unit unit left join fetch unit.versions where unit.id.value in ?1", ids);
        list("from Unit unit left join fetch unit.successors where unit.id.value in ?1", ids);
        return found;
    }

    /// The unit itself while it exists, else the one that came after it, and after that one. Empty where it ended
    /// without a successor, or several share what it left.
    public Optional<UnitId> existing(UnitId id, LocalDate day) {
        Set<UnitId> seen = new HashSet<>();
        Optional<UnitId> unit = Optional.of(id);
        while (unit.isPresent() && seen.add(unit.get())) {
            Unit found = require(unit.get());
            if (!found.hasEndedBy(day)) {
                return unit;
            }
            unit = found.onlySuccessor();
        }
        return Optional.empty();
    }
}
