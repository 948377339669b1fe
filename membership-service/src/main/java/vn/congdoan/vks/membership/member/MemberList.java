package vn.congdoan.vks.membership.member;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.Caller;
import vn.congdoan.vks.platform.access.Permission;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.audit.AuditTrail;
import vn.congdoan.vks.platform.paging.PageLimit;
import vn.congdoan.vks.platform.problem.Invalid;
import vn.congdoan.vks.platform.sql.Sql;

/// Finds members in Vietnamese order: by the given name, the last word, then by the rest of the name. The database
/// compares by the Vietnamese collation of its columns. Where nobody has the text in the name or begins a number with
/// it, those with a similar name are found, the most similar first. A cursor tells in which of the two it stands.
@ApplicationScoped
class MemberList {

    /// Shorter texts have no similar ones.
    private static final int SHORTEST_WITH_MISTAKE = 4;

    private static final String PLAN_ANEW = """
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                   set_config('pg_trgm.word_similarity_threshold', ?, true)
            """;

    private final SearchedUnits searchedUnits;
    private final Caller caller;
    private final AuditTrail trail;
    private final Sql sql;
    private final Clock clock;

    MemberList(SearchedUnits searchedUnits, Caller caller, AuditTrail trail, Sql sql, Clock clock) {
        this.searchedUnits = searchedUnits;
        this.caller = caller;
        this.trail = trail;
        this.sql = sql;
        this.clock = clock;
    }

    enum Section {
        EXACT,
        SIMILAR
    }

    /// Where the page before ended.
    ///
    /// @param distance from what was asked; 0 in the exact section
    record After(Section section, int distance, String givenName, String restOfName, UUID id) {}

    /// A member in the list and where it stands in the order.
    ///
    /// @param now the unit that the member is in today, or was last
    record Row(MemberView view, After position, UnitId now) {}

    List<Row> page(@Nullable UnitId unit, MemberFilter filter, @Nullable After after, PageLimit limit) {
        if (after != null && after.section() == Section.SIMILAR && filter.text() == null) {
            throw Invalid.parameter("cursor", "invalid-cursor");
        }
        SearchedUnits.Searched units = searchedUnits.of(unit, filter);
        if (filter.party() == null && !MemberQuery.needsPlanOfItsOwn(units, filter)) {
            return exact(units, filter, after, limit.rowsToRead());
        }
        return QuarkusTransaction.joiningExisting().call(() -> {
            String text = filter.text();
            sql.one(PLAN_ANEW, _ -> true, text == null ? "0.6" : String.valueOf(MemberQuery.threshold(units, text)));
            List<Row> rows = search(units, filter, after, limit.rowsToRead());
            if (filter.party() != null && filter.purpose() != null) {
                // What the filter says of them is told of each that is shown.
                rows.stream().limit(limit.value()).forEach(row -> shown(row, filter.purpose()));
            }
            return rows;
        });
    }

    private void shown(Row row, String purpose) {
        caller.reach(Permission.READ_SENSITIVE, row.now());
        trail.read("member", row.view().id().value(), row.now(), purpose);
    }

    private List<Row> search(SearchedUnits.Searched units, MemberFilter filter, @Nullable After after, int rows) {
        String text = filter.text();
        if (after != null && after.section() == Section.SIMILAR && text != null) {
            return similar(units, filter, text, after, rows);
        }
        List<Row> exact = exact(units, filter, after, rows);
        boolean mayBeMistyped = after == null && text != null && text.length() >= SHORTEST_WITH_MISTAKE;
        return exact.isEmpty() && text != null && mayBeMistyped ? similar(units, filter, text, null, rows) : exact;
    }

    private List<Row> exact(SearchedUnits.Searched units, MemberFilter filter, @Nullable After after, int rows) {
        return list(MemberQuery.exact(units, filter, after, LocalDate.now(clock), rows), Section.EXACT, units);
    }

    private List<Row> similar(
            SearchedUnits.Searched units, MemberFilter filter, String text, @Nullable After after, int rows) {
        MemberQuery query = MemberQuery.similar(units, filter, text, after, LocalDate.now(clock), rows);
        return list(query, Section.SIMILAR, units);
    }

    private List<Row> list(MemberQuery query, Section section, SearchedUnits.Searched units) {
        return sql.list(query.statement(), row -> MemberRow.read(row, section, units.readable()), query.values());
    }
}
