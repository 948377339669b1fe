package vn.congdoan.vks.membership.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.decision.Decision;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

class MemberTest {

    private static final Instant NOW = Instant.parse("2023-06-01T00:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2023, 2, 14);
    private static final Decision DECISION = new Decision("05/QĐ-CĐVKS", DAY, null);
    private static final UnitId UNIT = new UnitId(new UUID(0, 1));

    private final Member member = applicant();

    @Test
    void an_applicant_is_admitted_by_a_decision() {
        MembershipStep step = member.admit(DAY, DECISION, NOW);

        assertEquals(MemberStatus.ACTIVE, member.status());
        assertEquals(DAY, member.profile().joinedOn());
        assertEquals("admit", step.action());
        assertEquals(DAY, step.effectiveDate());
    }

    @Test
    void nobody_is_admitted_twice() {
        member.admit(DAY, DECISION, NOW);

        assertThrows(Conflict.class, () -> member.admit(DAY, DECISION, NOW));
    }

    @Test
    void a_rejected_applicant_is_neither_admitted_nor_ended() {
        member.reject(DAY, DECISION, NOW);

        assertEquals(MemberStatus.REJECTED, member.status());
        assertThrows(Conflict.class, () -> member.admit(DAY, DECISION, NOW));
        assertThrows(Conflict.class, () -> member.end(EndReason.RESIGNED, DAY, null, NOW));
        assertThrows(Conflict.class, () -> member.reject(DAY, DECISION, NOW));
    }

    @Test
    void an_applicant_has_no_membership_to_end() {
        assertThrows(Conflict.class, () -> member.end(EndReason.RESIGNED, DAY, null, NOW));
    }

    @Test
    void a_membership_ends_for_a_reason_and_once() {
        member.admit(DAY, DECISION, NOW);

        MembershipStep step = member.end(EndReason.RETIRED, DAY.plusDays(100), null, NOW);

        assertEquals(MemberStatus.ENDED, member.status());
        assertEquals(EndReason.RETIRED, member.endReason());
        assertEquals("end", step.action());
        assertThrows(Conflict.class, () -> member.end(EndReason.RETIRED, DAY.plusDays(101), null, NOW));
    }

    @Test
    void a_membership_does_not_end_before_it_began() {
        member.admit(DAY, DECISION, NOW);

        assertThrows(Unprocessable.class, () -> member.end(EndReason.RESIGNED, DAY.minusDays(1), null, NOW));
        assertEquals(MemberStatus.ACTIVE, member.status());
    }

    @Test
    void who_left_is_a_member_again_after_that_and_joined_on_the_first_day() {
        member.admit(DAY, DECISION, NOW);
        member.end(EndReason.RESIGNED, DAY.plusDays(10), null, NOW);
        member.reapply(UNIT, UNIT, DAY.plusDays(20), NOW);

        assertTrue(member.wasMemberBefore());
        assertThrows(Unprocessable.class, () -> member.admit(DAY.plusDays(9), DECISION, NOW));
        member.admit(DAY.plusDays(10), DECISION, NOW);

        assertEquals(MemberStatus.ACTIVE, member.status());
        assertEquals(DAY, member.profile().joinedOn());
        assertEquals(DAY.plusDays(10), member.rejoinedOn());
        assertEquals(2, member.counted().size());
    }

    @Test
    void who_left_before_a_reorganization_was_never_where_it_led() {
        UnitId successor = new UnitId(new UUID(0, 2));
        LocalDate merge = DAY.plusDays(100);
        member.admit(DAY, DECISION, NOW);
        member.leave(merge, _ -> Optional.of(successor));
        member.arrive(merge, UNIT, DECISION, new UUID(0, 3), NOW);
        assertEquals(successor, member.unitId());

        member.end(EndReason.RETIRED, merge.minusDays(10), null, NOW);

        assertEquals(UNIT, member.unitId());
        assertEquals(
                List.of(new MemberState.Counted(UNIT, DAY, merge.minusDays(10), Arrival.ADMITTED, Departure.RETIRED)),
                member.counted());
    }

    @Test
    void nobody_leaves_before_a_transfer_that_was_accepted() {
        member.admit(DAY, DECISION, NOW);
        LocalDate moved = DAY.plusDays(100);
        member.depart(moved);
        member.settle(
                new Transferred(new UUID(0, 3), moved, new UnitId(new UUID(0, 2)), UNIT, DECISION, null, null), NOW);

        assertThrows(Unprocessable.class, () -> member.end(EndReason.RETIRED, moved.minusDays(1), null, NOW));
    }

    @Test
    void who_was_refused_again_left_for_the_reason_before() {
        member.admit(DAY, DECISION, NOW);
        member.end(EndReason.RETIRED, DAY.plusDays(10), null, NOW);
        member.reapply(UNIT, UNIT, DAY.plusDays(20), NOW);

        member.reject(DAY.plusDays(30), null, NOW);

        assertEquals(MemberStatus.ENDED, member.status());
        assertEquals(EndReason.RETIRED, member.endReason());
    }

    @Test
    void neither_a_member_nor_an_applicant_nor_the_deceased_applies() {
        assertThrows(Conflict.class, () -> member.reapply(UNIT, UNIT, DAY, NOW));
        member.admit(DAY, DECISION, NOW);
        assertThrows(Conflict.class, () -> member.reapply(UNIT, UNIT, DAY, NOW));
        member.end(EndReason.DECEASED, DAY.plusDays(10), null, NOW);
        assertThrows(Conflict.class, () -> member.reapply(UNIT, UNIT, DAY.plusDays(20), NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPELLED", "INELIGIBLE", "UNIT_DISSOLVED"})
    void the_union_ends_a_membership_by_a_decision_only(EndReason reason) {
        member.admit(DAY, DECISION, NOW);

        assertThrows(Unprocessable.class, () -> member.end(reason, DAY.plusDays(1), null, NOW));
        assertEquals(MemberStatus.ACTIVE, member.status());
        member.end(reason, DAY.plusDays(1), DECISION, NOW);
        assertEquals(reason, member.endReason());
    }

    @Test
    void a_transfer_ends_one_placement_where_the_other_begins() {
        UnitId elsewhere = new UnitId(new UUID(0, 9));
        member.admit(DAY, DECISION, NOW);
        assertThrows(Unprocessable.class, () -> member.depart(DAY));

        member.depart(DAY.plusDays(5));
        MembershipStep step = member.settle(
                new Transferred(new UUID(0, 8), DAY.plusDays(5), elsewhere, elsewhere, DECISION, "DV-2", null), NOW);

        assertEquals("transferred", step.happened());
        assertEquals(UNIT, step.fromUnionId());
        assertEquals(elsewhere, member.ownerUnionId());
        assertEquals("DV-2", member.profile().memberNumber());
        assertEquals(
                List.of(
                        new MemberState.Counted(UNIT, DAY, DAY.plusDays(5), Arrival.ADMITTED, Departure.TRANSFERRED),
                        new MemberState.Counted(elsewhere, DAY.plusDays(5), null, Arrival.TRANSFERRED, null)),
                member.counted());
    }

    private static Member applicant() {
        MemberForm form = new MemberForm(
                null,
                UNIT,
                "Nguyễn Văn  Tập ",
                new Birth(1990, null),
                Gender.MALE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        SealedPart sealed = new SealedPart(new byte[0], null);
        Member applicant = new Member(new MemberId(new UUID(0, 2)), UNIT, form, sealed, new byte[0], NOW);
        assertEquals("Nguyễn Văn Tập", applicant.profile().fullName());
        return applicant;
    }
}
