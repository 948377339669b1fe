package vn.congdoan.vks.campaign.commitment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.problem.NotFound;

/// All commitments, of all units and members.
@ApplicationScoped
class Commitments implements PanacheRepositoryBase<Commitment, CommitmentId> {

    /// The commitment, or 404.
    Commitment require(CommitmentId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Commitment> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Whether the same unit or member committed to the same words in the campaign before.
    boolean includeEqual(Commitment made) {
        String subject = made.memberId() == null ? "memberId is null and unitId.value" : "memberId.value";
        return count(
                        "campaignId = ?1 and text = ?2 and " + subject + " = ?3",
                        made.campaignId(),
                        made.text(),
                        made.subject())
                > 0;
    }
}
