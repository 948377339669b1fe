package vn.congdoan.vks.membership.committee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.congdoan.vks.membership.externalbody.ExternalBodyId;
import vn.congdoan.vks.membership.unit.UnitKind;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.NotFound;
import vn.congdoan.vks.platform.problem.Unprocessable;
import vn.congdoan.vks.platform.problem.Violation;

class CommitteeTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 3, 1);
    private static final LocalDate END = LocalDate.of(2028, 3, 1);
    private static final LocalDate BETWEEN = LocalDate.of(2025, 4, 1);
    private static final Decision DECISION = new Decision("15/QĐ-LĐLĐ", LocalDate.of(2023, 3, 10), null);
    private static final Recognition RECOGNITION = new Recognition(DECISION, new ExternalBodyId(new UUID(0, 9)), null);
    private static final MemberId AN = new MemberId(new UUID(0, 1));
    private static final MemberId BINH = new MemberId(new UUID(0, 2));
    private static final MemberId CHI = new MemberId(new UUID(0, 3));

    @Test
    void a_draft_is_corrected_and_a_seat_that_stays_keeps_its_id() {
        Committee committee = drafted(seat(AN, SeatPosition.CHAIR), seat(BINH, SeatPosition.COMMITTEE_MEMBER));
        SeatId kept = committee.seats().getFirst().id();
        SeatId gone = committee.seats().getLast().id();

        committee.revise(form(seat(AN, SeatPosition.CHAIR), seat(CHI, SeatPosition.COMMITTEE_MEMBER)), Instant.EPOCH);

        assertEquals(kept, committee.seats().getFirst().id());
        assertEquals(CHI, committee.seats().getLast().memberId());
        assertEquals(false, committee.seats().getLast().id().equals(gone));
    }

    @Test
    void what_is_written_down_is_what_can_be_patched() {
        NewCommittee form = form(
                seat(AN, SeatPosition.CHAIR), new NewSeat(BINH, SeatPosition.VICE_CHAIR, BETWEEN, BETWEEN.plusDays(1)));

        assertEquals(form, new Committee(id(), unit(), form, new byte[0], Instant.EPOCH).form());
    }

    @Test
    void a_draft_is_recognised_once_or_cancelled_once() {
        Committee recognized = recognized(seat(AN, SeatPosition.CHAIR));
        refused("committee-status", () -> recognized.recognize(RECOGNITION, Instant.EPOCH));
        refused("committee-status", () -> recognized.cancel(Instant.EPOCH));
        refused("committee-status", () -> recognized.revise(form(), Instant.EPOCH));

        Committee cancelled = drafted(seat(AN, SeatPosition.CHAIR));
        cancelled.cancel(Instant.EPOCH);
        assertEquals(CommitteeStatus.CANCELLED, cancelled.status());
        refused("committee-status", () -> cancelled.recognize(RECOGNITION, Instant.EPOCH));
        refused("committee-status", () -> cancelled.cancel(Instant.EPOCH));
        refused("committee-status", () -> cancelled.revise(form(), Instant.EPOCH));
    }

    @Test
    void nobody_comes_in_leaves_or_ends_before_it_is_recognised() {
        Committee draft = drafted(seat(AN, SeatPosition.CHAIR));
        SeatId chair = draft.seats().getFirst().id();

        refused("committee-status", () -> draft.seat(midTerm(BINH, SeatPosition.VICE_CHAIR, BETWEEN), Instant.EPOCH));
        refused("committee-status", () -> draft.vacate(chair, BETWEEN, DECISION, Instant.EPOCH));
        refused("committee-status", () -> draft.end(BETWEEN, DECISION, Instant.EPOCH));
    }

    @Test
    void a_committee_without_seats_is_not_recognised() {
        refused("committee-without-seats", () -> drafted().recognize(RECOGNITION, Instant.EPOCH));
    }

    @Test
    void a_second_chair_waits_until_the_first_has_left() {
        Committee committee = recognized(seat(AN, SeatPosition.CHAIR));
        MidTermSeat second = midTerm(BINH, SeatPosition.CHAIR, BETWEEN);

        refused("committee-has-head", () -> committee.seat(second, Instant.EPOCH));
        committee.vacate(committee.seats().getFirst().id(), BETWEEN, DECISION, Instant.EPOCH);
        Seat seated = committee.seat(second, Instant.EPOCH);

        assertEquals(BETWEEN, committee.seats().getFirst().validTo());
        assertEquals(List.of(BETWEEN, END), List.of(seated.validFrom(), seated.validTo()));
    }

    @Test
    void a_member_has_one_place_and_one_office_at_a_time() {
        Committee committee = recognized(seat(AN, SeatPosition.CHAIR), seat(BINH, SeatPosition.COMMITTEE_MEMBER));

        refused(
                "member-has-seat",
                () -> committee.seat(midTerm(BINH, SeatPosition.VICE_CHAIR, BETWEEN), Instant.EPOCH));
        committee.seat(midTerm(BINH, SeatPosition.ACCOUNTANT, BETWEEN), Instant.EPOCH);
        refused("member-has-seat", () -> committee.seat(midTerm(BINH, SeatPosition.CASHIER, BETWEEN), Instant.EPOCH));
    }

    @Test
    void a_seat_lies_in_the_term() {
        Committee committee = recognized(seat(AN, SeatPosition.CHAIR));
        SeatId chair = committee.seats().getFirst().id();

        for (LocalDate day : List.of(FIRST.minusDays(1), END)) {
            assertThrows(
                    Unprocessable.class,
                    () -> committee.seat(midTerm(BINH, SeatPosition.VICE_CHAIR, day), Instant.EPOCH));
        }
        assertThrows(Unprocessable.class, () -> committee.vacate(chair, FIRST.minusDays(1), DECISION, Instant.EPOCH));
        assertThrows(Unprocessable.class, () -> committee.vacate(chair, END, DECISION, Instant.EPOCH));
        assertThrows(
                NotFound.class, () -> committee.vacate(new SeatId(new UUID(0, 99)), BETWEEN, DECISION, Instant.EPOCH));
        committee.vacate(chair, FIRST, DECISION, Instant.EPOCH);
        assertEquals(false, committee.seats().getFirst().isOn(FIRST));
    }

    @Test
    void all_seats_end_with_the_committee_and_none_begins_after_it() {
        Committee committee = recognized(
                seat(AN, SeatPosition.CHAIR), new NewSeat(BINH, SeatPosition.VICE_CHAIR, FIRST, BETWEEN.minusDays(9)));

        assertThrows(Unprocessable.class, () -> committee.end(FIRST.minusDays(1), DECISION, Instant.EPOCH));
        committee.end(BETWEEN, DECISION, Instant.EPOCH);

        assertEquals(BETWEEN, committee.endedOn());
        assertEquals(
                List.of(BETWEEN, BETWEEN.minusDays(9)),
                committee.seats().stream().map(Seat::validTo).toList());
        assertThrows(Unprocessable.class, () -> committee.end(BETWEEN, DECISION, Instant.EPOCH));
        assertThrows(
                Unprocessable.class,
                () -> committee.seat(midTerm(CHI, SeatPosition.VICE_CHAIR, BETWEEN), Instant.EPOCH));
    }

    @Test
    void with_its_unit_a_draft_is_given_up_and_a_recognised_one_ends() {
        Committee draft = drafted(seat(AN, SeatPosition.CHAIR));
        draft.endWithItsUnit(BETWEEN, DECISION, Instant.EPOCH);
        assertEquals(CommitteeStatus.CANCELLED, draft.status());

        Committee later = recognized(seat(AN, SeatPosition.CHAIR));
        later.endWithItsUnit(FIRST.minusDays(5), DECISION, Instant.EPOCH);
        assertEquals(FIRST, later.endedOn());
        assertEquals(true, later.seats().getFirst().isEmpty());
    }

    @Test
    void a_proposal_names_each_contradiction() {
        NewCommittee form = form(
                seat(AN, SeatPosition.CHAIR),
                seat(BINH, SeatPosition.CHAIR),
                seat(AN, SeatPosition.VICE_CHAIR),
                seat(CHI, SeatPosition.INSPECTION_HEAD),
                new NewSeat(BINH, SeatPosition.CASHIER, FIRST.minusDays(1), null),
                new NewSeat(CHI, SeatPosition.ACCOUNTANT, BETWEEN, BETWEEN));

        assertEquals(
                List.of(
                        "/seats/1/position committee-has-head",
                        "/seats/2/memberId member-has-seat",
                        "/seats/3/position position-not-of-this-committee",
                        "/seats/3/position committee-has-head",
                        "/seats/4/validFrom outside-the-term",
                        "/seats/5/validTo empty-period"),
                told(form.contradictions(UnitKind.PROVINCIAL_UNION)));
    }

    @Test
    void a_group_has_a_leader_and_no_other_body() {
        NewCommittee leader = form(seat(AN, SeatPosition.GROUP_LEADER), seat(BINH, SeatPosition.GROUP_DEPUTY));
        NewCommittee women = new NewCommittee(unit(), CommitteeKind.WOMENS_BOARD, "2023–2028", FIRST, END, List.of());

        assertEquals(List.of(), told(leader.contradictions(UnitKind.GROUP)));
        assertEquals(
                List.of("/seats/0/position position-not-of-this-committee"),
                told(form(seat(AN, SeatPosition.CHAIR)).contradictions(UnitKind.GROUP)));
        assertEquals(
                List.of("/seats/0/position position-not-of-this-committee"),
                told(form(seat(AN, SeatPosition.GROUP_LEADER)).contradictions(UnitKind.SECTION)));
        assertEquals(List.of("/kind committee-not-of-a-group"), told(women.contradictions(UnitKind.GROUP)));
    }

    private static List<String> told(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.pointer() + " " + each.code())
                .toList();
    }

    private static void refused(String code, Executable step) {
        assertEquals(code, assertThrows(Conflict.class, step).code());
    }

    private static Committee recognized(NewSeat... seats) {
        Committee committee = drafted(seats);
        committee.recognize(RECOGNITION, Instant.EPOCH);
        return committee;
    }

    private static Committee drafted(NewSeat... seats) {
        return new Committee(id(), unit(), form(seats), new byte[0], Instant.EPOCH);
    }

    private static NewCommittee form(NewSeat... seats) {
        return new NewCommittee(unit(), CommitteeKind.COMMITTEE, "2023–2028", FIRST, END, List.of(seats));
    }

    private static NewSeat seat(MemberId member, SeatPosition position) {
        return new NewSeat(member, position, null, null);
    }

    private static MidTermSeat midTerm(MemberId member, SeatPosition position, LocalDate from) {
        return new MidTermSeat(member, position, from, null, DECISION);
    }

    private static CommitteeId id() {
        return new CommitteeId(new UUID(0, 7));
    }

    private static UnitId unit() {
        return new UnitId(new UUID(0, 8));
    }
}
