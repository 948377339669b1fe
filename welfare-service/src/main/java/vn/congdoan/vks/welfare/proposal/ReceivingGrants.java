package vn.congdoan.vks.welfare.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.Transfer;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Money that came for proposals, as it was written down by the unions that asked for it.
@ApplicationScoped
public class ReceivingGrants {

    private final Sql sql;

    ReceivingGrants(Sql sql) {
        this.sql = sql;
    }

    void add(ProposalId proposal, Transfer money, long amount) {
        sql.change(
                "insert into proposal_receipt (transfer_id, proposal_id, amount, received_on) values (?, ?, ?, ?)",
                money.id().value(),
                proposal.value(),
                amount,
                money.date());
    }

    List<ProposalView.Receipt> of(ProposalId proposal) {
        return sql.list(
                """
                select transfer_id, amount, received_on from proposal_receipt where proposal_id = ?
                order by received_on, transfer_id
                """,
                row -> new ProposalView.Receipt(
                        new TransferId(row.getObject(1, UUID.class)),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class)),
                proposal.value());
    }

    /// Takes one away that was written down by mistake; returns how much it was, or nothing if there is none.
    Optional<Long> remove(ProposalId proposal, TransferId money) {
        return sql.one(
                "delete from proposal_receipt where proposal_id = ? and transfer_id = ? returning amount",
                row -> row.getLong(1),
                proposal.value(),
                money.value());
    }

    /// Whether an entry is money for a proposal: then it is taken back there.
    public boolean has(TransferId entry) {
        return sql.one("select 1 from proposal_receipt where transfer_id = ?", row -> row.getInt(1), entry.value())
                .isPresent();
    }
}
