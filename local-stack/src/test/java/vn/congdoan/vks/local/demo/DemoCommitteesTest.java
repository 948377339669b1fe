package vn.congdoan.vks.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DemoCommitteesTest {
    private final List<Step> steps = DemoCommittees.elected(union -> DemoIds.of("unit/" + union));

    @Test
    void each_is_written_down_and_then_recognised() {
        assertEquals(12, steps.size());
        for (int step = 0; step < steps.size(); step += 2) {
            assertEquals(
                    steps.get(step).path() + "/recognize", steps.get(step + 1).path());
            assertTrue(steps.get(step).by() != steps.get(step + 1).by());
        }
    }

    @Test
    void whoever_sits_there_was_a_member_of_the_union_by_then_and_sits_once() {
        Set<UUID> seated = new HashSet<>();
        for (Step step : steps) {
            if (step.body() instanceof Body.NewCommittee committee) {
                DemoUnion union = DemoUnion.valueOf(unionOf(committee.unitId()));
                Map<UUID, MemberForm> members =
                        DemoMembers.of(union).stream().collect(Collectors.toMap(MemberForm::id, Function.identity()));
                for (Body.NewCommittee.Seat seat : committee.seats()) {
                    MemberForm member = members.get(seat.memberId());
                    assertTrue(member != null && !member.placedSince().isAfter(LocalDate.of(2023, 4, 1)));
                    assertTrue(seated.add(seat.memberId()));
                }
            }
        }
        assertEquals(17 + 11 + 6 + 3 * 3, seated.size());
    }

    private static String unionOf(UUID unit) {
        return List.of(DemoUnion.values()).stream()
                .map(DemoUnion::name)
                .filter(each -> DemoIds.of("unit/" + each).equals(unit))
                .findFirst()
                .orElseThrow();
    }
}
