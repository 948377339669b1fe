package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.support.Beneficiary;
import vn.congdoan.vks.welfare.support.BeneficiaryKind;

/// Who is on the lists of proposals.
@ApplicationScoped
class ProposalLines {

    private static final String ADD = """
            insert into proposal_line (line_id, proposal_id, beneficiary_kind, member_id, beneficiary_name, relation, kind,
                amount, note_to_superior, reason, sent)
            select line_id, ?, beneficiary_kind, member_id, beneficiary_name, relation, kind, amount, note_to_superior, reason,
                false
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[])
                as told (line_id, beneficiary_kind, member_id, beneficiary_name, relation, kind, amount, note_to_superior,
                    reason)
            """;

    /// With what was granted by the answer that counts.
    private static final String OF_ALL = """
            select line.line_id, line.proposal_id, beneficiary_kind, line.member_id, beneficiary_name, relation, line.kind,
                line.amount, line.note_to_superior, line.reason, line.sent, line.paid_on, line.transfer_id,
                proposal_grant.amount, full_name, answer.answer_id
            from proposal_line line join proposal using (proposal_id)
            %s
            left join proposal_grant
                on proposal_grant.answer_id = answer.answer_id and proposal_grant.line_id = line.line_id
            left join directory_member on directory_member.member_id = line.member_id
            where line.proposal_id = any (?)
            order by line.line_id
            """.formatted(ProposalAnswers.COUNTING);

    /// Of what was sent, and of all.
    private static final String SUMS = """
            select line.proposal_id, line.sent, count(*), sum(line.amount),
                coalesce(sum(proposal_grant.amount) filter (where line.paid_on is not null), 0)::bigint
            from proposal_line line join proposal using (proposal_id)
            %s
            left join proposal_grant
                on proposal_grant.answer_id = answer.answer_id and proposal_grant.line_id = line.line_id
            where line.proposal_id = any (?)
            group by line.proposal_id, line.sent
            """.formatted(ProposalAnswers.COUNTING);

    private static final String PAID = """
            update proposal_line set paid_on = ?, transfer_id = told.transfer
            from unnest(?::uuid[], ?::uuid[]) as told (line, transfer) where line_id = told.line
            """;

    /// After a restore payments, and what took them back, come back from where they had been told.
    private static final String UNSETTLE = """
            update proposal_line set paid_on = null, transfer_id = null
            where proposal_id = ? and exists (select from transfer back where back.reverses = proposal_line.transfer_id)
            """;

    private static final String SETTLE = """
            update proposal_line set paid_on = payment.value_date, transfer_id = payment.transfer_id
            from proposal %s cross join transfer payment
            where proposal_line.proposal_id = ? and proposal.proposal_id = proposal_line.proposal_id
                and proposal_line.transfer_id is null
                and payment.fulfils = proposal_promise(answer.answer_id, line_id::text)
                and not exists (select from transfer back where back.reverses = payment.transfer_id)
            """.formatted(ProposalAnswers.COUNTING);

    private final Sql sql;

    ProposalLines(Sql sql) {
        this.sql = sql;
    }

    /// @param amount what is asked for
    /// @param granted null as long as nothing is decided
    /// @param name of the member; null: it is none, or not known here
    /// @param answer to the last round; null: there is none
    record Line(
            ProposalLineId id,
            ProposalId proposal,
            Beneficiary beneficiary,
            SupportKind kind,
            long amount,
            @Nullable String noteToSuperior,
            @Nullable String reason,
            boolean sent,
            @Nullable LocalDate paidOn,
            @Nullable TransferId transfer,
            @Nullable Long granted,
            @Nullable String name,
            @Nullable ProposalAnswerId answer) {

        static Line read(ResultSet row) throws SQLException {
            UUID member = row.getObject(4, UUID.class);
            UUID transfer = row.getObject(13, UUID.class);
            UUID answer = row.getObject(16, UUID.class);
            return new Line(
                    new ProposalLineId(row.getObject(1, UUID.class)),
                    new ProposalId(row.getObject(2, UUID.class)),
                    new Beneficiary(
                            BeneficiaryKind.valueOf(row.getString(3)),
                            member == null ? null : new MemberId(member),
                            row.getString(5),
                            row.getString(6)),
                    SupportKind.valueOf(row.getString(7)),
                    row.getLong(8),
                    row.getString(9),
                    row.getString(10),
                    row.getBoolean(11),
                    row.getObject(12, LocalDate.class),
                    transfer == null ? null : new TransferId(transfer),
                    (Long) row.getObject(14),
                    row.getString(15),
                    answer == null ? null : new ProposalAnswerId(answer));
        }

        /// The promise that is made for it when its money was received: another one after another decision.
        PromiseId promise() {
            return Objects.requireNonNull(answer).promise(id.toString());
        }

        long grantedOrNothing() {
            return granted == null ? 0 : granted;
        }

        /// What was paid on.
        long passedOn() {
            return paidOn == null ? 0 : grantedOrNothing();
        }

        boolean isDue() {
            return paidOn == null && grantedOrNothing() > 0;
        }

        ProposalState.Line state() {
            return new ProposalState.Line(id, beneficiary, kind, amount, noteToSuperior, paidOn);
        }
    }

    /// What lines come to.
    ///
    /// @param passedOn what was paid on
    record Sums(int people, long requested, long passedOn) {

        static final Sums NONE = new Sums(0, 0, 0);

        static Sums of(List<Line> lines) {
            return new Sums(
                    lines.size(),
                    lines.stream().mapToLong(Line::amount).sum(),
                    lines.stream().mapToLong(Line::passedOn).sum());
        }

        Sums and(Sums other) {
            return new Sums(people + other.people, requested + other.requested, passedOn + other.passedOn);
        }
    }

    /// What the lines of many proposals come to, in one query.
    ///
    /// @param whole of which of them also the lines count that were not sent
    Map<ProposalId, Sums> sums(Collection<ProposalId> proposals, Predicate<ProposalId> whole) {
        record Row(ProposalId proposal, boolean sent, Sums sums) {}
        return sql
                .list(
                        SUMS,
                        row -> new Row(
                                new ProposalId(row.getObject(1, UUID.class)),
                                row.getBoolean(2),
                                new Sums(row.getInt(3), row.getLong(4), row.getLong(5))),
                        (Object) proposals.stream().map(ProposalId::value).toArray(UUID[]::new))
                .stream()
                .filter(row -> row.sent() || whole.test(row.proposal()))
                .collect(Collectors.toMap(Row::proposal, Row::sums, Sums::and));
    }

    void add(ProposalId proposal, List<NewProposalLine> lines) {
        List<Beneficiary> people =
                lines.stream().map(each -> each.beneficiary().clean()).toList();
        sql.change(
                ADD,
                proposal.value(),
                Stream.generate(Ids::next).limit(lines.size()).toArray(UUID[]::new),
                people.stream().map(each -> each.kind().name()).toArray(String[]::new),
                people.stream()
                        .map(each ->
                                each.memberId() == null ? null : each.memberId().value())
                        .toArray(UUID[]::new),
                people.stream().map(Beneficiary::name).toArray(String[]::new),
                people.stream().map(Beneficiary::relation).toArray(String[]::new),
                lines.stream().map(each -> each.kind().name()).toArray(String[]::new),
                lines.stream().mapToLong(NewProposalLine::amount).toArray(),
                lines.stream()
                        .map(each -> Proposal.cleaned(each.noteToSuperior()))
                        .toArray(String[]::new),
                lines.stream().map(each -> Proposal.cleaned(each.reason())).toArray(String[]::new));
    }

    /// Takes some off the list; returns how many were on it.
    int remove(ProposalId proposal, Collection<ProposalLineId> lines) {
        return sql.change(
                "delete from proposal_line where proposal_id = ? and line_id = any (?)", proposal.value(), ids(lines));
    }

    /// All that is on the list goes up.
    void send(ProposalId proposal) {
        sql.change("update proposal_line set sent = true where proposal_id = ? and not sent", proposal.value());
    }

    List<Line> of(ProposalId proposal) {
        return sql.list(OF_ALL, Line::read, (Object) new UUID[] {proposal.value()});
    }

    /// The lines of many proposals, in one query.
    Map<ProposalId, List<Line>> of(Collection<ProposalId> proposals) {
        return sql
                .list(OF_ALL, Line::read, (Object)
                        proposals.stream().map(ProposalId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(Line::proposal));
    }

    /// What others are told of: all that was sent.
    static List<ProposalState.Line> sent(List<Line> lines) {
        return lines.stream().filter(Line::sent).map(Line::state).toList();
    }

    /// @param transfers of each, in the same order
    void paid(List<Line> lines, LocalDate day, List<TransferId> transfers) {
        sql.change(
                PAID,
                day,
                ids(lines.stream().map(Line::id).toList()),
                transfers.stream().map(TransferId::value).toArray(UUID[]::new));
    }

    /// What was paid or came back before a restore is paid, or due: so says the ledger.
    void settle(ProposalId proposal) {
        sql.change(UNSETTLE, proposal.value());
        sql.change(SETTLE, proposal.value());
    }

    /// Whose proposals the lines are on.
    Map<UUID, UnitId> units(Collection<UUID> lines) {
        return sql
                .list(
                        "select line_id, unit_id from proposal_line join proposal using (proposal_id) where line_id = any (?)",
                        row -> Map.entry(row.getObject(1, UUID.class), new UnitId(row.getObject(2, UUID.class))),
                        (Object) lines.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// The payment came back: it is due again.
    void returned(Line line) {
        sql.change(
                "update proposal_line set paid_on = null, transfer_id = null where line_id = ?",
                line.id().value());
    }

    private static UUID[] ids(Collection<ProposalLineId> lines) {
        return lines.stream().map(ProposalLineId::value).toArray(UUID[]::new);
    }
}
