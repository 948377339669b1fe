package vn.congdoan.vks.membership.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.sql.Sql;

/// Counts members one by one, by climbing from where each was placed to the unit asked for: slow, and written without
/// any of what it checks. The figures are named as [Described] names those of an answer.
final class Recount {

    private record Placed(
            UUID unit,
            LocalDate from,
            @Nullable LocalDate to,
            String began,
            @Nullable String ended,
            Traits traits) {}

    private record Traits(
            String gender,
            @Nullable Boolean kinh,
            @Nullable String category,
            @Nullable String education,
            @Nullable String title,
            int born,
            @Nullable LocalDate partySince) {}

    private record Version(
            UUID unit,
            @Nullable UUID parent,
            boolean isUnion,
            LocalDate from,
            @Nullable LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !hasEnded(day);
        }

        boolean hasEnded(LocalDate day) {
            return to != null && !to.isAfter(day);
        }
    }

    private final List<Placed> placements;
    private final Map<UUID, List<Version>> versions = new HashMap<>();
    private final Map<UUID, UUID> mainSuccessors = new HashMap<>();
    private final LocalDate today;

    Recount(Sql sql, LocalDate today) {
        this.today = today;
        this.placements = sql.list("""
                select placement.unit_id, valid_from, valid_to, began_as, ended_as, gender, kinh, category, education,
                    judicial_title, birth_year, coalesce(least(party_probationary_on, party_official_on),
                        case when in_party_undated then date '-infinity' end)
                from placement join member using (member_id)
                """, Recount::placed);
        sql.list("select unit_id, parent_id, kind, valid_from, valid_to from unit_version", Recount::version)
                .forEach(each -> versions.computeIfAbsent(each.unit(), _ -> new ArrayList<>())
                        .add(each));
        sql.list(
                "select unit_id, successor_id from unit_succession where ordinal = 0",
                row -> mainSuccessors.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }

    /// Figures that are not 0.
    Map<String, Integer> of(UUID asked, LocalDate day, Tree tree, @Nullable LocalDate from) {
        Map<String, Integer> figures = new TreeMap<>();
        for (Placed each : placements) {
            boolean there =
                    !each.from().isAfter(day) && (each.to() == null || each.to().isAfter(day));
            if (there) {
                for (String scope : scopes(each.unit(), day, tree, asked)) {
                    count(figures, scope, each.traits(), day);
                }
            }
            if (from != null && isIn(each.from(), from, day)) {
                for (String scope : whole(scopes(each.unit(), each.from(), tree, asked))) {
                    add(figures, scope + "arrived." + each.began());
                    add(figures, scope + (each.began().endsWith("ADMITTED") ? "joined" : "came"));
                }
            }
            if (from != null && each.to() != null && isIn(each.to(), from, day)) {
                for (String scope : whole(scopes(each.unit(), each.to().minusDays(1), tree, asked))) {
                    add(figures, scope + "departed." + each.ended());
                    boolean stayedMember = Set.of("TRANSFERRED", "REORGANIZED").contains("" + each.ended());
                    add(figures, scope + (stayedMember ? "went" : "left"));
                }
            }
        }
        return figures;
    }

    private static List<String> whole(List<String> scopes) {
        return scopes.stream()
                .filter(each -> each.equals("own.") || each.equals("sector."))
                .toList();
    }

    private static boolean isIn(LocalDate day, LocalDate from, LocalDate to) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static void count(Map<String, Integer> figures, String scope, Traits traits, LocalDate day) {
        add(figures, scope + "members");
        if (traits.gender().equals("FEMALE")) {
            add(figures, scope + "female");
        }
        if (whole(List.of(scope)).isEmpty()) {
            return;
        }
        add(figures, scope + "gender." + traits.gender());
        add(figures, scope + "ethnicity." + (traits.kinh() == null ? "UNKNOWN" : traits.kinh() ? "KINH" : "OTHER"));
        add(figures, scope + "category." + known(traits.category()));
        add(figures, scope + "education." + known(traits.education()));
        add(figures, scope + "judicialTitle." + known(traits.title()));
        boolean inParty = traits.partySince() != null && !traits.partySince().isAfter(day);
        add(figures, scope + "party." + (inParty ? "MEMBER" : "NO_MEMBER"));
        int age = day.getYear() - traits.born();
        String band = age < 30
                ? "UNDER_30"
                : age < 40 ? "FROM_30_TO_39" : age < 50 ? "FROM_40_TO_49" : age < 60 ? "FROM_50_TO_59" : "FROM_60";
        add(figures, scope + "ageBand." + band);
    }

    private static String known(@Nullable String value) {
        return value == null ? "UNKNOWN" : value;
    }

    private static void add(Map<String, Integer> figures, String name) {
        figures.merge(name, 1, Integer::sum);
    }

    /// In which figures of the asked unit somebody counts who is placed in a unit on a day.
    private List<String> scopes(UUID unit, LocalDate day, Tree tree, UUID asked) {
        List<Version> way = tree == Tree.THEN ? wayThen(unit, day) : wayNow(unit);
        List<String> scopes = new ArrayList<>();
        boolean crossed = false;
        for (int step = 0; step < way.size(); step++) {
            if (way.get(step).unit().equals(asked)) {
                scopes.add("sector.");
                if (!crossed) {
                    scopes.add("own.");
                }
                if (step == 0) {
                    scopes.add("direct.");
                } else if (way.subList(0, step - 1).stream().noneMatch(Version::isUnion)) {
                    scopes.add("child." + way.get(step - 1).unit() + ".");
                }
            }
            crossed |= way.get(step).isUnion();
        }
        return scopes;
    }

    private List<Version> wayThen(UUID unit, LocalDate day) {
        List<Version> way = new ArrayList<>();
        Version version = on(unit, day);
        while (version != null) {
            way.add(version);
            version = version.parent() == null ? null : on(version.parent(), day);
        }
        return way;
    }

    private List<Version> wayNow(UUID unit) {
        List<Version> way = new ArrayList<>();
        UUID next = unit;
        while (next != null) {
            Version version = home(next);
            way.add(version);
            next = version.parent();
        }
        return way;
    }

    private Version home(UUID unit) {
        Version now = on(unit, today);
        UUID successor = mainSuccessors.get(unit);
        if (now != null) {
            return now;
        }
        return successor != null ? home(successor) : last(unit);
    }

    private Version last(UUID unit) {
        Version last = null;
        for (Version each : versions.getOrDefault(unit, List.of())) {
            last = last == null || each.from().isAfter(last.from()) ? each : last;
        }
        return Objects.requireNonNull(last);
    }

    private @Nullable Version on(UUID unit, LocalDate day) {
        for (Version each : versions.getOrDefault(unit, List.of())) {
            if (each.holds(day)) {
                return each;
            }
        }
        return null;
    }

    private static Placed placed(ResultSet row) throws SQLException {
        return new Placed(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                new Traits(
                        row.getString(6),
                        (Boolean) row.getObject(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getInt(11),
                        row.getObject(12, LocalDate.class)));
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3).endsWith("UNION"),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class));
    }
}
