package vn.congdoan.vks.welfare.payfile;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.id.Ids;
import vn.congdoan.vks.platform.sql.Sql;

/// What of a bank's file settled no line: of the last one that was read for each payment file, and without its texts,
/// because a statement names many people.
@ApplicationScoped
class UnmatchedRows {

    private static final String ADD = """
            insert into payment_file_unmatched (row_id, file_id, owner_union_id, line, rule, reference, day, amount,
                bank_reference)
            select row_id, ?, ?, line, rule, reference, day::date, amount::bigint, bank_reference
            from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as told (row_id, line, rule, reference, day, amount, bank_reference)
            """;

    private final Sql sql;

    UnmatchedRows(Sql sql) {
        this.sql = sql;
    }

    void replace(PaymentFile of, List<UnmatchedView> rows) {
        sql.change(
                "delete from payment_file_unmatched where file_id = ?", of.id().value());
        sql.change(
                ADD,
                of.id().value(),
                of.ownerUnionId().value(),
                Stream.generate(Ids::next).limit(rows.size()).toArray(UUID[]::new),
                rows.stream().mapToInt(UnmatchedView::row).toArray(),
                texts(rows, UnmatchedView::rule),
                texts(rows, UnmatchedView::reference),
                texts(rows, UnmatchedView::date),
                texts(rows, UnmatchedView::amount),
                texts(rows, UnmatchedView::bankReference));
    }

    List<UnmatchedView> page(PaymentFileId file, int after, int rows) {
        return sql.list(
                """
                select line, rule, reference, day, amount, bank_reference from payment_file_unmatched
                where file_id = ? and line > ? order by line limit ?
                """,
                row -> new UnmatchedView(
                        row.getInt(1),
                        Objects.requireNonNull(row.getString(2)),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        (Long) row.getObject(5),
                        row.getString(6)),
                file.value(),
                after,
                rows);
    }

    private static @Nullable String[] texts(List<UnmatchedView> rows, Function<UnmatchedView, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
