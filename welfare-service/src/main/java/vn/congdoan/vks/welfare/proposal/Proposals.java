package vn.congdoan.vks.welfare.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All proposals, of all unions.
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, ProposalId> {

    /// The state by both ends, as [ProposalCase#status] tells it.
    private static final String PAGE = """
            select proposal.proposal_id
            from proposal %s
            where ((?::boolean and proposal.unit_id = any (?))
                    or (?::boolean and proposal.sent_at is not null and proposal.superior_unit_id = any (?)))
                and (?::uuid[] is null or proposal.unit_id = any (?))
                and (?::text is null or ? = case
                    when answer.outcome = 'DECIDED' then 'ANSWERED'
                    when answer.outcome = 'SENT_BACK' and stage = 'SUBMITTED' then 'RETURNED'
                    else stage end)
                and (?::date is null or (proposed_on, proposal.proposal_id) < (?, ?))
            order by proposed_on desc, proposal.proposal_id desc limit ?
            """.formatted(ProposalAnswers.COUNTING);

    private final Sql sql;

    Proposals(Sql sql) {
        this.sql = sql;
    }

    /// Which proposals a list shows; what is null does not matter.
    ///
    /// @param within the units that propose
    record Filter(
            @Nullable ProposalDirection direction,
            @Nullable ProposalStatus status,
            @Nullable Set<UnitId> within) {

        Filter {
            within = within == null ? null : Set.copyOf(within);
        }

        UUID @Nullable [] units() {
            return within == null ? null : within.stream().map(UnitId::value).toArray(UUID[]::new);
        }

        boolean shows(ProposalDirection end) {
            return direction == null || direction == end;
        }
    }

    /// The proposal, or 404.
    Proposal require(ProposalId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// Those of the ids that are there, in one query.
    List<Proposal> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// Proposals of these units, or sent to one of them, the latest first.
    List<Proposal> page(UUID[] units, Filter filter, @Nullable PlaceInTime after, int rows) {
        String status = filter.status() == null ? null : filter.status().name();
        UUID[] within = filter.units();
        LocalDate day = after == null ? null : after.day();
        List<UUID> ids = sql.list(
                PAGE,
                row -> row.getObject(1, UUID.class),
                filter.shows(ProposalDirection.SENT),
                units,
                filter.shows(ProposalDirection.RECEIVED),
                units,
                within,
                within,
                status,
                status,
                day,
                day,
                after == null ? null : after.id(),
                rows);
        Map<UUID, Proposal> found =
                among(ids).stream().collect(Collectors.toMap(each -> each.id().value(), Function.identity()));
        return ids.stream().map(found::get).toList();
    }
}
