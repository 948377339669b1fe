package vn.congdoan.vks.campaign.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import vn.congdoan.vks.platform.problem.NotFound;

/// All commitments, of all units and members.
@ApplicationScoped
class Commitments implements PanacheRepositoryBase<Commitment, CommitmentId> {

    /// The commitment, or 404.
    Commitment require(CommitmentId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }
}
