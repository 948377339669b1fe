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

/// Keeps the proposals of other nodes that were sent to a union of this one, with the lines that were sent; reasons,
/// who did what and what was not sent come only when the union moves here.
@ApplicationScoped
class ProposalReplica implements Replica {

    private static final String UPSERT = Upsert.into("proposal", "proposal_id")
            .uuid("owner_union_id", "ownerUnionId")
            .uuid("unit_id", "unitId")
            .uuid("superior_unit_id", "superiorUnitId")
            .text("superior_body", "superiorBody")
            .text("title", "title")
            .date("proposed_on", "date")
            .text("stage", "stage")
            .set("round", "(state->>'round')::int")
            .text("note_to_superior", "noteToSuperior")
            .set("received", "(state->>'received')::bigint")
            .instant("changed_at", "changedAt")
            .instant("sent_at", "sentAt")
            .recordedAt()
            .createdAsNothing()
            .statement();

    private static final String FORGET_LINES = """
            delete from proposal_line using %s
            where proposal_line.proposal_id = taken.id and sent and not exists (
                select from jsonb_to_recordset(state->'lines') as told("lineId" uuid)
                where told."lineId" = proposal_line.line_id)
            """.formatted(TAKEN);

    /// A line stays where it was first told to be.
    private static final String KEEP_LINES = """
            insert into proposal_line (line_id, proposal_id, beneficiary_kind, member_id, beneficiary_name, relation, kind,
                amount, note_to_superior, sent, paid_on)
            select told."lineId", taken.id, told.beneficiary->>'kind', (told.beneficiary->>'memberId')::uuid,
                told.beneficiary->>'name', told.beneficiary->>'relation', told.kind, told.amount, told."noteToSuperior", true,
                told."paidOn"
            from %s
            cross join jsonb_to_recordset(state->'lines') as told("lineId" uuid, beneficiary jsonb, kind text, amount bigint,
                "noteToSuperior" text, "paidOn" date)
            on conflict (line_id) do update set sent = true, paid_on = excluded.paid_on
            where proposal_line.proposal_id = excluded.proposal_id
            """.formatted(TAKEN);

    private final Sql sql;
    private final Proposals proposals;
    private final ProposalLines lines;

    ProposalReplica(Sql sql, Proposals proposals, ProposalLines lines) {
        this.sql = sql;
        this.proposals = proposals;
        this.lines = lines;
    }

    @Override
    public AggregateType type() {
        return ProposalState.TYPE;
    }

    @Override
    public Ownership ownership() {
        return Ownership.by("id").union("ownerUnionId").unit("unitId");
    }

    @Override
    public void apply(String taken) {
        sql.change(UPSERT, taken);
        sql.change(FORGET_LINES, taken);
        sql.change(KEEP_LINES, taken);
    }

    @Override
    public void withdraw(UUID[] ids) {
        sql.change("delete from proposal_line where proposal_id = any (?)", (Object) ids);
        sql.change("delete from proposal where proposal_id = any (?)", (Object) ids);
    }

    @Override
    public Map<UUID, Record> held(Collection<UUID> ids) {
        List<Proposal> found = proposals.among(ids);
        Map<ProposalId, List<ProposalLines.Line>> all =
                lines.of(found.stream().map(Proposal::id).toList());
        return found.stream()
                .collect(Collectors.toMap(
                        each -> each.id().value(),
                        each -> each.state(ProposalLines.sent(all.getOrDefault(each.id(), List.of())))));
    }
}
