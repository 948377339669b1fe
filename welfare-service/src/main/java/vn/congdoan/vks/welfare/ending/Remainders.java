package vn.congdoan.vks.welfare.ending;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;

/// Counts what is left in the books of units.
@ApplicationScoped
class Remainders {

    private static final String LEFT = """
            with asked as (select ?::uuid[] as units, ?::date as today)
            select what, many from (
                select 1 as place, 'FUNDS' as what, count(*) as many
                from fund, asked where unit_id = any (units) and moved_to is null
                union all
                select 2, 'SUPPORT_CASES', count(*)
                from support_case, asked
                where unit_id = any (units) and status in ('REQUESTED', 'VERIFIED', 'PROPOSED', 'APPROVED')
                union all
                select 3, 'SUPPORT_PROGRAMMES', count(*)
                from support_programme, asked where unit_id = any (units) and status in ('LISTED', 'APPROVED')
                union all
                select 4, 'CARE_COMMITMENTS', count(*)
                from care_commitment, asked where unit_id = any (units) and status in ('PROPOSED', 'APPROVED')
                union all
                select 5, 'PROPOSALS', count(*)
                from asked cross join proposal
                left join proposal_answer answer on answer.proposal_id = proposal.proposal_id
                    and answer.round = proposal.round
                    and answer.unit_id = coalesce(superior_unit_id, proposal.unit_id)
                where (proposal.unit_id = any (units) or superior_unit_id = any (units))
                    and case
                        when stage = 'WITHDRAWN' then false
                        when stage = 'DRAFT' or answer.outcome = 'SENT_BACK' then proposal.unit_id = any (units)
                        when answer.outcome is null then true
                        else exists (
                            select from proposal_grant
                            left join proposal_line using (line_id)
                            where proposal_grant.answer_id = answer.answer_id and proposal_grant.amount > 0
                                and proposal_line.paid_on is null) end
                union all
                select 6, 'CONTRIBUTION_PLANS', count(*)
                from contribution_plan, asked where unit_id = any (units) and status = 'OPEN'
                union all
                select 7, 'DRIVES', count(*)
                from drive, asked where unit_id = any (units) and closes_on >= today
                union all
                select 8, 'INSURANCE', count(*)
                from insurance_policy, asked
                where unit_id = any (units) and (ends_on > today and insured > 0 or exists (
                    select from insurance_claim
                    where insurance_claim.policy_id = insurance_policy.policy_id and insurance_claim.status = 'CLAIMED'))
                union all
                select 9, 'IMPORTS', count(*)
                from contribution_import, asked
                where unit_id = any (units) and forgotten_at is null and exists (
                    select from contribution_import_row
                    where contribution_import_row.import_id = contribution_import.import_id
                        and contribution_import_row.status in ('MATCHED', 'AMBIGUOUS', 'UNMATCHED'))
                union all
                select 10, 'PAYABLES', count(*)
                from payable, asked where unit_id = any (units) and status in ('UNASSIGNED', 'RECOGNISED', 'CLAIMED')
                union all
                select 11, 'PAYMENT_FILES', count(*)
                from payment_file, asked
                where unit_id = any (units) and payment_file.status in ('DRAFT', 'APPROVED', 'EXPORTED')
            ) counted where many > 0 order by place
            """;

    private final Sql sql;

    Remainders(Sql sql) {
        this.sql = sql;
    }

    /// What is left of the units' own; nothing that is not.
    List<Remainder> of(Collection<UnitId> units, LocalDate today) {
        return sql.list(
                LEFT,
                row -> new Remainder(Remainder.Kind.valueOf(row.getString(1)), row.getLong(2)),
                units.stream().map(UnitId::value).toArray(UUID[]::new),
                today);
    }
}
