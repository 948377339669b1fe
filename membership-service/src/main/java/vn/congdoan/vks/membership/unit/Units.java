package vn.congdoan.vks.membership.unit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All units, of all times.
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UnitId> {

    /// The unit, or 404.
    public Unit require(UnitId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }
}
