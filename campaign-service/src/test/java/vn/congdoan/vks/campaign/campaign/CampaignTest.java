package vn.congdoan.vks.campaign.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.change.Audience;
import vn.congdoan.vks.platform.change.Change;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

class CampaignTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final UnitId SECTION = new UnitId(UUID.randomUUID());
    private static final UnitId GROUP = new UnitId(UUID.randomUUID());
    private static final UnitId UNION = new UnitId(UUID.randomUUID());
    private static final byte[] CREATED_AS = {1, 2, 3};

    @Test
    void is_born_as_a_draft_of_its_unit_and_union() {
        CampaignView view = campaign("Thi đua", null, null).view();
        assertEquals(CampaignStatus.DRAFT, view.status());
        assertEquals(SECTION, view.unitId());
        assertEquals(UNION, view.unionId());
    }

    @Test
    void may_be_standing() {
        assertNull(campaign("Thi đua", null, null).view().endsOn());
    }

    @Test
    void may_last_one_day() {
        assertEquals(FIRST, campaign("Thi đua", FIRST, null).view().endsOn());
    }

    @Test
    void does_not_end_before_it_starts() {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> campaign("Thi đua", FIRST.minusDays(1), null));
        assertEquals("/endsOn", refused.violations().getFirst().pointer());
        assertEquals("ends-before-start", refused.violations().getFirst().code());
    }

    @Test
    void calls_its_own_unit_unless_told_whom() {
        assertEquals(List.of(SECTION), campaign("Thi đua", null, null).view().scopeUnitIds());
        assertEquals(
                List.of(GROUP, SECTION),
                campaign("Thi đua", null, List.of(GROUP, SECTION)).view().scopeUnitIds());
    }

    @Test
    void keeps_its_name_in_one_line_and_composed() {
        assertEquals(
                "Mỹ thuật",
                campaign("  My\u0303 \n thua\u0323\u0302t ", null, null).view().name());
    }

    @Test
    void knows_what_it_was_created_from() {
        assertTrue(campaign("Thi đua", null, null).wasCreatedAs(new byte[] {1, 2, 3}));
        assertFalse(campaign("Thi đua", null, null).wasCreatedAs(new byte[] {1, 2, 4}));
    }

    @Test
    void is_launched_once_and_published_from_then_on() {
        Campaign campaign = campaign("Thi đua", null, null);
        assertFalse(campaign.isPublished());
        assertThrows(IllegalStateException.class, () -> campaign.launched(Audience.everybody()));
        campaign.launch(FIRST);
        assertTrue(campaign.isPublished());
        assertEquals(CampaignStatus.LAUNCHED, campaign.view().status());
        assertEquals(FIRST, campaign.view().launchedOn());
        Conflict refused = assertThrows(Conflict.class, () -> campaign.launch(FIRST.plusDays(1)));
        assertEquals("wrong-status", refused.code());
        assertEquals(FIRST, campaign.view().launchedOn());
    }

    @Test
    void is_launched_neither_after_its_last_day_nor_more_than_a_year_before_its_first() {
        Campaign campaign = campaign("Thi đua", FIRST.plusDays(30), null);
        requireNotLaunched(campaign, FIRST.plusDays(31), "after-last-day");
        requireNotLaunched(campaign, FIRST.minusYears(1).minusDays(1), "long-before-first-day");
        assertEquals(CampaignStatus.DRAFT, campaign.view().status());
        campaign.launch(FIRST.minusYears(1));
        Campaign last = campaign("Thi đua", FIRST.plusDays(30), null);
        last.launch(FIRST.plusDays(30));
        assertEquals(FIRST.plusDays(30), last.view().launchedOn());
    }

    private static void requireNotLaunched(Campaign campaign, LocalDate day, String code) {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> campaign.launch(day));
        assertEquals("/launchedOn", refused.violations().getFirst().pointer());
        assertEquals(code, refused.violations().getFirst().code());
    }

    @Test
    void tells_what_happened_on_the_day_on_which_it_did() {
        Campaign campaign = campaign("Thi đua", null, null);
        Change drafted = campaign.drafted(Audience.everybody());
        assertEquals("drafted", drafted.happened());
        // 1970-01-01T00:00Z is seven o'clock in the morning in Vietnam.
        assertEquals(LocalDate.EPOCH, drafted.effectiveDate());
        assertEquals(UNION, drafted.ownerUnion());
        campaign.launch(FIRST);
        Change launched = campaign.launched(Audience.everybody());
        assertEquals("launched", launched.happened());
        assertEquals(FIRST, launched.effectiveDate());
        assertEquals(FIRST, ((CampaignState) launched.state()).launchedOn());
    }

    private static Campaign campaign(String name, @Nullable LocalDate endsOn, @Nullable List<UnitId> scope) {
        NewCampaign form =
                new NewCampaign(SECTION, CampaignKind.MOVEMENT, name, null, null, FIRST, endsOn, scope, null);
        return new Campaign(new CampaignId(UUID.randomUUID()), UNION, form, CREATED_AS, Instant.EPOCH);
    }
}
