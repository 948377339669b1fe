package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Ownership;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.sync.Upsert;

/// Keeps the answers to proposals that are written at other nodes; which fund pays and who did what stays there.
@ApplicationScoped
class ProposalAnswerReplica implements Replica {

    private static final String UPSERT = Upsert.into("proposal_answer", "answer_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("proposal_id", "proposalId")
            .set("round", "(state->>'round')::int")
            .text("outcome", "outcome")
            .text("text", "text")
            .set("decision_number", "state->'decision'->>'number'")
            .set("decision_date", "(state->'decision'->>'date')::date")
            .set("decision_signer", "state->'decision'->>'signer'")
            .set("granted", """
                    (select coalesce(sum(told.amount), 0) from jsonb_to_recordset(state->'lines') as told(amount bigint))
                    """)
            .date("paid_on", "paidOn")
            .instant("answered_at", "answeredAt")
            .statement();

    private static final String FORGET_GRANTS =
            "delete from proposal_grant using %s where proposal_grant.answer_id = taken.id".formatted(TAKEN);

    private static final String KEEP_GRANTS = """
            insert into proposal_grant (answer_id, line_id, amount)
            select taken.id, told."lineId", told.amount
            from %s cross join jsonb_to_recordset(state->'lines') as told("lineId" uuid, amount bigint)
            on conflict do nothing
            """.formatted(TAKEN);

    private final Sql sql;
    private final ProposalAnswers answers;

    ProposalAnswerReplica(Sql sql, ProposalAnswers answers) {
        this.sql = sql;
        this.answers = answers;
    }

    @Override
    public AggregateType type() {
        return ProposalAnswerState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        sql.change(FORGET_GRANTS, taken);
        sql.change(KEEP_GRANTS, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from proposal_grant where answer_id = any (?)", (Object) ids);
        sql.change("delete from proposal_answer where answer_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        List<ProposalAnswer> found = answers.among(ids);
        Map<ProposalAnswerId, List<ProposalAnswerState.Granted>> all =
                answers.grants(found.stream().map(ProposalAnswer::id).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        each -> each.id().value(), each -> each.state(all.getOrDefault(each.id(), List.of()))));
    }
}
