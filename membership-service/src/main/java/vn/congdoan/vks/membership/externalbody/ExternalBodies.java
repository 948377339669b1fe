package vn.congdoan.vks.membership.externalbody;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import vn.congdoan.vks.platform.problem.NotFound;

/// All external bodies, also those that have ended.
@ApplicationScoped
public class ExternalBodies implements PanacheRepositoryBase<ExternalBody, ExternalBodyId> {

    /// The body, or 404.
    public ExternalBody require(ExternalBodyId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same body waits, and then sees that it has another version.
    ExternalBody requireToChange(ExternalBodyId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }
}
