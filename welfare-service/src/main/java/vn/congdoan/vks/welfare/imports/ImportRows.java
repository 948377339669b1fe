package vn.congdoan.vks.welfare.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.welfare.contribution.ContributionId;
import vn.congdoan.vks.welfare.donor.Donor;

/// The rows of imports. Whatever is done to many of them is one statement.
@ApplicationScoped
class ImportRows {

    private static final String ADD = """
            insert into contribution_import_row (import_id, owner_union_id, %s)
            select ?, ?, contribution_id, transfer_id, line, status, given_on::date, amount::bigint, date_text, amount_text,
                reference, description, name, note, donor_kind, donor_member_id, donor_unit_id, donor_name,
                candidates::uuid[], fault_fields::text[], fault_rules::text[], decode(told_as, 'hex')
            from unnest(?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[])
                as told (contribution_id, transfer_id, line, status, given_on, amount, date_text, amount_text, reference,
                    description, name, note, donor_kind, donor_member_id, donor_unit_id, donor_name, candidates,
                    fault_fields, fault_rules, told_as)
            """.formatted(ImportRow.COLUMNS);

    private static final String SELECT = "select " + ImportRow.READ + " from contribution_import_row ";

    private static final String PAGE = SELECT + """
            where import_id = ? and (?::text is null or status = ?) and line > ?
            order by line limit ?
            """;

    private static final String NEXT = SELECT + "where import_id = ? and status = ? order by line limit ? for update";

    private static final String GIVEN_BY = """
            update contribution_import_row row
            set status = 'MATCHED', donor_kind = told.kind, donor_member_id = told.member, donor_unit_id = told.unit,
                donor_name = told.name, fault_fields = '{}', fault_rules = '{}', again = again or status = 'DUPLICATE'
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::uuid[], ?::text[]) as told (id, kind, member, unit, name)
            where contribution_id = told.id
            """;

    private static final String REFUSE = """
            update contribution_import_row
            set status = ?, fault_fields = array[told.field], fault_rules = array[told.rule]
            from unnest(?::uuid[], ?::text[], ?::text[]) as told (id, field, rule)
            where contribution_id = told.id
            """;

    private static final String KNOWN = """
            select distinct encode(told_as, 'hex') from contribution_import_row
            where owner_union_id = ? and told_as = any (array(select decode(each, 'hex') from unnest(?) each))
                and status in ('BOOKED', 'MATCHED') and (import_id <> ? or not again)
            """;

    private final Sql sql;

    ImportRows(Sql sql) {
        this.sql = sql;
    }

    void add(ContributionImport to, List<ImportRow> rows) {
        sql.change(
                ADD,
                to.id().value(),
                to.ownerUnionId().value(),
                ids(rows, each -> each.id().value()),
                ids(rows, each -> each.transfer().value()),
                rows.stream().mapToInt(ImportRow::line).toArray(),
                texts(rows, ImportRow::status),
                texts(rows, ImportRow::date),
                texts(rows, ImportRow::amount),
                texts(rows, ImportRow::dateText),
                texts(rows, ImportRow::amountText),
                texts(rows, ImportRow::reference),
                texts(rows, ImportRow::description),
                texts(rows, ImportRow::name),
                texts(rows, ImportRow::note),
                texts(rows, each -> each.donor() == null ? null : each.donor().kind()),
                ids(rows, each -> member(each.donor())),
                ids(rows, each -> unit(each.donor())),
                texts(rows, each -> each.donor() == null ? null : each.donor().name()),
                texts(rows, each -> array(each.candidates(), Object::toString)),
                texts(rows, each -> array(each.faults(), fault -> fault.field().name())),
                texts(rows, each -> array(each.faults(), Fault::rule)),
                texts(rows, ImportRow::toldAs));
    }

    /// As which of these movements of money rows of the union are booked. Not those of the same import of which
    /// somebody has said that they are another movement.
    Set<String> booked(ContributionImport of, List<ImportRow> rows) {
        return known(KNOWN + "and status = 'BOOKED'", of, rows);
    }

    /// The same with those of the import itself that are to be booked, without the rows that are asked for.
    Set<String> bookedOrClear(ContributionImport of, List<ImportRow> rows) {
        return known(
                KNOWN + """
                and (status = 'BOOKED' or (status = 'MATCHED' and import_id = ?)) and contribution_id <> all (?)
                """,
                of,
                rows,
                of.id().value(),
                ids(rows, each -> each.id().value()));
    }

    private Set<String> known(String statement, ContributionImport of, List<ImportRow> rows, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(of.ownerUnionId().value());
        values.add(rows.stream().map(ImportRow::toldAs).filter(Objects::nonNull).toArray(String[]::new));
        values.add(of.id().value());
        values.addAll(Arrays.asList(more));
        return Set.copyOf(sql.list(statement, row -> row.getString(1), values.toArray()));
    }

    ImportTotals totals(ImportId of) {
        return new ImportTotals(sql.list(
                """
                select status, count(*), coalesce(sum(amount), 0) from contribution_import_row
                where import_id = ? group by status order by status
                """,
                row -> new ImportView.Total(RowStatus.valueOf(row.getString(1)), row.getInt(2), row.getLong(3)),
                of.value()));
    }

    /// The same for many imports, in one query.
    Map<ImportId, ImportTotals> totals(Collection<ImportId> of) {
        record Counted(ImportId id, ImportView.Total total) {}
        return sql
                .list(
                        """
                        select import_id, status, count(*), coalesce(sum(amount), 0) from contribution_import_row
                        where import_id = any (?) group by import_id, status order by status
                        """,
                        row -> new Counted(
                                new ImportId(row.getObject(1, UUID.class)),
                                new ImportView.Total(
                                        RowStatus.valueOf(row.getString(2)), row.getInt(3), row.getLong(4))),
                        (Object) of.stream().map(ImportId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Counted::id,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Counted::total, Collectors.toList()), ImportTotals::new)));
    }

    /// Rows in the order of the file, in a status or all.
    ///
    /// @param after the last line shown
    List<ImportRow> page(ImportId of, @Nullable RowStatus status, int after, int most) {
        String wanted = status == null ? null : status.name();
        return sql.list(PAGE, ImportRow::read, of.value(), wanted, wanted, after, most);
    }

    /// The next rows in a status, held until the transaction ends.
    List<ImportRow> next(ImportId of, RowStatus status, int most) {
        return sql.list(NEXT, ImportRow::read, of.value(), status.name(), most);
    }

    /// Some rows by their lines, held until the transaction ends.
    List<ImportRow> atLines(ImportId of, List<Integer> lines) {
        return sql.list(
                SELECT + "where import_id = ? and line = any (?) order by line for update",
                ImportRow::read,
                of.value(),
                lines.stream().mapToInt(Integer::intValue).toArray());
    }

    /// Which of these somebody has said to be another movement of money than an equal one.
    Set<ContributionId> said(List<ImportRow> rows) {
        return Set.copyOf(sql.list(
                "select contribution_id from contribution_import_row where contribution_id = any (?) and again",
                row -> new ContributionId(row.getObject(1, UUID.class)),
                (Object) ids(rows, each -> each.id().value())));
    }

    /// It is clear from now on who gave.
    void give(Map<ContributionId, Donor> donors) {
        List<Map.Entry<ContributionId, Donor>> each = List.copyOf(donors.entrySet());
        sql.change(
                GIVEN_BY,
                ids(each, one -> one.getKey().value()),
                texts(each, one -> one.getValue().kind()),
                ids(each, one -> member(one.getValue())),
                ids(each, one -> unit(one.getValue())),
                texts(each, one -> one.getValue().name()));
    }

    /// They are not booked, for a reason each.
    void leave(RowStatus status, Map<ContributionId, Fault> reasons) {
        List<Map.Entry<ContributionId, Fault>> each = List.copyOf(reasons.entrySet());
        sql.change(
                REFUSE,
                status.name(),
                ids(each, one -> one.getKey().value()),
                texts(each, one -> one.getValue().field()),
                texts(each, one -> one.getValue().rule()));
    }

    /// Those that were to be booked for days up to one are not, for a reason.
    ///
    /// @return how many
    int refuseUpTo(ImportId of, LocalDate day, Fault reason) {
        return sql.change("""
                update contribution_import_row set status = 'INVALID', fault_fields = array[?], fault_rules = array[?]
                where import_id = ? and status = 'MATCHED' and given_on <= ?
                """, reason.field().name(), reason.rule(), of.value(), day);
    }

    void become(RowStatus status, List<ImportRow> rows) {
        sql.change(
                "update contribution_import_row set status = ? where contribution_id = any (?)",
                status.name(),
                ids(rows, each -> each.id().value()));
    }

    private static @Nullable UUID member(@Nullable Donor donor) {
        return donor == null || donor.memberId() == null
                ? null
                : donor.memberId().value();
    }

    private static @Nullable UUID unit(@Nullable Donor donor) {
        return donor == null || donor.unitId() == null ? null : donor.unitId().value();
    }

    /// Of names and ids, which need no quotes.
    private static <T> String array(List<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }

    private static <T> @Nullable UUID[] ids(List<T> rows, Function<T, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
    }
}
