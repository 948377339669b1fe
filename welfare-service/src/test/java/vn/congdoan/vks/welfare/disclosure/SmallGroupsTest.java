package vn.congdoan.vks.welfare.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.welfare.ledger.Account;
import vn.congdoan.vks.welfare.ledger.AccountKind;

/// What is put together so that no line tells of few people.
class SmallGroupsTest {

    @Test
    void lines_of_enough_people_stay_as_they_are() {
        List<Group> groups = List.of(of("ILLNESS", 5, "a", "b", "c", "d", "e"), agency("ALLOCATION", 7));
        assertEquals(groups, SmallGroups.together(groups));
    }

    @Test
    void lines_of_few_people_are_put_together() {
        List<Group> told = SmallGroups.together(List.of(
                of("ILLNESS", 5, "a", "b", "c"), of("HARDSHIP", 4, "d", "e"), of("BIRTH", 9, "f", "g", "h", "i", "j")));
        assertEquals(List.of("BIRTH", "SEVERAL"), told.stream().map(Group::code).toList());
        assertEquals(9, told.getLast().amount());
    }

    @Test
    void a_line_of_few_is_not_told_by_what_is_left_of_the_sum() {
        List<Group> told = SmallGroups.together(
                List.of(of("ILLNESS", 5, "a"), of("BIRTH", 9, "f", "g", "h", "i", "j"), agency("OTHER", 1)));
        assertEquals(List.of("OTHER", "SEVERAL"), told.stream().map(Group::code).toList());
    }

    @Test
    void the_same_few_in_several_lines_are_not_more() {
        List<Group> told = SmallGroups.together(List.of(
                of("ILLNESS", 5, "a", "b", "c"),
                of("HARDSHIP", 4, "a", "b", "c"),
                of("BIRTH", 9, "f", "g", "h", "i", "j")));
        assertEquals(List.of("SEVERAL"), told.stream().map(Group::code).toList());
    }

    @RepeatedTest(300)
    void whatever_the_groups_the_sum_stays_and_no_line_tells_of_few_where_there_are_enough() {
        RandomGenerator random = RandomGenerator.getDefault();
        List<Group> groups = IntStream.range(0, random.nextInt(8))
                .mapToObj(each -> new Group(
                        new Account(AccountKind.EXPENSE, "P" + each),
                        random.nextLong(1, 100),
                        random.nextInt(5) > 0,
                        IntStream.range(0, random.nextInt(1, 6))
                                .mapToObj(person -> "p" + random.nextInt(12))
                                .collect(Collectors.toSet())))
                .toList();
        List<Group> told = SmallGroups.together(groups);
        assertEquals(sum(groups), sum(told));
        Set<String> people = new HashSet<>();
        groups.stream().filter(Group::personal).forEach(each -> people.addAll(each.people()));
        if (people.size() >= Group.ENOUGH) {
            assertTrue(told.stream().noneMatch(Group::tellsOfFew), () -> groups + " told as " + told);
        } else {
            assertTrue(told.stream().filter(Group::personal).count() <= 1, () -> groups + " told as " + told);
        }
    }

    private static long sum(List<Group> groups) {
        return groups.stream().mapToLong(Group::amount).sum();
    }

    private static Group of(String code, long amount, String... people) {
        return new Group(new Account(AccountKind.EXPENSE, code), amount, true, Set.of(people));
    }

    private static Group agency(String code, long amount) {
        return new Group(new Account(AccountKind.INCOME, code), amount, false, Set.of("one"));
    }
}
