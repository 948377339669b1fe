package vn.congdoan.vks.welfare.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.directory.KnownMember;
import vn.congdoan.vks.platform.text.VietnameseText;
import vn.congdoan.vks.welfare.layout.ImportField;

/// Finds out who gave: by the member's id or reference code among all members of the union, by the name among
/// those of the fund's unit and the units below it. Only a name in a column for names is believed; one in the
/// text of a transfer may be of anybody whom it is about, so it is only proposed.
final class MatchedMembers {

    private static final int MOST_CANDIDATES = 10;
    private static final int LONGEST_NAME = 6;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<MemberId, KnownMember> byId = new HashMap<>();
    private final Map<String, List<KnownMember>> byCode = new HashMap<>();
    private final Map<String, List<KnownMember>> byName = new HashMap<>();

    /// @param ofUnion all members of the union
    /// @param near the fund's unit and those below it
    MatchedMembers(Collection<KnownMember> ofUnion, Set<UnitId> near) {
        for (KnownMember each : ofUnion) {
            // A record that another one has taken in says nothing by itself.
            if (each.status().equals("MERGED")) {
                continue;
            }
            byId.put(each.id(), each);
            byCode.computeIfAbsent(ContributionReference.of(each.id()), _ -> new ArrayList<>())
                    .add(each);
            if (near.contains(each.unitId())) {
                byName.computeIfAbsent(VietnameseText.searchable(each.fullName()), _ -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /// Who gave, as far as it can be said.
    ///
    /// @param certain whether there is no doubt
    /// @param fault what stands against it
    record Match(
            boolean certain,
            List<KnownMember> members,
            @Nullable Fault fault) {

        static final Match NOBODY = new Match(false, List.of(), null);

        Match {
            members = List.copyOf(members);
        }

        static Match refused(ImportField field, String rule) {
            return new Match(false, List.of(), new Fault(field, rule));
        }
    }

    /// @param day of the gift
    Match match(ReadRow row, LocalDate day) {
        if (row.member() != null) {
            return byReference(row.member(), day, ImportField.MEMBER);
        }
        String text = row.description() == null ? "" : row.description();
        if (!referredIn(text).isEmpty()) {
            return byReference(text, day, ImportField.DESCRIPTION);
        }
        if (row.name() != null) {
            return byName(row.name(), day);
        }
        return proposed(namedIn(text, day));
    }

    private Match byReference(String text, LocalDate day, ImportField field) {
        Set<KnownMember> referred = referredIn(text);
        if (referred.isEmpty()) {
            return Match.refused(field, "unknown-member");
        }
        List<KnownMember> members =
                referred.stream().filter(each -> each.wasMemberOn(day)).toList();
        return members.isEmpty() ? Match.refused(field, "member-not-active") : oneOrSeveral(members);
    }

    private Set<KnownMember> referredIn(String text) {
        Set<KnownMember> referred = new LinkedHashSet<>();
        for (MemberId id : ContributionReference.idsIn(text)) {
            KnownMember member = byId.get(id);
            if (member != null) {
                referred.add(member);
            }
        }
        for (String code : ContributionReference.codesIn(text)) {
            referred.addAll(byCode.getOrDefault(code, List.of()));
        }
        return referred;
    }

    /// Where the name is written with diacritics, only those who have the same are meant; others are proposed.
    private Match byName(String name, LocalDate day) {
        String bare = VietnameseText.searchable(name);
        List<KnownMember> alike = byName.getOrDefault(bare, List.of()).stream()
                .filter(each -> each.wasMemberOn(day))
                .toList();
        boolean hasMarks = !bare.equals(name.toLowerCase(Locale.ROOT));
        List<KnownMember> same = alike.stream()
                .filter(each -> key(each.fullName()).equals(key(name)))
                .toList();
        if (!hasMarks) {
            return oneOrSeveral(alike);
        }
        return same.isEmpty() ? proposed(alike) : oneOrSeveral(same);
    }

    /// Neither capitals nor the place of a tone (`hòa`, `hoà`) make another name.
    private static String key(String name) {
        return VietnameseText.sortable(VietnameseText.singleLine(name)).toLowerCase(Locale.ROOT);
    }

    /// Whose whole name stands in the text, word by word; a longer one first.
    private List<KnownMember> namedIn(String text, LocalDate day) {
        List<String> words = Stream.of(BETWEEN_WORDS.split(VietnameseText.searchable(text), -1))
                .filter(each -> !each.isEmpty())
                .toList();
        Set<KnownMember> named = new LinkedHashSet<>();
        for (int first = 0; first < words.size(); first++) {
            for (int length = Math.min(LONGEST_NAME, words.size() - first); length > 1; length--) {
                List<KnownMember> found =
                        byName.getOrDefault(String.join(" ", words.subList(first, first + length)), List.of());
                found.stream().filter(each -> each.wasMemberOn(day)).forEach(named::add);
                if (!found.isEmpty()) {
                    break;
                }
            }
        }
        return List.copyOf(named);
    }

    private static Match oneOrSeveral(List<KnownMember> members) {
        return members.size() == 1 ? new Match(true, members, null) : proposed(members);
    }

    private static Match proposed(List<KnownMember> members) {
        return members.isEmpty()
                ? Match.NOBODY
                : new Match(false, members.stream().limit(MOST_CANDIDATES).toList(), null);
    }
}
