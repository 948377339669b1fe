package vn.congdoan.vks.campaign.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.campaign.campaign.CampaignId;
import vn.congdoan.vks.platform.access.MemberId;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;

class CommitmentTest {

    private static final UnitId UNION = new UnitId(UUID.randomUUID());
    private static final UnitId SECTION = new UnitId(UUID.randomUUID());
    private static final UnitPlace PLACE = new UnitPlace(SECTION, UNION, List.of(SECTION, UNION), List.of());
    private static final MemberId MEMBER = new MemberId(UUID.randomUUID());
    private static final LocalDate DAY = LocalDate.of(2022, 2, 14);
    private static final byte[] CREATED_AS = {1, 2, 3};

    @Test
    void a_members_commitment_keeps_the_unit_and_union_of_the_time() {
        CommitmentView view = commitment(MEMBER, "Học tập").view(true);
        assertEquals(MEMBER, view.memberId());
        assertEquals(SECTION, view.unitId());
        assertEquals(UNION, view.unionId());
    }

    @Test
    void what_a_member_writes_stays_home_and_what_a_unit_writes_is_published() {
        CommitmentState members = state(commitment(MEMBER, "Học tập"));
        assertEquals(MEMBER, members.memberId());
        assertNull(members.text());
        CommitmentState units = state(commitment(null, "Học tập"));
        assertNull(units.memberId());
        assertEquals("Học tập", units.text());
    }

    @Test
    void what_a_member_wrote_is_left_out_for_those_it_is_not_for_and_what_a_unit_wrote_is_not() {
        assertEquals("Học tập", commitment(MEMBER, "Học tập").view(true).text());
        assertNull(commitment(MEMBER, "Học tập").view(false).text());
        assertEquals("Học tập", commitment(null, "Học tập").view(false).text());
    }

    @Test
    void the_change_is_the_unions_on_the_day_of_the_registration() {
        Change change = commitment(MEMBER, "Học tập").made(Audience.of(List.of(UNION)));
        assertEquals("made", change.happened());
        assertEquals(UNION, change.ownerUnion());
        assertEquals(DAY, change.effectiveDate());
    }

    @Test
    void text_is_kept_composed_and_in_its_lines() {
        assertEquals(
                "Mỹ\nthuật",
                commitment(MEMBER, " My\u0303\nthua\u0323\u0302t ").view(true).text());
    }

    @Test
    void knows_what_it_was_created_from() {
        assertTrue(commitment(MEMBER, "x").wasCreatedAs(new byte[] {1, 2, 3}));
        assertFalse(commitment(MEMBER, "x").wasCreatedAs(new byte[] {1, 2, 4}));
    }

    private static CommitmentState state(Commitment commitment) {
        return (CommitmentState) commitment.made(Audience.everybody()).state();
    }

    private static Commitment commitment(@Nullable MemberId member, String text) {
        CampaignId campaign = new CampaignId(UUID.randomUUID());
        NewCommitment form = new NewCommitment(campaign, member, member == null ? SECTION : null, text, null, null);
        return new Commitment(new CommitmentId(UUID.randomUUID()), PLACE, form, DAY, CREATED_AS, Instant.now());
    }
}
