package vn.congdoan.vks.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class DemoMembersTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2022, 12, 31);

    private final List<MemberForm> everybody = Arrays.stream(DemoUnion.values())
            .flatMap(union -> DemoMembers.of(union).stream())
            .toList();

    @ParameterizedTest
    @CsvSource({"VKSTC, 30, 1098, 471", "QNG, 15, 160, 68", "KTM, 11, 90, 39", "NAN, 22, 200, 91"})
    void a_union_has_the_members_and_women_of_its_figures(DemoUnion union, int sections, int members, int women) {
        List<MemberForm> people = DemoMembers.of(union);
        assertEquals(members, people.size());
        assertEquals(women, countWomen(people));
        assertEquals(sections, Section.of(union).size());
        assertEquals(
                sections, people.stream().map(MemberForm::unitId).distinct().count());
    }

    @Test
    void a_section_has_the_members_and_women_of_its_figures() {
        for (DemoUnion union : DemoUnion.values()) {
            for (Section section : Section.of(union)) {
                List<MemberForm> people = everybody.stream()
                        .filter(each -> each.unitId().equals(section.id()))
                        .toList();
                assertEquals(section.members(), people.size(), section::toString);
                assertEquals(section.women(), countWomen(people), section::toString);
            }
        }
    }

    @Test
    void everybody_is_a_member_in_a_section_that_exists_well_before_the_end_of_2022() {
        Map<UUID, LocalDate> firstDays = new HashMap<>();
        for (DemoUnion union : DemoUnion.values()) {
            Section.of(union).forEach(section -> firstDays.put(section.id(), section.since()));
            Section.of(union).forEach(section -> assertFalse(section.since().isBefore(union.firstDay())));
            DemoMembers.of(union)
                    .forEach(each -> assertTrue(each.joinedOn().isAfter(union.firstDay()), each::toString));
        }
        for (MemberForm each : everybody) {
            assertFalse(each.placedSince().isBefore(each.joinedOn()), each::toString);
            assertFalse(each.placedSince().isBefore(firstDays.get(each.unitId())), each::toString);
            assertTrue(each.placedSince().isBefore(LAST_DAY.minusYears(1)), each::toString);
        }
    }

    @Test
    void nobody_joined_as_a_minor_or_is_of_pension_age() {
        for (MemberForm each : everybody) {
            assertTrue(each.joinedOn().getYear() - each.birth().year() >= 18, each::toString);
            int limit = each.gender() == Gender.FEMALE ? 55 : 60;
            assertTrue(LAST_DAY.getYear() - each.birth().year() <= limit, each::toString);
            LocalDate day = each.birth().date();
            assertTrue(day == null || day.getYear() == each.birth().year(), each::toString);
            MemberForm.Party party = each.party();
            assertTrue(party == null || !party.officialOn().isAfter(LAST_DAY), each::toString);
        }
    }

    @Test
    void names_are_composed_and_tell_no_other_gender() {
        for (MemberForm each : everybody) {
            String name = each.fullName();
            assertTrue(Normalizer.isNormalized(name, Normalizer.Form.NFC), name);
            assertTrue(name.split(" ", -1).length >= 2, name);
            assertFalse(each.gender() == Gender.MALE && name.contains(" Thị "), name);
            assertFalse(each.gender() == Gender.FEMALE && name.contains(" Văn "), name);
        }
        assertTrue(everybody.stream().map(MemberForm::fullName).distinct().count() > everybody.size() / 2);
    }

    @Test
    void a_citizen_id_has_twelve_digits_that_agree_with_birth_and_gender() {
        for (MemberForm each : everybody) {
            String id = each.citizenId();
            assertTrue(id.matches("0[0-9]{11}"), id);
            assertEquals(each.gender() == Gender.FEMALE ? '1' : '0', id.charAt(3), each::toString);
            assertEquals(each.birth().year() % 100, Integer.parseInt(id.substring(4, 6)), each::toString);
        }
    }

    @Test
    void what_stands_for_one_person_stands_for_one_only() {
        assertUnique(MemberForm::id);
        assertUnique(MemberForm::citizenId);
        assertUnique(each -> each.citizenId().substring(6));
        assertUnique(MemberForm::memberNumber);
        assertUnique(MemberForm::phone);
        assertUnique(MemberForm::email);
    }

    @Test
    void every_record_says_that_it_is_invented_and_reaches_nobody() {
        for (MemberForm each : everybody) {
            assertEquals("Dữ liệu minh họa", each.source());
            assertTrue(each.phone().matches("0900[0-9]{6}"), each::toString);
            assertTrue(each.email().endsWith("@example.org"), each::toString);
        }
    }

    @Test
    void some_of_every_kind_are_there_to_be_shown() {
        assertTrue(values(MemberForm::ethnicity).containsAll(Set.of("Kinh", "Hrê", "Cor", "Xơ Đăng", "Ba Na")));
        assertEquals(Set.of("CIVIL_SERVANT", "PUBLIC_EMPLOYEE", "WORKER"), values(MemberForm::category));
        assertTrue(everybody.stream().anyMatch(each -> each.birth().date() == null));
        assertTrue(everybody.stream().anyMatch(each -> each.party() == null));
    }

    private static long countWomen(List<MemberForm> people) {
        return people.stream().filter(each -> each.gender() == Gender.FEMALE).count();
    }

    private Set<Object> values(Function<MemberForm, Object> field) {
        Set<Object> values = new HashSet<>();
        everybody.forEach(each -> values.add(field.apply(each)));
        return values;
    }

    private void assertUnique(Function<MemberForm, Object> field) {
        assertEquals(everybody.size(), values(field).size());
    }
}
