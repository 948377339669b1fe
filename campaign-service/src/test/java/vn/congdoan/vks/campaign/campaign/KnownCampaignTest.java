package vn.congdoan.vks.campaign.campaign;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import vn.congdoan.vks.platform.access.UnitId;
import vn.congdoan.vks.platform.access.UnitPlace;
import vn.congdoan.vks.platform.problem.Conflict;
import vn.congdoan.vks.platform.problem.Unprocessable;

class KnownCampaignTest {

    private static final LocalDate LAUNCHED = LocalDate.of(2023, 1, 10);
    private static final LocalDate LAST = LocalDate.of(2023, 12, 31);
    private static final UnitId CENTRAL = unit();
    private static final UnitId PROVINCE = unit();
    private static final UnitId SECTION = unit();
    private static final UnitPlace IN_THE_SECTION =
            new UnitPlace(SECTION, PROVINCE, List.of(SECTION, PROVINCE), List.of(CENTRAL));
    private static final UnitPlace IN_ANOTHER =
            new UnitPlace(unit(), PROVINCE, List.of(unit(), PROVINCE), List.of(CENTRAL));

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "LAUNCHED")
    void nobody_takes_part_unless_it_is_launched(CampaignStatus status) {
        KnownCampaign campaign = campaign(status, null, CENTRAL);
        assertEquals(
                "wrong-status",
                assertThrows(Conflict.class, campaign::requireLaunched).code());
        assertDoesNotThrow(campaign(CampaignStatus.LAUNCHED, null, CENTRAL)::requireLaunched);
    }

    @Test
    void it_is_over_after_its_last_day_unless_an_earlier_day_is_told() {
        KnownCampaign campaign = campaign(CampaignStatus.LAUNCHED, LAST, CENTRAL);
        assertEquals(LAST, campaign.dayOf("/on", null, LAST));
        LocalDate late = LAST.plusDays(1);
        Conflict over = assertThrows(Conflict.class, () -> campaign.dayOf("/on", null, late));
        assertEquals("campaign-over", over.code());
        assertEquals(LAST, campaign.dayOf("/on", LAST, late));
        assertEquals(
                LocalDate.MAX, campaign(CampaignStatus.LAUNCHED, null, CENTRAL).dayOf("/on", null, LocalDate.MAX));
    }

    @Test
    void a_day_that_is_told_lies_between_the_launch_and_the_last_day_and_not_in_the_future() {
        KnownCampaign campaign = campaign(CampaignStatus.LAUNCHED, LAST, CENTRAL);
        assertEquals(LAUNCHED, campaign.dayOf("/on", LAUNCHED, LAST));
        requireNoDay(campaign, LAUNCHED.minusDays(1), "before-launch");
        requireNoDay(campaign, LAST.plusDays(1), "after-last-day");
        requireNoDay(campaign, LAST.plusDays(3), "in-the-future");
    }

    private static void requireNoDay(KnownCampaign campaign, LocalDate told, String code) {
        Unprocessable refused = assertThrows(Unprocessable.class, () -> campaign.dayOf("/on", told, LAST.plusDays(2)));
        assertEquals("/on", refused.violations().getFirst().pointer());
        assertEquals(code, refused.violations().getFirst().code());
    }

    @Test
    void it_calls_the_units_of_its_scope_with_everything_below_them() {
        for (UnitId called : List.of(SECTION, PROVINCE, CENTRAL)) {
            assertTrue(campaign(CampaignStatus.LAUNCHED, null, called).calls(IN_THE_SECTION));
        }
        assertFalse(campaign(CampaignStatus.LAUNCHED, null, SECTION).calls(IN_ANOTHER));
        assertFalse(campaign(CampaignStatus.LAUNCHED, null, unit()).calls(IN_THE_SECTION));
    }

    @Test
    void it_binds_the_called_units_of_the_launching_union_only() {
        assertFalse(campaign(CampaignStatus.LAUNCHED, null, CENTRAL).binds(IN_THE_SECTION));
        assertTrue(ofTheProvince(PROVINCE).binds(IN_THE_SECTION));
        assertTrue(ofTheProvince(SECTION).binds(IN_THE_SECTION));
        assertFalse(ofTheProvince(SECTION).binds(IN_ANOTHER));
    }

    private static KnownCampaign ofTheProvince(UnitId called) {
        return new KnownCampaign(id(), PROVINCE, CampaignStatus.LAUNCHED, LAUNCHED, null, List.of(called));
    }

    private static KnownCampaign campaign(CampaignStatus status, @Nullable LocalDate endsOn, UnitId called) {
        return new KnownCampaign(id(), CENTRAL, status, LAUNCHED, endsOn, List.of(called));
    }

    private static CampaignId id() {
        return new CampaignId(UUID.randomUUID());
    }

    private static UnitId unit() {
        return new UnitId(UUID.randomUUID());
    }
}
