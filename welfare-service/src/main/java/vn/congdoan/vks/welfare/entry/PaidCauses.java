package vn.congdoan.vks.welfare.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.BookedTransfer;
import vn.congdoan.vks.welfare.ledger.PromiseId;

/// Finds what payments were made for, by the promises that they keep.
@ApplicationScoped
class PaidCauses {

    private static final String OF = """
            with asked as (select unnest(?::uuid[]) as promise)
            select promise, 'SUPPORT_CASE', case_id from asked join support_case on case_id = promise
            union all
            select promise, 'SUPPORT_PROGRAMME', programme_id from asked join programme_line on line_id = promise
            union all
            select promise, 'CARE_COMMITMENT', commitment_id from asked join care_payment on payment_id = promise
            union all
            select promise, 'PROPOSAL', proposal_id
            from asked join proposal_grant on proposal_promise(proposal_grant.answer_id, line_id::text) = promise
            join proposal_answer using (answer_id)
            union all
            select promise, 'PROPOSAL', proposal_id
            from asked join proposal_answer on proposal_promises(answer_id) @> array[promise]
            union all
            select promise, 'PAYABLE', payable_id from asked join payable on promise_id = promise
            """;

    private final Sql sql;

    PaidCauses(Sql sql) {
        this.sql = sql;
    }

    /// By the promise that a payment keeps, in one query; none where nothing of them keeps one.
    Map<PromiseId, PaidCause> of(Collection<BookedTransfer> transfers) {
        UUID[] promises = transfers.stream()
                .map(BookedTransfer::fulfils)
                .filter(Objects::nonNull)
                .map(PromiseId::value)
                .toArray(UUID[]::new);
        Map<PromiseId, PaidCause> causes = new HashMap<>();
        if (promises.length > 0) {
            sql.list(
                            OF,
                            row -> Map.entry(
                                    new PromiseId(row.getObject(1, UUID.class)),
                                    new PaidCause(
                                            PaidCause.Kind.valueOf(row.getString(2)), row.getObject(3, UUID.class))),
                            (Object) promises)
                    .forEach(each -> causes.put(each.getKey(), each.getValue()));
        }
        return causes;
    }
}
