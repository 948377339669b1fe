package vn.congdoan.vks.welfare.support;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.sql.Sql;

/// What other features must know of a case to keep its papers.
@ApplicationScoped
public class FiledCases {

    private static final Set<SupportStatus> UNDECIDED =
            Set.of(SupportStatus.REQUESTED, SupportStatus.VERIFIED, SupportStatus.PROPOSED);

    private final Sql sql;

    FiledCases(Sql sql) {
        this.sql = sql;
    }

    /// A case as it is at the moment.
    public record Filed(UnitId ownerUnionId, UnitId unitId, SupportStatus status) {

        /// Whether somebody has still to decide on it.
        public boolean isUndecided() {
            return UNDECIDED.contains(status);
        }
    }

    /// The case, or 404.
    public Filed require(SupportCaseId id) {
        return require(id, "");
    }

    /// As it is until the transaction ends: nobody decides meanwhile.
    public Filed requireStanding(SupportCaseId id) {
        return require(id, " for share");
    }

    private Filed require(SupportCaseId id, String lock) {
        return sql.one(
                        "select owner_union_id, unit_id, status from support_case where case_id = ?" + lock,
                        row -> new Filed(
                                new UnitId(row.getObject(1, UUID.class)),
                                new UnitId(row.getObject(2, UUID.class)),
                                SupportStatus.valueOf(row.getString(3))),
                        id.value())
                .orElseThrow(NotFound::new);
    }
}
