package vn.congdoan.vks.welfare.goods;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// What was given in kind to whom support cases are for.
@ApplicationScoped
public class GoodsOfCases {

    private static final String OF_VISITS = """
            select visit_id, issue_id, issued_on, items::text, value, goods_issue.transfer_id, back.transfer_id
            from goods_issue left join transfer back on back.reverses = goods_issue.transfer_id
            where visit_id = any (?) order by issue_id
            """;

    private static final String STANDING = """
            select coalesce(sum(value), 0)::bigint from goods_issue
            where case_id = ? and not exists (select from transfer back where back.reverses = goods_issue.transfer_id)
            """;

    private final Sql sql;

    GoodsOfCases(Sql sql) {
        this.sql = sql;
    }

    /// What was given to a case and not taken back, by its value in đồng.
    public long standing(UUID caseId) {
        return sql.one(STANDING, row -> row.getLong(1), caseId).orElseThrow();
    }

    private record OfVisit(UUID visit, GivenGoods goods) {}

    /// By the visit that it was taken along on, in one query.
    public Map<UUID, List<GivenGoods>> ofVisits(Collection<UUID> visits) {
        return sql
                .list(
                        OF_VISITS,
                        row -> {
                            UUID back = row.getObject(7, UUID.class);
                            return new OfVisit(
                                    row.getObject(1, UUID.class),
                                    new GivenGoods(
                                            new GoodsIssueId(row.getObject(2, UUID.class)),
                                            row.getObject(3, LocalDate.class),
                                            KeptList.read(row.getString(4), TakenGoods.class),
                                            row.getLong(5),
                                            new TransferId(row.getObject(6, UUID.class)),
                                            back == null ? null : new TransferId(back)));
                        },
                        (Object) visits.toArray(UUID[]::new))
                .stream()
                .collect(
                        Collectors.groupingBy(OfVisit::visit, Collectors.mapping(OfVisit::goods, Collectors.toList())));
    }
}
