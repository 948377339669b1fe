package vn.congdoan.vks.membership.member;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.text.VietnameseText;

/// The statement that finds one page of a list of members: first the keys of the page, each unit or index walked in the
/// order of the list, then the rows behind them.
final class MemberQuery {

    /// Up to so many units are walked one by one, each in the order of the list; of more, all members in that order.
    static final int FEW_UNITS = 500;

    private static final int FULL_SIMILARITY = 100;

    /// A little more than four and three runs, as fractions are not exact.
    private static final double SPOILED_OF_FEW = 4.01;

    private static final double SPOILED_OF_MANY = 3.01;
    private static final String IN_ORDER = " order by distance, given_name, rest_of_name, member_id limit ";
    private static final String BY_NAME = " order by given_name, rest_of_name, member_id limit ";

    private static final String ROWS = """
            select member.member_id, member.unit_id, status, end_reason, merged_into, full_name, page.given_name, page.rest_of_name,
                   searchable, birth_year, birth_date, gender, kinh, party_probationary_on, party_official_on, education,
                   political_theory, category, position, judicial_title, native_place, joined_on, member_number, card_number,
                   page.distance, page.shown_in, unit.unit_code, unit.unit_name, unit.unit_kind
            from (
            """;

    private static final String WITH_UNITS = """
            ) page
            join member on member.member_id = page.member_id
            cross join lateral (
                select code as unit_code, name as unit_name, kind as unit_kind
                from unit_version
                where unit_version.unit_id = page.shown_in
                order by valid @> ?::date desc, valid_from desc
                limit 1) unit
            order by page.distance, page.given_name, page.rest_of_name, page.member_id
            """;

    private static final String NUMBERED = """
             and (lower(member_number collate "und-x-icu") collate "C" like ?
                  or lower(card_number collate "und-x-icu") collate "C" like ?)
            """;

    private final SearchedUnits.Searched units;
    private final MemberFilter filter;
    private final MemberList.@Nullable After after;
    private final LocalDate today;
    private final int limit;
    private final StringBuilder statement = new StringBuilder(ROWS);
    private final List<@Nullable Object> values = new ArrayList<>();

    private MemberQuery(
            SearchedUnits.Searched units,
            MemberFilter filter,
            MemberList.@Nullable After after,
            LocalDate today,
            int limit) {
        this.units = units;
        this.filter = filter;
        this.after = after;
        this.today = today;
        this.limit = limit;
    }

    /// Members that have the text in their name, or whose number begins with it.
    static MemberQuery exact(
            SearchedUnits.Searched units,
            MemberFilter filter,
            MemberList.@Nullable After after,
            LocalDate today,
            int limit) {
        MemberQuery query = new MemberQuery(units, filter, after, today, limit);
        query.add("select 0 as distance, found.* from (");
        query.named();
        if (filter.text() != null && !units.readable().isEmpty()) {
            query.add(" union ");
            query.numbered(filter.text());
        }
        query.add(") found" + BY_NAME + limit);
        query.add(WITH_UNITS, query.day());
        return query;
    }

    /// Members whose name holds something like the text, the most similar first; of equals, whose name is as long.
    static MemberQuery similar(
            SearchedUnits.Searched units,
            MemberFilter filter,
            String text,
            MemberList.@Nullable After after,
            LocalDate today,
            int limit) {
        MemberQuery query = new MemberQuery(units, filter, after, today, limit);
        String searched = VietnameseText.searchable(text);
        query.add("select * from (select member.member_id, given_name, rest_of_name, ");
        query.add(
                "? * (? - round(? * word_similarity(?, searchable))::int)"
                        + " + least(abs(length(searchable) - ?), 99) as distance",
                FULL_SIMILARITY,
                FULL_SIMILARITY,
                FULL_SIMILARITY,
                searched,
                searched.length());
        query.from();
        query.add(" and ? <% searchable", searched);
        query.conditions();
        query.add(") found");
        if (after != null) {
            query.add(
                    " where (distance, given_name, rest_of_name, member_id) > (?, ?, ?, ?)",
                    after.distance(),
                    after.givenName(),
                    after.restOfName(),
                    after.id());
        }
        query.add(IN_ORDER + limit);
        query.add(WITH_UNITS, query.day());
        return query;
    }

    /// From which similarity on names are taken for the text (0 to 1). A mistake spoils up to four of its runs of
    /// three letters, and inside the text as many of the name do not fit. All that is forgiven among few units;
    /// elsewhere three at the end, or tens of thousands of names would be compared. Of a short text half must
    /// be right.
    static double threshold(SearchedUnits.Searched units, String text) {
        Set<String> runs = new HashSet<>();
        for (String word : VietnameseText.searchable(text).split(" ", -1)) {
            String padded = "  " + word + " ";
            for (int start = 0; start + 3 <= padded.length(); start++) {
                runs.add(padded.substring(start, start + 3));
            }
        }
        int all = runs.size();
        double least = areFew(units) ? (all - SPOILED_OF_FEW) / (all + SPOILED_OF_FEW) : 1 - SPOILED_OF_MANY / all;
        return Math.max(0.5, least);
    }

    String statement() {
        return statement.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    private LocalDate day() {
        return filter.asOf() == null ? today : filter.asOf();
    }

    private void named() {
        boolean unitByUnit = filter.asOf() == null && areFew(units);
        if (unitByUnit) {
            add("(select found.* from unnest(?::uuid[]) as searched (unit_id) cross join lateral (", (Object)
                    units.ids());
            add("select member_id, given_name, rest_of_name, unit_id as shown_in");
            add(" from member where member.unit_id = searched.unit_id");
        } else {
            add("(select member.member_id, given_name, rest_of_name");
            from();
        }
        if (filter.text() != null) {
            add(" and searchable like ?", VietnameseText.containing(filter.text()));
        }
        conditions();
        if (unitByUnit) {
            afterNameInUnit();
        } else {
            afterName();
        }
        add(BY_NAME + limit);
        if (unitByUnit) {
            add(") found" + BY_NAME + limit);
        }
        add(")");
    }

    /// Numbers are read in scope only, so they are found there only.
    private void numbered(String text) {
        String beginning =
                escaped(Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT)) + "%";
        add("(select member.member_id, given_name, rest_of_name");
        if (filter.asOf() == null) {
            add(", member.unit_id as shown_in from member where member.unit_id = any (?)", (Object)
                    units.searchedInScope());
        } else {
            from();
            add(" and member.unit_id = any (?)", (Object) units.readableIds());
        }
        add(NUMBERED, beginning, beginning);
        conditions();
        afterName();
        add(BY_NAME + limit + ")");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private void from() {
        if (filter.asOf() == null) {
            add(", member.unit_id as shown_in from member where ");
            in("member.unit_id");
        } else {
            add(", placement.unit_id as shown_in from placement join member on member.member_id = placement.member_id");
            add(" where placement.valid @> ?::date and ", filter.asOf());
            in("placement.unit_id");
        }
    }

    /// Thousands of units are nothing to look members up by, only to leave others out: so the planner does not look at
    /// each of them.
    private void in(String column) {
        if (areFew(units)) {
            add(column + " = any (?)", (Object) units.ids());
        } else {
            add("case when " + column + " in (select unnest(?::uuid[])) then true else false end", (Object)
                    units.ids());
        }
    }

    private static boolean areFew(SearchedUnits.Searched units) {
        return units.all().size() <= FEW_UNITS;
    }

    private void afterName() {
        if (after != null) {
            add(
                    " and (given_name, rest_of_name, member.member_id) > (?, ?, ?)",
                    after.givenName(),
                    after.restOfName(),
                    after.id());
        }
    }

    /// Only the index of the unit's members has this order: near the end of the alphabet the planner would else
    /// walk the last members of all units, once for each unit.
    private void afterNameInUnit() {
        if (after != null) {
            add(
                    " and (member.unit_id, given_name, rest_of_name, member_id) > (searched.unit_id, ?, ?, ?)",
                    after.givenName(),
                    after.restOfName(),
                    after.id());
        }
    }

    private void conditions() {
        if (filter.status() == MemberStatus.MERGED) {
            add(" and status = 'MERGED'");
        } else {
            // Written out, as the indexes of lists leave them out.
            add(" and status <> 'MERGED'");
        }
        if (filter.status() != null) {
            add(" and status = ?", filter.status().name());
        }
        if (filter.endReason() != null) {
            add(" and end_reason = ?", filter.endReason().name());
        }
        if (filter.gender() != null) {
            add(" and gender = ?", filter.gender().name());
        }
        if (filter.category() != null) {
            add(" and category = ?", filter.category().name());
        }
        if (filter.joinedFrom() != null) {
            add(" and joined_on >= ?", filter.joinedFrom());
        }
        if (filter.joinedTo() != null) {
            add(" and joined_on <= ?", filter.joinedTo());
        }
        if (filter.party() != null) {
            add(
                    " and (party_probationary_on is not null or party_official_on is not null or in_party_undated) = ?"
                            + " and member.unit_id = any (?)",
                    filter.party(),
                    units.sensitiveIds());
        }
        if (filter.ageFrom() != null) {
            LocalDate lastBirth = day().minusYears(filter.ageFrom());
            born("birth_date <= ?", lastBirth, "birth_year <= ?", lastBirth.getYear());
        }
        if (filter.ageTo() != null) {
            LocalDate beforeFirstBirth = day().minusYears(filter.ageTo() + 1L);
            born("birth_date > ?", beforeFirstBirth, "birth_year > ?", beforeFirstBirth.getYear());
        }
    }

    /// By the day of birth where it is known and the caller may read it, else by the year.
    private void born(String onDay, LocalDate day, String inYear, int year) {
        add(" and case when birth_date is not null");
        if (!units.isAllReadable() || filter.asOf() != null) {
            add(" and member.unit_id = any (?)", (Object) units.readableIds());
        }
        add(" then " + onDay + " else " + inYear + " end", day, year);
    }

    private void add(String part, @Nullable Object... more) {
        statement.append(part);
        values.addAll(Arrays.asList(more));
    }

    /// Whether it is worth a plan of its own: the best one hangs on the text and on the number of units.
    static boolean needsPlanOfItsOwn(SearchedUnits.Searched units, MemberFilter filter) {
        return filter.text() != null || filter.asOf() != null || !areFew(units);
    }
}
