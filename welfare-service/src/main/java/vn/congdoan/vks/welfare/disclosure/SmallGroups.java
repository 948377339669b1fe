package vn.congdoan.vks.welfare.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts groups of few people together, so that no line of what is public tells of fewer than [Group#ENOUGH].
final class SmallGroups {

    private SmallGroups() {}

    /// The same sum in lines that tell of nobody. A line alone would be told by what is left of the sum: so the next
    /// smallest goes with them until there are enough people, or no line of people is left.
    static List<Group> together(List<Group> groups) {
        List<Group> told = new ArrayList<>(groups);
        List<Group> hidden = new ArrayList<>();
        Set<String> people = new HashSet<>();
        List<Group> smallestFirst = groups.stream()
                .filter(Group::personal)
                .sorted(Comparator.comparingInt((Group each) -> each.people().size())
                        .thenComparingLong(each -> Math.abs(each.amount())))
                .toList();
        for (Group each : smallestFirst) {
            if (!each.tellsOfFew() && (hidden.isEmpty() || people.size() >= Group.ENOUGH)) {
                break;
            }
            hidden.add(each);
            people.addAll(each.people());
        }
        if (hidden.isEmpty()) {
            return told;
        }
        told.removeAll(hidden);
        told.add(new Group(null, hidden.stream().mapToLong(Group::amount).sum(), true, people));
        return told;
    }
}
