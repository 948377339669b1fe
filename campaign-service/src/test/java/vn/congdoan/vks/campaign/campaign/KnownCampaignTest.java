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

class KnownCampaignTest {

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
    void it_is_over_after_its_last_day() {
        KnownCampaign campaign = campaign(CampaignStatus.LAUNCHED, LAST, CENTRAL);
        assertDoesNotThrow(() -> campaign.requireGoingOn(LAST));
        Conflict over = assertThrows(Conflict.class, () -> campaign.requireGoingOn(LAST.plusDays(1)));
        assertEquals("campaign-over", over.code());
        assertDoesNotThrow(
                () -> campaign(CampaignStatus.LAUNCHED, null, CENTRAL).requireGoingOn(LocalDate.MAX));
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
    void only_units_of_the_same_union_lie_below_the_launching_unit() {
        assertFalse(campaign(CampaignStatus.LAUNCHED, null, CENTRAL).isLaunchedAbove(IN_THE_SECTION));
        assertTrue(new KnownCampaign(id(), PROVINCE, CampaignStatus.LAUNCHED, null, List.of(PROVINCE))
                .isLaunchedAbove(IN_THE_SECTION));
    }

    private static KnownCampaign campaign(CampaignStatus status, @Nullable LocalDate endsOn, UnitId called) {
        return new KnownCampaign(id(), CENTRAL, status, endsOn, List.of(called));
    }

    private static CampaignId id() {
        return new CampaignId(UUID.randomUUID());
    }

    private static UnitId unit() {
        return new UnitId(UUID.randomUUID());
    }
}
