package vn.congdoan.vks.welfare.insurance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Which entries are premiums of which policies.
@ApplicationScoped
class Premiums {

    private static final String PAID = """
            select policy_id, coalesce(sum(transfer.money_out) filter (where back.transfer_id is null), 0)::bigint
            from insurance_policy left join insurance_premium using (policy_id)
            left join transfer on transfer.transfer_id = insurance_premium.transfer_id
            left join transfer back on back.reverses = transfer.transfer_id
            where policy_id = any (?) and written_here(insurance_policy.owner_union_id)
            group by policy_id
            """;

    private static final String PAGE = """
            select transfer_id, value_date, money_out, voucher,
                (select back.transfer_id from transfer back where back.reverses = insurance_premium.transfer_id) as reversed_by
            from insurance_premium join transfer using (transfer_id)
            where policy_id = ? and (?::uuid is null or transfer_id > ?) order by transfer_id limit ?
            """;

    private final Sql sql;

    Premiums(Sql sql) {
        this.sql = sql;
    }

    void add(InsurancePolicyId policy, TransferId transfer, String voucher) {
        sql.change(
                "insert into insurance_premium (transfer_id, policy_id, voucher) values (?, ?, ?)",
                transfer.value(),
                policy.value(),
                voucher);
    }

    /// Whether a premium was paid by the voucher and not taken back.
    boolean stands(InsurancePolicyId policy, String voucher) {
        return sql.one("""
                        select exists (
                            select from insurance_premium where policy_id = ? and lower(voucher) = lower(?)
                                and not exists (
                                    select from transfer back where back.reverses = insurance_premium.transfer_id))
                        """, row -> row.getBoolean(1), policy.value(), voucher).orElseThrow();
    }

    /// What was paid for each policy, in đồng, and was not taken back; none for those that are written at another node.
    Map<InsurancePolicyId, Long> paid(Collection<InsurancePolicyId> policies) {
        UUID[] asked = policies.stream().map(InsurancePolicyId::value).toArray(UUID[]::new);
        return sql
                .list(
                        PAID,
                        row -> Map.entry(new InsurancePolicyId(row.getObject(1, UUID.class)), row.getLong(2)),
                        (Object) asked)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Those of a policy, in the order in which they were booked.
    List<PremiumView> page(InsurancePolicyId policy, @Nullable UUID after, int rows) {
        return sql.list(
                PAGE,
                row -> {
                    UUID back = row.getObject(5, UUID.class);
                    return new PremiumView(
                            new TransferId(row.getObject(1, UUID.class)),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getString(4),
                            back == null ? null : new TransferId(back));
                },
                policy.value(),
                after,
                after,
                rows);
    }
}
