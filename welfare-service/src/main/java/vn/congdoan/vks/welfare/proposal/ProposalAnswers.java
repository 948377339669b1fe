package vn.congdoan.vks.welfare.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.sql.Sql;

/// All answers to proposals, of all unions.
@ApplicationScoped
class ProposalAnswers implements PanacheRepositoryBase<ProposalAnswer, ProposalAnswerId> {

    /// Joins the answer that counts to a `proposal`: that of whoever was asked, to the last round.
    static final String COUNTING = """
            left join proposal_answer answer on answer.proposal_id = proposal.proposal_id
                and answer.round = proposal.round
                and answer.unit_id = coalesce(proposal.superior_unit_id, proposal.unit_id)
            """;

    private static final String GRANT = """
            insert into proposal_grant (answer_id, line_id, amount)
            select ?, line_id, amount from unnest(?::uuid[], ?::bigint[]) as told (line_id, amount)
            """;

    private static final String GRANTS = """
            select answer_id, line_id, amount from proposal_grant where answer_id = any (?) order by answer_id, line_id
            """;

    private final Sql sql;

    ProposalAnswers(Sql sql) {
        this.sql = sql;
    }

    /// Those of the ids that are there, in one query.
    List<ProposalAnswer> among(Collection<UUID> ids) {
        return list("id.value in ?1", new ArrayList<>(ids));
    }

    /// The answers to many proposals by whoever each was sent to, in the order of their rounds, in one query.
    Map<ProposalId, List<ProposalAnswer>> to(Collection<Proposal> proposals) {
        Map<ProposalId, Proposal> asked =
                proposals.stream().collect(Collectors.toMap(Proposal::id, each -> each, (one, _) -> one));
        List<UUID> ids = asked.keySet().stream().map(ProposalId::value).toList();
        return list("proposalId.value in ?1", ids).stream()
                .filter(each -> answers(each, Objects.requireNonNull(asked.get(each.proposalId()))))
                .sorted(Comparator.comparingInt(ProposalAnswer::round))
                .collect(Collectors.groupingBy(ProposalAnswer::proposalId));
    }

    private static boolean answers(ProposalAnswer answer, Proposal proposal) {
        return answer.unitId().equals(proposal.answeringUnit()) && answer.round() <= proposal.round();
    }

    void grant(ProposalAnswerId answer, List<GrantedLine> lines) {
        sql.change(
                GRANT,
                answer.value(),
                lines.stream().map(each -> each.lineId().value()).toArray(UUID[]::new),
                lines.stream().mapToLong(GrantedLine::amount).toArray());
    }

    /// Whether a payment of it was taken back, as the books say.
    boolean cameBack(ProposalAnswerId answer) {
        return sql.one("""
                        select exists (
                            select from transfer payment join transfer back on back.reverses = payment.transfer_id
                            where payment.fulfils = any (proposal_promises(?)))
                        """, row -> row.getBoolean(1), answer.value()).orElseThrow();
    }

    /// Nothing is granted any more.
    void revoke(ProposalAnswerId answer) {
        sql.change("delete from proposal_grant where answer_id = ?", answer.value());
    }

    /// What is granted to each line, by the answer.
    Map<ProposalAnswerId, List<ProposalAnswerState.Granted>> grants(Collection<ProposalAnswerId> answers) {
        record Row(ProposalAnswerId answer, ProposalAnswerState.Granted granted) {}
        return sql
                .list(
                        GRANTS,
                        row -> new Row(
                                new ProposalAnswerId(row.getObject(1, UUID.class)),
                                new ProposalAnswerState.Granted(
                                        new ProposalLineId(row.getObject(2, UUID.class)), row.getLong(3))),
                        (Object) answers.stream().map(ProposalAnswerId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Row::answer, Collectors.mapping(Row::granted, Collectors.toList())));
    }
}
