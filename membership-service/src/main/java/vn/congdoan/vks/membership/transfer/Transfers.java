package vn.congdoan.vks.membership.transfer;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.VisibleUnits;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// All transfers, pending and closed.
@ApplicationScoped
class Transfers implements PanacheRepositoryBase<Transfer, TransferId> {

    private final Sql sql;

    Transfers(Sql sql) {
        this.sql = sql;
    }

    /// What to look for; null means any.
    record Filter(
            @Nullable TransferDirection direction,
            @Nullable TransferStatus status,
            @Nullable MemberId member) {}

    Transfer require(TransferId id) {
        return findByIdOptional(id).orElseThrow(NotFound::new);
    }

    /// For a change: whoever changes the same one waits, and then sees what became of it.
    Transfer requireToChange(TransferId id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(NotFound::new);
    }

    /// Whose transfer it is, without looking at it: the member is held first.
    MemberId memberOf(TransferId id) {
        return sql.one(
                        "select member_id from transfer where transfer_id = ?",
                        row -> new MemberId(row.getObject(1, UUID.class)),
                        id.value())
                .orElseThrow(NotFound::new);
    }

    /// The one that waits for an answer, for a change.
    Optional<Transfer> pendingToChange(MemberId member) {
        return find("memberId = ?1 and status = ?2", member, TransferStatus.PENDING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean hasPending(MemberId member) {
        return count("memberId = ?1 and status = ?2", member, TransferStatus.PENDING) > 0;
    }

    /// The last ones first: by their id, which tells when they were asked for.
    List<Transfer> page(VisibleUnits units, Filter filter, @Nullable UUID before, int rows) {
        StringBuilder statement = new StringBuilder("select transfer_id from transfer where ");
        List<@Nullable Object> values = new ArrayList<>();
        if (filter.direction() != null) {
            statement.append(
                    filter.direction() == TransferDirection.IN ? "target_unit_id = any (?)" : "from_unit_id = any (?)");
            values.add(units.all());
        } else {
            statement.append("(target_unit_id = any (?) or from_unit_id = any (?))");
            values.add(units.all());
            values.add(units.all());
        }
        if (filter.status() != null) {
            statement.append(" and status = ?");
            values.add(filter.status().name());
        }
        if (filter.member() != null) {
            statement.append(" and member_id = ?");
            values.add(filter.member().value());
        }
        if (before != null) {
            statement.append(" and transfer_id < ?");
            values.add(before);
        }
        statement.append(" order by transfer_id desc limit ").append(rows);
        List<TransferId> ids =
                sql.list(statement.toString(), row -> new TransferId(row.getObject(1, UUID.class)), values.toArray());
        return list("id in ?1", ids).stream()
                .sorted(Comparator.comparingInt((Transfer each) -> ids.indexOf(each.id())))
                .toList();
    }
}
