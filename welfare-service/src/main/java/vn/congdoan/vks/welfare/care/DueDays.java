package vn.congdoan.vks.welfare.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.paging.PlaceInTime;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.time.BusinessTime;
import vn.congdoan.vks.welfare.ledger.FundId;
import vn.congdoan.vks.welfare.ledger.PaymentMethod;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.support.Beneficiary;
import vn.congdoan.vks.welfare.support.BeneficiaryKind;

/// The due days of care commitments that are written at this node, and what became of them. Days follow from the
/// schedule; only what was paid, came back or was left out is a row.
@ApplicationScoped
class DueDays {

    private static final UUID NONE_BEFORE = new UUID(0, 0);

    private static final String PAGE = """
            select due_on, amount, coalesce(state, 'DUE'), transfer_id, paid_on, method, voucher, received_by, reason
            from care_commitment
            cross join lateral (
                select due_on from care_days(first_due_on, every_months, least(?, last_due_on, ended_on)) as day (due_on)
                union
                select due_on from care_payment
                where care_payment.commitment_id = care_commitment.commitment_id
            ) due
            left join care_day_settled using (commitment_id, due_on)
            where commitment_id = ? and status in ('APPROVED', 'ENDED') and due_on > ? and written_here(owner_union_id)
            order by due_on limit ?
            """;

    private static final String MISSED = """
            select commitment_id, unit_id, name, kind, beneficiary_kind, member_id, beneficiary_name, relation, fund_id,
                due_on, amount
            from care_commitment
            cross join lateral (
                select due_on from care_days(first_due_on, every_months, least(?, last_due_on, ended_on)) as day (due_on)
                where not exists (
                    select from care_payment
                    where care_payment.commitment_id = care_commitment.commitment_id
                        and care_payment.due_on = day.due_on)
                union all
                select due_on from care_day_settled
                where care_day_settled.commitment_id = care_commitment.commitment_id and state = 'DUE' and due_on <= ?
            ) missed
            where unit_id = any (?) and status in ('APPROVED', 'ENDED') and (due_on, commitment_id) > (?, ?)
                and written_here(owner_union_id)
            order by due_on, commitment_id limit ?
            """;

    private static final String DUE = """
            select commitment_id, due_on
            from care_commitment
            cross join lateral (
                select due_on from care_days(first_due_on, every_months, least(?, last_due_on, ended_on)) as day (due_on)
                where not exists (
                    select from care_payment
                    where care_payment.commitment_id = care_commitment.commitment_id
                        and care_payment.due_on = day.due_on)
                union all
                select due_on from care_payment
                where care_payment.commitment_id = care_commitment.commitment_id and state = 'DUE' and due_on <= ?
            ) due
            where commitment_id = any (?) and status in ('APPROVED', 'ENDED') and written_here(owner_union_id)
            order by commitment_id, due_on
            """;

    private static final String PAY = """
            insert into care_payment (payment_id, commitment_id, due_on, state, transfer_id, paid_on, method, voucher,
                received_by, paid_by)
            values (?, ?, ?, 'PAID', ?, ?, ?, ?, ?, ?)
            on conflict (commitment_id, due_on) do update set state = excluded.state,
                transfer_id = excluded.transfer_id, paid_on = excluded.paid_on, method = excluded.method,
                voucher = excluded.voucher, received_by = excluded.received_by, paid_by = excluded.paid_by
            where care_payment.state = 'DUE'
            """;

    private static final String TAKE_BACK = """
            with before_it as (
                select payment_id, transfer_id from care_payment
                where commitment_id = ? and due_on = ? and state = 'PAID' for update
            )
            update care_payment set state = 'DUE', transfer_id = null, paid_on = null, method = null, voucher = null,
                received_by = null, paid_by = null
            from before_it where care_payment.payment_id = before_it.payment_id
            returning before_it.transfer_id
            """;

    /// After a restore what took payments back comes back from where it had been told.
    private static final String SETTLE = """
            update care_payment set state = 'DUE', transfer_id = null, paid_on = null, method = null, voucher = null,
                received_by = null, paid_by = null
            where commitment_id = ? and state = 'PAID'
                and exists (select from transfer back where back.reverses = care_payment.transfer_id)
            """;

    private static final String LEAVE_OUT = """
            insert into care_payment (payment_id, commitment_id, due_on, state, reason) values (?, ?, ?, 'LEFT_OUT', ?)
            on conflict (commitment_id, due_on) do update set state = excluded.state, reason = excluded.reason
            where care_payment.state = 'DUE'
            """;

    private final Sql sql;

    DueDays(Sql sql) {
        this.sql = sql;
    }

    /// Before which day a due day lies that was missed.
    static LocalDate missedBefore(LocalDate today) {
        return today.minusMonths(1);
    }

    /// What became of a due day: DUE, PAID or LEFT_OUT; empty where nothing did.
    Optional<DueState> state(CareCommitmentId id, LocalDate dueOn) {
        return sql.one(
                "select state from care_payment where commitment_id = ? and due_on = ?",
                row -> DueState.valueOf(row.getString(1)),
                id.value(),
                dueOn);
    }

    /// A day on which something of a commitment is due.
    record Due(UUID commitment, LocalDate dueOn) {}

    /// What is due of commitments through a day, and neither paid nor left out.
    List<Due> due(Collection<UUID> commitments, LocalDate through) {
        return sql.list(
                DUE,
                row -> new Due(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                through,
                through,
                commitments.toArray(UUID[]::new));
    }

    void paid(CareCommitmentId id, CarePayment form, TransferId transfer, String by) {
        one(sql.change(
                PAY,
                id.promise(form.dueOn()).value(),
                id.value(),
                form.dueOn(),
                transfer.value(),
                form.date(),
                form.method().name(),
                form.voucher(),
                form.receivedBy(),
                by));
    }

    /// A payment that came back: due again. The entry that paid it; empty if it is not paid.
    Optional<TransferId> returned(CareCommitmentId id, LocalDate dueOn) {
        return sql.one(TAKE_BACK, row -> new TransferId(row.getObject(1, UUID.class)), id.value(), dueOn);
    }

    /// What came back before a restore is due again: so says the ledger. Returns how many.
    int settle(CareCommitmentId id) {
        return sql.change(SETTLE, id.value());
    }

    void leftOut(CareCommitmentId id, LocalDate dueOn, String reason) {
        one(sql.change(LEAVE_OUT, id.promise(dueOn).value(), id.value(), dueOn, reason));
    }

    /// Leaves out what came back and was due after a day; returns the promises for it.
    List<PromiseId> leftOutAfter(CareCommitmentId id, LocalDate day) {
        return sql.list("""
                update care_payment set state = 'LEFT_OUT' where commitment_id = ? and due_on > ? and state = 'DUE'
                returning payment_id
                """, row -> new PromiseId(row.getObject(1, UUID.class)), id.value(), day);
    }

    /// Due days of a commitment that was approved, through the end of twelve months from today; days that were paid
    /// before it ended as well.
    List<DueDayView> page(CareCommitmentId id, LocalDate today, @Nullable PlaceInTime after, int rows) {
        return sql.list(
                PAGE,
                row -> dueDay(row, missedBefore(today)),
                today.plusMonths(12),
                id.value(),
                after == null ? BusinessTime.EARLIEST.minusDays(1) : after.day(),
                rows);
    }

    /// What was missed in these units, the oldest first.
    List<MissedCareView> missed(UUID[] units, LocalDate today, @Nullable PlaceInTime after, int rows) {
        LocalDate last = missedBefore(today).minusDays(1);
        PlaceInTime begin = after == null ? new PlaceInTime(BusinessTime.EARLIEST, NONE_BEFORE) : after;
        return sql.list(MISSED, DueDays::missed, last, last, units, begin.day(), begin.id(), rows);
    }

    private static void one(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("The due day was settled meanwhile");
        }
    }

    private static DueDayView dueDay(ResultSet row, LocalDate missedBefore) throws SQLException {
        LocalDate dueOn = row.getObject(1, LocalDate.class);
        DueState state = DueState.valueOf(row.getString(3));
        UUID transfer = row.getObject(4, UUID.class);
        String method = row.getString(6);
        return new DueDayView(
                dueOn,
                row.getLong(2),
                state == DueState.DUE && dueOn.isBefore(missedBefore) ? DueState.MISSED : state,
                transfer == null ? null : new TransferId(transfer),
                row.getObject(5, LocalDate.class),
                method == null ? null : PaymentMethod.valueOf(method),
                row.getString(7),
                row.getString(8),
                row.getString(9));
    }

    private static MissedCareView missed(ResultSet row) throws SQLException {
        UUID member = row.getObject(6, UUID.class);
        return new MissedCareView(
                new CareCommitmentId(row.getObject(1, UUID.class)),
                new UnitId(row.getObject(2, UUID.class)),
                row.getString(3),
                SupportKind.valueOf(row.getString(4)),
                new Beneficiary(
                        BeneficiaryKind.valueOf(row.getString(5)),
                        member == null ? null : new MemberId(member),
                        row.getString(7),
                        row.getString(8)),
                new FundId(row.getObject(9, UUID.class)),
                row.getObject(10, LocalDate.class),
                row.getLong(11));
    }
}
