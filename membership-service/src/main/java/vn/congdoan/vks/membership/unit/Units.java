package vn.congdoan.vks.membership.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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

    /// The unit, or 404.
    public Unit require(UnitId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
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
