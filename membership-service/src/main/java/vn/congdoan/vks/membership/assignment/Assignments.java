package vn.congdoan.vks.membership.assignment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Principal;
import vn.congdoan.vks.platform.access.Role;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;

/// All assignments, also the ended ones.
@ApplicationScoped
public class Assignments implements PanacheRepositoryBase<Assignment, AssignmentId> {

    Assignment require(AssignmentId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// How many ADMINs a union has, today or from a later day, without an end in sight.
    long lastingAdmins(UnitId union, LocalDate today) {
        return count("unitId = ?1 and role = ?2 and (validTo is null or validTo > ?3)", union, Role.ADMIN, today);
    }

    /// What a seat in a committee gives today or later.
    Optional<Assignment> lastingOfSeat(UUID seat, LocalDate today) {
        return find("seatId = ?1 and validTo > ?2 and validTo > validFrom", seat, today)
                .firstResultOptional();
    }

    /// The first day on which a mandate can begin: what gave the account the same before may last until today.
    LocalDate firstFree(Principal holder, ElectedAssignments.Mandate mandate) {
        return find(
                        "principal = ?1 and role = ?2 and unitId = ?3 and source = ?4 and validTo > ?5"
                                + " and validFrom < ?6 and validTo > validFrom order by validTo desc",
                        holder,
                        mandate.role(),
                        mandate.unitId(),
                        AssignmentSource.ELECTION,
                        mandate.from(),
                        mandate.to())
                .firstResultOptional()
                .map(Assignment::validTo)
                .orElse(mandate.from());
    }

    /// A page in the order of their ids: the order in which they were made.
    List<Assignment> page(
            UUID[] units, @Nullable String subject, @Nullable LocalDate asOf, @Nullable UUID after, int rows) {
        return find(
                        "unitId.value in ?1 and (?2 is null or principal.subject = ?2)"
                                + " and (cast(?3 as uuid) is null or id.value > ?3)"
                                + " and (cast(?4 as LocalDate) is null"
                                + " or (validFrom <= ?4 and (validTo is null or validTo > ?4))) order by id.value",
                        List.of(units),
                        subject,
                        after,
                        asOf)
                .page(Page.ofSize(rows))
                .list();
    }
}
