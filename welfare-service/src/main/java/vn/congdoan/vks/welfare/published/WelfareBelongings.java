package vn.congdoan.vks.welfare.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.congdoan.vks.platform.attachment.ContentKeys;
import vn.congdoan.vks.platform.handover.Belongings;
import vn.congdoan.vks.platform.handover.MovingTable;
import vn.congdoan.vks.platform.handover.TablesOfThePlatform;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.entitlement.LifeNotes;
import vn.congdoan.vks.welfare.imports.KnownStatements;
import vn.congdoan.vks.welfare.payee.SealedAccounts;
import vn.congdoan.vks.welfare.support.HealthNotes;

/// What moves with a union's funds to its own node: the books themselves are published, who booked and whose gift
/// it was are not.
@ApplicationScoped
class WelfareBelongings implements Belongings {

    private static final String SUPPORT_CASE = "support_case";
    private static final String SUPPORT_VISIT = "support_visit";
    private static final String IMPORT_KEY = "contribution_import_key";
    private static final String LIFE_EVENT = "life_event";
    private static final String ATTACHMENT = "attachment";
    private static final String PAYEE_ACCOUNT = "payee_account";
    private static final String PAYMENT_LINE = "payment_file_line";
    private static final String OWNED = "moving.owner_union_id = any (own.unions)";
    private static final String OF_OWNED_FUNDS = """
            exists (select from fund
                    where fund.fund_id = moving.fund_id and fund.owner_union_id = any (own.unions))
            """;
    private static final String OF_OWNED_PROPOSALS = """
            exists (select from proposal
                    where proposal.proposal_id = moving.proposal_id and proposal.owner_union_id = any (own.unions))
            """;
    private static final String OF_OWNED_POLICIES = """
            exists (select from insurance_policy
                    where insurance_policy.policy_id = moving.policy_id
                        and insurance_policy.owner_union_id = any (own.unions))
            """;
    private static final String MADE_ANEW = "made anew from what is published";
    private static final String PUBLISHED = "all of it is published";

    /// Contributions of ours whose place in the chain is known and whose receipts were not numbered before they
    /// moved.
    private static final String NUMBER_RECEIPTS = """
            select number_receipts(array(
                select transfer_id from contribution join proof_link using (transfer_id)
                where owner_union_id = any (?)
                    and not exists (select from receipt where receipt.contribution_id = contribution.contribution_id)))
            """;

    private final HealthNotes notes;
    private final KnownStatements statements;
    private final ContentKeys contentKeys;
    private final LifeNotes lifeNotes;
    private final SealedAccounts accounts;
    private final Sql sql;

    WelfareBelongings(
            HealthNotes notes,
            KnownStatements statements,
            ContentKeys contentKeys,
            LifeNotes lifeNotes,
            SealedAccounts accounts,
            Sql sql) {
        this.notes = notes;
        this.statements = statements;
        this.contentKeys = contentKeys;
        this.lifeNotes = lifeNotes;
        this.accounts = accounts;
        this.sql = sql;
    }

    @Override
    public List<MovingTable> tables() {
        return List.of(
                MovingTable.ofRecords("fund", "fund_id", OWNED).broughtBy("bring_funds"),
                MovingTable.ofRecords("promise", "promise_id", OF_OWNED_FUNDS).broughtBy("bring_promises"),
                MovingTable.ofRecords("transfer", "transfer_id", OF_OWNED_FUNDS).broughtBy("bring_transfers"),
                MovingTable.ofRecords("contribution_plan", "plan_id", OWNED).onlyChanging("list_changes, created_as"),
                MovingTable.ofChangingSecrets("contribution_plan_line", "line_id", """
                        exists (select from contribution_plan
                                where contribution_plan.plan_id = moving.plan_id
                                    and contribution_plan.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofRecords("drive", "drive_id", OWNED).onlyChanging("created_as"),
                MovingTable.ofChangingSecrets("pledge", "pledge_id", """
                        exists (select from drive
                                where drive.drive_id = moving.drive_id and drive.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofRecords("contribution", "contribution_id", OWNED).broughtBy("bring_contributions"),
                MovingTable.ofSecrets("receipt", "contribution_id", OF_OWNED_FUNDS)
                        .broughtBy("bring_receipts"),
                MovingTable.ofRecords("closing_statement", "statement_id", OWNED)
                        .broughtBy("bring_closing_statements"),
                MovingTable.ofRecords("fund_move", "move_id", OWNED).broughtBy("bring_fund_moves"),
                MovingTable.ofRecords("goods_issue", "issue_id", OWNED).broughtBy("bring_goods_issues"),
                MovingTable.ofRecords("period", "period_id", OWNED).broughtBy("bring_periods"),
                MovingTable.ofRecords("support_limit", "limit_id", OWNED).onlyChanging("created_as"),
                MovingTable.ofRecords("support_programme", "programme_id", OWNED)
                        .onlyChanging("listed_by, shortened_by, approved_by, created_as"),
                MovingTable.ofChangingSecrets("programme_line", "line_id", """
                        exists (select from support_programme
                                where support_programme.programme_id = moving.programme_id
                                    and support_programme.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofRecords(SUPPORT_CASE, "case_id", OWNED)
                        .onlyChanging(
                                "member_id, beneficiary_name, relation, requested_amount, reason, health_note, refusal, voucher,"
                                        + " received_by, requested_by, proposed_by, approved_by, paid_by, transfer_id,"
                                        + " created_as"),
                MovingTable.ofChangingSecrets(SUPPORT_VISIT, "visit_id", """
                        exists (select from support_case
                                where support_case.case_id = moving.case_id
                                    and support_case.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofRecords("proposal", "proposal_id", OWNED)
                        .onlyChanging("reason, fund_id, listed_by, submitted_by, created_as"),
                MovingTable.ofRecords("proposal_line", "line_id", OF_OWNED_PROPOSALS)
                        .onlyChanging("reason, transfer_id"),
                MovingTable.ofChangingSecrets("proposal_receipt", "transfer_id", OF_OWNED_PROPOSALS),
                MovingTable.ofRecords("proposal_answer", "answer_id", OWNED)
                        .onlyChanging("fund_id, voucher, answered_by, paid_by"),
                MovingTable.ofRecords("care_commitment", "commitment_id", OWNED)
                        .onlyChanging("name, member_id, beneficiary_name, relation, end_text, written_by, approved_by,"
                                + " created_as"),
                MovingTable.ofChangingSecrets("care_payment", "payment_id", """
                        exists (select from care_commitment
                                where care_commitment.commitment_id = moving.commitment_id
                                    and care_commitment.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofRecords("insurance_policy", "policy_id", OWNED).onlyChanging("recorded_by, created_as"),
                MovingTable.ofChangingSecrets("insurance_endorsement", "endorsement_id", OF_OWNED_POLICIES),
                MovingTable.ofChangingSecrets("insured_person", "insured_id", OF_OWNED_POLICIES),
                MovingTable.ofChangingSecrets("insurance_premium", "transfer_id", OF_OWNED_POLICIES),
                MovingTable.ofChangingSecrets("insurance_claim", "claim_id", OF_OWNED_POLICIES),
                MovingTable.ofRecords("payable", "payable_id", OWNED)
                        .onlyChanging("text, voucher, entered_by, recognised_by, paid_by, claimed_by, created_as"),
                MovingTable.ofSecrets("payable_transfer", "transfer_id", """
                        exists (select from payable
                                where payable.payable_id = moving.payable_id
                                    and payable.owner_union_id = any (own.unions))
                        """),
                MovingTable.ofChangingSecrets(IMPORT_KEY, "owner_union_id", OWNED),
                MovingTable.ofChangingSecrets("contribution_layout", "layout_id", OWNED),
                MovingTable.ofChangingSecrets("contribution_import", "import_id", OWNED),
                MovingTable.ofChangingSecrets("contribution_import_row", "contribution_id", OWNED),
                MovingTable.ofChangingSecrets("entitlement_rule", "rule_id", OWNED),
                MovingTable.ofChangingSecrets(LIFE_EVENT, "event_id", OWNED),
                MovingTable.ofChangingSecrets("entitlement_set_aside", "entitlement_id", OWNED),
                TablesOfThePlatform.ATTACHMENTS,
                TablesOfThePlatform.ATTACHED_PARTS,
                MovingTable.ofChangingSecrets(PAYEE_ACCOUNT, "account_id", OWNED),
                MovingTable.ofChangingSecrets("payment_file", "file_id", OWNED),
                MovingTable.ofChangingSecrets(PAYMENT_LINE, "line_id", OWNED),
                MovingTable.ofChangingSecrets("payment_file_unmatched", "row_id", OWNED),
                TablesOfThePlatform.AUDIT_TRAIL);
    }

    @Override
    public Map<String, String> staying() {
        return TablesOfThePlatform.andDirectoryStayingWith(Map.ofEntries(
                TablesOfThePlatform.UNFINISHED_UPLOADS,
                Map.entry("account", PUBLISHED),
                Map.entry("account_balance", PUBLISHED),
                Map.entry("account_day", PUBLISHED),
                Map.entry("fund_promise", MADE_ANEW),
                Map.entry("goods_item", PUBLISHED),
                Map.entry("goods_issue_item", PUBLISHED),
                Map.entry("period_fund", PUBLISHED),
                Map.entry("award_bonus", "told anew by campaign-service"),
                Map.entry("closed_unit", PUBLISHED),
                Map.entry("posting", PUBLISHED),
                Map.entry("proposal_grant", PUBLISHED),
                Map.entry("books_check", MADE_ANEW),
                Map.entry("chart_account", "is the same at every node"),
                Map.entry("tet_day", "is the same at every node"),
                Map.entry("proof_link", MADE_ANEW),
                Map.entry("proof_place", MADE_ANEW)));
    }

    @Override
    public void complete(UUID[] unions) {
        sql.one(NUMBER_RECEIPTS, row -> true, (Object) unions);
    }

    @Override
    public void unseal(String table, ObjectNode row) {
        switch (table) {
            case SUPPORT_CASE, SUPPORT_VISIT -> notes.unseal(row);
            case IMPORT_KEY -> statements.unseal(row);
            case ATTACHMENT -> contentKeys.unseal(row);
            case LIFE_EVENT -> lifeNotes.unseal(row);
            case PAYEE_ACCOUNT -> accounts.unseal("account_id", row);
            case PAYMENT_LINE -> accounts.unseal("line_id", row);
            default -> {}
        }
    }

    @Override
    public void seal(String table, ObjectNode row) {
        switch (table) {
            case SUPPORT_CASE, SUPPORT_VISIT -> notes.seal(row);
            case IMPORT_KEY -> statements.seal(row);
            case ATTACHMENT -> contentKeys.seal(row);
            case LIFE_EVENT -> lifeNotes.seal(row);
            case PAYEE_ACCOUNT -> accounts.seal("account_id", row);
            case PAYMENT_LINE -> accounts.seal("line_id", row);
            default -> {}
        }
    }
}
