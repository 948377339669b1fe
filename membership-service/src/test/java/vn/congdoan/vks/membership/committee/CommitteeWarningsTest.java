package vn.congdoan.vks.membership.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.membership.committee.CommitteeRules.Rule;
import vn.congdoan.vks.membership.committee.CommitteeRules.Subject;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.problem.Violation;

/// The numbers of domain.md §3.
class CommitteeWarningsTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
    private static final Map<Subject, Rule> RULES = Stream.of(
                    new Rule(Subject.COMMITTEE_SIZE, 3, 15, "1"),
                    new Rule(Subject.INSPECTION_SIZE, 3, 7, "2"),
                    new Rule(Subject.STANDING_SHARE, 3, 3, "3"),
                    new Rule(Subject.ONLY_A_CHAIR, 0, 9, "4"),
                    new Rule(Subject.TERM_YEARS, 5, 5, "5"))
            .collect(Collectors.toMap(Rule::subject, Function.identity()));

    @Test
    void a_committee_has_three_to_fifteen() {
        assertEquals(List.of("committee-size 2"), told(committee(2), 100));
        assertEquals(List.of(), told(committee(3), 100));
        assertEquals(List.of(), told(committee(15), 100));
        assertEquals(List.of("committee-size 16"), told(committee(16), 100));
    }

    @Test
    void accountant_and_cashier_are_not_counted() {
        assertEquals(
                List.of("committee-size 2"),
                told(of(SeatPosition.CHAIR, SeatPosition.COMMITTEE_MEMBER, SeatPosition.ACCOUNTANT), 100));
    }

    @Test
    void an_inspection_committee_has_three_to_seven() {
        assertEquals(List.of("committee-size 2"), told(inspection(2), 100));
        assertEquals(List.of(), told(inspection(3), 100));
        assertEquals(List.of(), told(inspection(7), 100));
        assertEquals(List.of("committee-size 8"), told(inspection(8), 100));
    }

    @Test
    void not_more_than_a_third_is_in_the_standing_committee() {
        SeatPosition member = SeatPosition.COMMITTEE_MEMBER;
        assertEquals(
                List.of(),
                told(of(SeatPosition.CHAIR, SeatPosition.STANDING_MEMBER, member, member, member, member), 100));
        assertEquals(
                List.of("standing-share 2"),
                told(of(SeatPosition.CHAIR, SeatPosition.STANDING_MEMBER, member, member, member), 100));
        assertEquals(List.of(), told(of(SeatPosition.CHAIR, SeatPosition.VICE_CHAIR, member), 100));
    }

    @Test
    void a_union_of_fewer_than_ten_has_only_a_chair() {
        assertEquals(List.of(), told(committee(1), 9));
        assertEquals(List.of("only-a-chair 9"), told(committee(3), 9));
        assertEquals(List.of("committee-size 1"), told(committee(1), 10));
    }

    @Test
    void somebody_heads_it() {
        assertEquals(
                List.of("committee-without-head null"),
                told(of(SeatPosition.VICE_CHAIR, SeatPosition.COMMITTEE_MEMBER, SeatPosition.COMMITTEE_MEMBER), 100));
    }

    @Test
    void a_term_has_five_years() {
        Committee shorter =
                committee(CommitteeKind.COMMITTEE, FIRST.plusYears(5).minusDays(1), positions(3));

        assertEquals(List.of("term-length 5"), told(shorter, 100));
    }

    @Test
    void where_no_rule_is_known_none_is_broken() {
        CommitteeWarnings warnings = new CommitteeWarnings(Map.of(), FIRST, 5);

        assertEquals(List.of(), warnings.of(committee(30)));
    }

    private static List<String> told(Committee committee, long members) {
        return new CommitteeWarnings(RULES, FIRST, members)
                .of(committee).stream()
                        .map((Violation each) ->
                                each.code() + " " + each.values().get("number"))
                        .toList();
    }

    private static Committee committee(int size) {
        return of(positions(size).toArray(SeatPosition[]::new));
    }

    private static List<SeatPosition> positions(int size) {
        List<SeatPosition> positions = new ArrayList<>(List.of(SeatPosition.CHAIR));
        while (positions.size() < size) {
            positions.add(SeatPosition.COMMITTEE_MEMBER);
        }
        return positions;
    }

    private static Committee inspection(int size) {
        List<SeatPosition> positions = new ArrayList<>(List.of(SeatPosition.INSPECTION_HEAD));
        while (positions.size() < size) {
            positions.add(SeatPosition.INSPECTION_MEMBER);
        }
        return committee(CommitteeKind.INSPECTION_COMMITTEE, FIRST.plusYears(5), positions);
    }

    private static Committee of(SeatPosition... positions) {
        return committee(CommitteeKind.COMMITTEE, FIRST.plusYears(5), Arrays.asList(positions));
    }

    private static Committee committee(CommitteeKind kind, LocalDate end, List<SeatPosition> positions) {
        List<NewSeat> seats = new ArrayList<>();
        for (SeatPosition each : positions) {
            seats.add(new NewSeat(new MemberId(new UUID(0, seats.size())), each, null, null));
        }
        UnitId unit = new UnitId(new UUID(0, 8));
        NewCommittee form = new NewCommittee(unit, kind, "2023–2028", FIRST, end, seats);
        return new Committee(new CommitteeId(new UUID(0, 7)), unit, form, new byte[0], Instant.EPOCH);
    }
}
