package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.SupportKind;
import vn.congdoan.vks.welfare.ledger.TransferId;
import vn.congdoan.vks.welfare.payee.PayeeAccount;
import vn.congdoan.vks.welfare.payout.CauseKind;
import vn.congdoan.vks.welfare.payout.DuePayment;

/// What payment files pay. Whatever is done to many lines is one statement.
@ApplicationScoped
class PaymentFileLines {

    private static final String ADD = """
            insert into payment_file_line (line_id, file_id, owner_union_id, line, kind, cause_id, promise_id, due_on, unit_id, payee_id,
                purpose, amount, reference, state, sealed)
            select line_id, ?, ?, line, kind, cause_id, promise_id, due_on::date, unit_id, payee_id, purpose, amount, reference, 'OPEN', sealed
            from unnest(?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[],
                ?::text[], ?::bytea[])
                as told (line_id, line, kind, cause_id, promise_id, due_on, unit_id, payee_id, purpose, amount, reference, sealed)
            """;

    /// A payment that was taken back by itself came back as well.
    private static final String STATE = """
            case when line.state = 'PAID' and exists (select from transfer back where back.reverses = line.transfer_id)
                then 'RETURNED' else line.state end""";

    private static final String SELECT = """
            select line.line_id, line.line, line.kind, line.cause_id, line.promise_id, line.unit_id, line.payee_id,
                line.purpose, line.amount, line.reference, %s, line.answer, line.answered_on, line.bank_reference, line.reason,
                line.transfer_id, line.sealed, line.due_on
            from payment_file_line line
            """.formatted(STATE);

    private static final String PAGE = SELECT + """
            where line.file_id = ? and line.line > ? and (?::text is null or (%s) = ?)
                and (?::boolean is null or (line.state = 'OPEN' and (line.answer is not null) = ?))
            order by line.line limit ?
            """.formatted(STATE);

    /// Not what is paid to whoever asks: that is for somebody else.
    private static final String NEXT = SELECT + """
            where line.file_id = ? and payee_id is distinct from ?::uuid
                and ((line.state = 'OPEN' and line.answer is not null) or (line.state = 'PAID' and line.answer = 'RETURNED'))
            order by line.line limit ? for update of line
            """;

    private static final String ANSWERED = """
            update payment_file_line line
            set answer = told.answer, answered_on = told.day::date,
                bank_reference = coalesce(told.bank_reference, line.bank_reference), reason = told.reason
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (line_id, answer, day, bank_reference, reason)
            where line.line_id = told.line_id
            """;

    private static final String SETTLE = """
            update payment_file_line line set state = told.state, transfer_id = told.transfer
            from unnest(?::uuid[], ?::text[], ?::uuid[]) as told (line_id, state, transfer)
            where line.line_id = told.line_id
            """;

    private static final String TOTALS = """
            select file_id, count(*) filter (where state = 'OPEN'),
                count(*) filter (where (state = 'OPEN' and answer is not null) or (stored = 'PAID' and answer = 'RETURNED')),
                count(*) filter (where state = 'PAID'), count(*) filter (where state = 'FAILED'),
                count(*) filter (where state = 'RETURNED'), count(*) filter (where state = 'FREED'),
                coalesce(sum(amount) filter (where state = 'PAID'), 0)::bigint
            from (
                select line.file_id, line.answer, line.amount, line.state as stored, %s as state
                from payment_file_line line where line.file_id = any (?)
            ) lines group by file_id
            """.formatted(STATE);

    private final Sql sql;

    PaymentFileLines(Sql sql) {
        this.sql = sql;
    }

    /// @param sealed where it is paid to, by the id of the line
    @SuppressWarnings("ArrayRecordComponent") // handed over once, to be opened
    record Line(
            UUID id,
            int line,
            CauseKind kind,
            UUID cause,
            PromiseId promise,
            @Nullable LocalDate dueOn,
            UnitId unit,
            UUID payee,
            SupportKind purpose,
            long amount,
            String reference,
            PaymentLineState state,
            @Nullable BankOutcome answer,
            @Nullable LocalDate answeredOn,
            @Nullable String bankReference,
            @Nullable String reason,
            @Nullable TransferId transfer,
            byte[] sealed) {

        static Line read(ResultSet row) throws SQLException {
            String answer = row.getString(12);
            UUID transfer = row.getObject(16, UUID.class);
            return new Line(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    CauseKind.valueOf(row.getString(3)),
                    row.getObject(4, UUID.class),
                    new PromiseId(row.getObject(5, UUID.class)),
                    row.getObject(18, LocalDate.class),
                    new UnitId(row.getObject(6, UUID.class)),
                    row.getObject(7, UUID.class),
                    SupportKind.valueOf(row.getString(8)),
                    row.getLong(9),
                    row.getString(10),
                    PaymentLineState.valueOf(row.getString(11)),
                    answer == null ? null : BankOutcome.valueOf(answer),
                    row.getObject(13, LocalDate.class),
                    row.getString(14),
                    row.getString(15),
                    transfer == null ? null : new TransferId(transfer),
                    row.getBytes(17));
        }

        PaymentLineView view(@Nullable PayeeAccount account) {
            return new PaymentLineView(
                    line,
                    kind,
                    cause,
                    dueOn,
                    payee,
                    reference,
                    amount,
                    state,
                    answer,
                    answeredOn,
                    bankReference,
                    reason,
                    transfer,
                    account);
        }
    }

    /// What the bank has said of a line.
    record Answer(
            UUID line,
            BankOutcome outcome,
            LocalDate day,
            @Nullable String bankReference,
            @Nullable String reason) {}

    /// What becomes of a line.
    ///
    /// @param transfer that paid it; null: nothing did
    record Settling(
            UUID line, PaymentLineState state, @Nullable TransferId transfer) {}

    /// Numbers them from 1.
    ///
    /// @param ids of the lines, in the same order, and where each is paid to, sealed
    void add(PaymentFile to, List<DuePayment> due, List<CauseKind> kinds, UUID[] ids, byte[][] sealed) {
        sql.change(
                ADD,
                to.id().value(),
                to.ownerUnionId().value(),
                ids,
                IntStream.rangeClosed(1, ids.length).toArray(),
                kinds.stream().map(CauseKind::name).toArray(String[]::new),
                due.stream().map(DuePayment::cause).toArray(UUID[]::new),
                due.stream().map(each -> each.promise().value()).toArray(UUID[]::new),
                due.stream()
                        .map(each -> each.dueOn() == null ? null : each.dueOn().toString())
                        .toArray(String[]::new),
                due.stream().map(each -> each.unit().value()).toArray(UUID[]::new),
                due.stream().map(DuePayment::payee).toArray(UUID[]::new),
                due.stream().map(each -> each.purpose().name()).toArray(String[]::new),
                due.stream().mapToLong(DuePayment::amount).toArray(),
                IntStream.range(0, ids.length)
                        .mapToObj(each -> LineReference.of(ids[each]))
                        .toArray(String[]::new),
                sealed);
    }

    /// Of which units the records are that a file pays.
    List<UnitId> units(PaymentFileId file) {
        return sql.list(
                "select distinct unit_id from payment_file_line where file_id = ?",
                row -> new UnitId(row.getObject(1, UUID.class)),
                file.value());
    }

    /// All lines, in their order.
    List<Line> of(PaymentFileId file) {
        return sql.list(SELECT + "where line.file_id = ? order by line.line", Line::read, file.value());
    }

    /// Those whose money is not kept back.
    List<Line> unpromised(PaymentFileId file) {
        return sql.list(SELECT + """
                where line.file_id = ? and not exists (
                    select from promise where promise.promise_id = line.promise_id and promise.state = 'PENDING')
                order by line.line
                """, Line::read, file.value());
    }

    /// @param answered only those on their way of which the bank has said something, or nothing; null: all
    List<Line> page(
            PaymentFileId file, @Nullable PaymentLineState state, @Nullable Boolean answered, int after, int rows) {
        String wanted = state == null ? null : state.name();
        return sql.list(PAGE, Line::read, file.value(), after, wanted, wanted, answered, answered, rows);
    }

    /// Those of the references that are lines of the file, held until the transaction ends.
    Map<String, Line> referred(PaymentFileId file, Collection<String> references) {
        return sql
                .list(
                        SELECT
                                + "where line.file_id = ? and line.reference = any (?) order by line.line for update of line",
                        Line::read,
                        file.value(),
                        references.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Line::reference, each -> each));
    }

    void answered(List<Answer> answers) {
        sql.change(
                ANSWERED,
                answers.stream().map(Answer::line).toArray(UUID[]::new),
                answers.stream().map(each -> each.outcome().name()).toArray(String[]::new),
                answers.stream().map(each -> each.day().toString()).toArray(String[]::new),
                answers.stream().map(Answer::bankReference).toArray(String[]::new),
                answers.stream().map(Answer::reason).toArray(String[]::new));
    }

    /// The next lines of which the bank has said something that is not booked.
    ///
    /// @param caller the member who asks; null: none
    List<Line> next(PaymentFileId file, @Nullable UUID caller, int most) {
        return sql.list(NEXT, Line::read, file.value(), caller, most);
    }

    void settle(List<Settling> settled) {
        sql.change(
                SETTLE,
                settled.stream().map(Settling::line).toArray(UUID[]::new),
                settled.stream().map(each -> each.state().name()).toArray(String[]::new),
                settled.stream()
                        .map(each ->
                                each.transfer() == null ? null : each.transfer().value())
                        .toArray(UUID[]::new));
    }

    /// Gives back what is on its way.
    void free(PaymentFileId file) {
        sql.change("update payment_file_line set state = 'FREED' where file_id = ? and state = 'OPEN'", file.value());
    }

    /// What became of the lines of files, in one query.
    Map<PaymentFileId, PaymentFileView.Totals> totals(Collection<PaymentFileId> files) {
        record Row(PaymentFileId file, PaymentFileView.Totals totals) {}
        Map<PaymentFileId, PaymentFileView.Totals> totals = new HashMap<>();
        sql.list(
                        TOTALS,
                        row -> new Row(
                                new PaymentFileId(row.getObject(1, UUID.class)),
                                new PaymentFileView.Totals(
                                        row.getInt(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getLong(8))),
                        (Object) files.stream().map(PaymentFileId::value).toArray(UUID[]::new))
                .forEach(each -> totals.put(each.file(), each.totals()));
        return totals;
    }
}
