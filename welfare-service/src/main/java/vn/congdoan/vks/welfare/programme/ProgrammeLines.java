package vn.congdoan.vks.welfare.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.ledger.PromiseId;
import vn.congdoan.vks.welfare.ledger.TransferId;

/// Who is on the lists of programmes.
@ApplicationScoped
class ProgrammeLines {

    private static final String BY_RULE = """
            select member_id from directory_member
            where unit_id = any (?) and (
                (status = 'ACTIVE' and 'MEMBERS' = any (?))
                or (state->>'endReason' = 'RETIRED' and status <> 'ACTIVE' and 'RETIREES' = any (?)))
            order by member_id
            """;

    private static final String ADD = """
            insert into programme_line (line_id, programme_id, member_id, amount, state)
            select line_id, ?, member_id, ?, 'LISTED' from unnest(?::uuid[], ?::uuid[]) as told (line_id, member_id)
            """;

    private static final String LEAVE_OUT = """
            update programme_line set state = 'LEFT_OUT'
            where programme_id = ? and member_id = any (?) and state = 'LISTED'
            """;

    private static final String DUE = """
            select line_id, member_id, amount, state, transfer_id, null from programme_line
            where programme_id = ? and state = 'DUE' and (?::uuid[] is null or member_id = any (?))
                and not exists (
                    select from payment_file_line file where file.promise_id = programme_line.line_id and file.state = 'OPEN')
            order by line_id limit ? for update
            """;

    private static final String PAID = """
            update programme_line set state = 'PAID', transfer_id = told.transfer
            from unnest(?::uuid[], ?::uuid[]) as told (line, transfer) where line_id = told.line
            """;

    private static final String UNSETTLE = """
            update programme_line set state = 'DUE', transfer_id = null
            where programme_id = ? and state = 'PAID' and exists (
                select from transfer back
                where back.reverses is not null and back.reverses = programme_line.transfer_id)
            """;

    /// Each line is looked up by its promise: what is paid of all programmes is more than what is due of one.
    private static final String PAID_ELSEWHERE = """
            select line_id, payment.transfer_id
            from programme_line cross join lateral (
                select transfer_id from transfer
                where transfer.fulfils = line_id
                    and not exists (select from transfer back where back.reverses = transfer.transfer_id)
                limit 1
            ) payment
            where programme_id = ? and state = 'DUE'
            """;

    private static final String PAGE = """
            select line_id, member_id, amount, programme_line.state, transfer_id, full_name
            from programme_line left join directory_member using (member_id)
            where programme_id = ? and (?::text is null or programme_line.state = ?) and (?::uuid is null or line_id > ?)
            order by line_id limit ?
            """;

    private final Sql sql;

    ProgrammeLines(Sql sql) {
        this.sql = sql;
    }

    /// @param name null: not asked for, or not known here
    record Line(
            UUID id,
            MemberId member,
            long amount,
            LineState state,
            @Nullable TransferId transfer,
            @Nullable String name) {

        static Line read(ResultSet row) throws SQLException {
            UUID transfer = row.getObject(5, UUID.class);
            return new Line(
                    row.getObject(1, UUID.class),
                    new MemberId(row.getObject(2, UUID.class)),
                    row.getLong(3),
                    LineState.valueOf(row.getString(4)),
                    transfer == null ? null : new TransferId(transfer),
                    row.getString(6));
        }

        /// The promise that is made for it.
        PromiseId promise() {
            return new PromiseId(id);
        }
    }

    /// Lists everybody whom the rule names today; returns how many.
    int list(Programme programme, Collection<BeneficiaryGroup> groups, Set<UnitId> units) {
        String[] wanted = groups.stream().map(BeneficiaryGroup::name).toArray(String[]::new);
        List<UUID> members = sql.list(
                BY_RULE,
                row -> row.getObject(1, UUID.class),
                units.stream().map(UnitId::value).toArray(UUID[]::new),
                wanted,
                wanted);
        UUID[] lines = Stream.generate(Ids::next).limit(members.size()).toArray(UUID[]::new);
        return sql.change(ADD, programme.id().value(), programme.amount(), lines, members.toArray(UUID[]::new));
    }

    /// Takes some off the list; returns how many were on it.
    int leaveOut(ProgrammeId programme, Collection<MemberId> members) {
        return sql.change(
                LEAVE_OUT,
                programme.value(),
                members.stream().map(MemberId::value).toArray(UUID[]::new));
    }

    /// Makes everybody on the list due; returns them.
    List<Line> approve(ProgrammeId programme) {
        return sql.list("""
                update programme_line set state = 'DUE' where programme_id = ? and state = 'LISTED'
                returning line_id, member_id, amount, state, transfer_id, null
                """, Line::read, programme.value());
    }

    /// Who is due, at most so many, held until the transaction ends.
    ///
    /// @param members null: everybody
    List<Line> due(ProgrammeId programme, @Nullable Collection<MemberId> members, int most) {
        UUID[] asked =
                members == null ? null : members.stream().map(MemberId::value).toArray(UUID[]::new);
        return sql.list(DUE, Line::read, programme.value(), asked, asked, most);
    }

    /// Those of the lines that are due, held until the transaction ends.
    List<Line> dueAmong(ProgrammeId programme, Collection<UUID> lines) {
        return sql.list("""
                select line_id, member_id, amount, state, transfer_id, null from programme_line
                where programme_id = ? and state = 'DUE' and line_id = any (?) order by line_id for update
                """, Line::read, programme.value(), lines.toArray(UUID[]::new));
    }

    /// The payments of these lines came back: due again, or ended.
    void returned(ProgrammeId programme, Collection<UUID> lines, LineState now) {
        sql.change("""
                update programme_line set state = ?, transfer_id = null
                where programme_id = ? and state = 'PAID' and line_id = any (?)
                """, now.name(), programme.value(), lines.toArray(UUID[]::new));
    }

    /// @param transfers of each, in the same order
    void paid(List<Line> lines, List<TransferId> transfers) {
        sql.change(
                PAID,
                lines.stream().map(Line::id).toArray(UUID[]::new),
                transfers.stream().map(TransferId::value).toArray(UUID[]::new));
    }

    private record Payment(UUID line, UUID transfer) {}

    /// The payment of a member that came back: due again; empty if there is none.
    Optional<Line> returned(ProgrammeId programme, MemberId member) {
        Optional<Line> paid = sql.one("""
                select line_id, member_id, amount, state, transfer_id, null from programme_line
                where programme_id = ? and member_id = ? and state = 'PAID' for update
                """, Line::read, programme.value(), member.value());
        paid.ifPresent(line ->
                sql.change("update programme_line set state = 'DUE', transfer_id = null where line_id = ?", line.id()));
        return paid;
    }

    /// Ends what came back after the programme was closed.
    void end(Line returned) {
        sql.change("update programme_line set state = 'ENDED' where line_id = ?", returned.id());
    }

    /// After a restore payments, and what took them back, come back from where they had been told, which lines are
    /// not: who was paid by one of them is paid. Returns how many are paid in all.
    int settle(ProgrammeId programme) {
        sql.change(UNSETTLE, programme.value());
        List<Payment> paid = sql.list(
                PAID_ELSEWHERE,
                row -> new Payment(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                programme.value());
        if (!paid.isEmpty()) {
            sql.change(
                    PAID,
                    paid.stream().map(Payment::line).toArray(UUID[]::new),
                    paid.stream().map(Payment::transfer).toArray(UUID[]::new));
        }
        return sql.one(
                        "select count(*) from programme_line where programme_id = ? and state = 'PAID'",
                        row -> row.getInt(1),
                        programme.value())
                .orElseThrow();
    }

    /// Ends what is still due; returns it.
    List<Line> end(ProgrammeId programme) {
        return sql.list("""
                update programme_line set state = 'ENDED' where programme_id = ? and state = 'DUE'
                returning line_id, member_id, amount, state, transfer_id, null
                """, Line::read, programme.value());
    }

    /// Who is on the list, by a state or all.
    List<Line> page(ProgrammeId programme, @Nullable LineState state, @Nullable UUID after, int rows) {
        String wanted = state == null ? null : state.name();
        return sql.list(PAGE, Line::read, programme.value(), wanted, wanted, after, after, rows);
    }
}
