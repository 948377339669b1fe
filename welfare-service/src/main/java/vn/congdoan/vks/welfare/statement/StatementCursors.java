package vn.congdoan.vks.welfare.statement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.paging.SealedCursors;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.welfare.ledger.FundId;

/// Cursors of statements: they hold the head of the statement and where the page ended. Sealed, so that nobody reads or
/// changes sums in them.
@ApplicationScoped
class StatementCursors {

    private static final String LIST = "statement";

    private final SealedCursors cursors;

    StatementCursors(SealedCursors cursors) {
        this.cursors = cursors;
    }

    /// The statement that a cursor goes on with.
    record Position(Statements.Head head, Statements.After after) {}

    String after(Statements.Head head, StatementView.Line last) {
        return cursors.after(
                LIST,
                List.of(
                        head.fund().toString(),
                        head.from() == null ? "" : head.from().toString(),
                        head.to().toString(),
                        String.valueOf(head.opening()),
                        String.valueOf(head.closing()),
                        head.snapshot(),
                        head.settled(),
                        last.date().toString(),
                        last.transferId().toString(),
                        String.valueOf(last.balance())));
    }

    /// Reads a cursor of this fund's statement over these days; days that are not given are those of the cursor.
    Position read(String cursor, FundId fund, @Nullable LocalDate from, @Nullable LocalDate to) {
        List<String> keys = cursors.read(LIST, cursor);
        Statements.Head head = new Statements.Head(
                new FundId(UUID.fromString(keys.get(0))),
                keys.get(1).isEmpty() ? null : LocalDate.parse(keys.get(1)),
                LocalDate.parse(keys.get(2)),
                Long.parseLong(keys.get(3)),
                Long.parseLong(keys.get(4)),
                keys.get(5),
                keys.get(6));
        boolean another = !head.fund().equals(fund)
                || (from != null && !from.equals(head.from()))
                || (to != null && !to.equals(head.to()));
        if (another) {
            throw Invalid.parameter("cursor", "invalid-cursor");
        }
        return new Position(
                head,
                new Statements.After(
                        LocalDate.parse(keys.get(7)), UUID.fromString(keys.get(8)), Long.parseLong(keys.get(9))));
    }
}
