package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Directory;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.SupportKind;

/// Finds other requests for the people on a list, as far as the caller may know of them: nobody learns by a warning
/// that a case exists.
@ApplicationScoped
class EarlierRequests {

    /// More than that nobody reads.
    private static final int MOST = 2_000;

    private static final String FIND = """
            with mine as (
                select line_id, proposal_id, member_id, name_key, kind, proposed_on as until,
                    (proposed_on - interval '12 months')::date as since
                from proposal_line join proposal using (proposal_id)
                where proposal_id = ? and (sent or ?)
            ), asked as (
                select mine.line_id as of_line, mine.since, mine.until, other.*, false as by_name
                from mine join proposal_line other on other.member_id = mine.member_id
                where other.line_id <> mine.line_id
                union all
                select mine.line_id, mine.since, mine.until, other.*, true
                from mine join proposal_line other on other.name_key = mine.name_key and other.kind = mine.kind
                where mine.member_id is null and other.member_id is null and other.line_id <> mine.line_id
            )
            select of_line, proposal.proposal_id, null::uuid, proposed_on, asked.kind, asked.amount, proposal_grant.amount
            from asked join proposal on proposal.proposal_id = asked.proposal_id
            %s
            left join proposal_grant
                on proposal_grant.answer_id = answer.answer_id and proposal_grant.line_id = asked.line_id
            where stage <> 'WITHDRAWN' and proposed_on between asked.since and asked.until
                and (proposal.unit_id = any (?) or asked.sent and proposal.superior_unit_id = any (?))
                and (not by_name or proposal.unit_id = any (?))
            union all
            select line_id, null, case_id, requested_on, support_case.kind, requested_amount, approved
            from mine join support_case on support_case.member_id = mine.member_id
            where status <> 'WITHDRAWN' and requested_on between since and until and unit_id = any (?)
            union all
            select line_id, null, case_id, requested_on, support_case.kind, requested_amount, approved
            from mine join support_case on support_case.member_id is null and beneficiary_name is not null
                and person_key(beneficiary_name) = mine.name_key and support_case.kind = mine.kind
            where mine.member_id is null and status <> 'WITHDRAWN' and requested_on between since and until
                and unit_id = any (?) and unit_id = any (?)
            order by 1, 4 desc, 2, 3
            limit ?
            """.formatted(ProposalAnswers.COUNTING);

    private final Sql sql;
    private final Caller caller;
    private final Directory directory;

    EarlierRequests(Sql sql, Caller caller, Directory directory) {
        this.sql = sql;
        this.caller = caller;
        this.directory = directory;
    }

    private record Found(ProposalLineId line, EarlierRequest request) {

        static Found read(ResultSet row) throws SQLException {
            return new Found(
                    new ProposalLineId(row.getObject(1, UUID.class)),
                    new EarlierRequest(
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getObject(4, LocalDate.class),
                            SupportKind.valueOf(row.getString(5)),
                            (Long) row.getObject(6),
                            (Long) row.getObject(7)));
        }
    }

    /// By the line, for all lines in one query.
    ///
    /// @param own whether the lines that were not sent yet are shown as well
    /// @param union that the proposing unit belongs to now
    Map<ProposalLineId, List<EarlierRequest>> of(Proposal proposal, boolean own, UnitId union) {
        UUID[] visible = caller.visible(Permission.READ_SUPPORT, null).all();
        UUID[] ofUnion = directory.subtree(union).stream().map(UnitId::value).toArray(UUID[]::new);
        return sql
                .list(
                        FIND,
                        Found::read,
                        proposal.id().value(),
                        own,
                        visible,
                        visible,
                        ofUnion,
                        visible,
                        visible,
                        ofUnion,
                        MOST)
                .stream()
                .collect(Collectors.groupingBy(Found::line, Collectors.mapping(Found::request, Collectors.toList())));
    }
}
