package vn.congdoan.vks.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.campaign.campaign.CampaignState;
import vn.congdoan.vks.campaign.commitment.CommitmentState;
import vn.congdoan.vks.campaign.participation.ParticipationState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.sql.Sql;
import vn.congdoan.vks.platform.sync.Receiving;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.ProvinceNode;

/// A province's node tells of campaigns, participations and commitments of its own union, and of no other.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ForgedRecordsTest {

    private static final UUID OTHERS = Organization.NAN_01.id();

    private final UUID union = UUID.randomUUID();
    private final ProvinceNode node = new ProvinceNode("node-" + union, union);

    @Inject
    Sql sql;

    @Inject
    Receiving receiving;

    @BeforeEach
    void settle() {
        sql.change("insert into home (union_id, node) values (?, ?)", union, "node-" + union);
    }

    @Test
    void what_is_the_unions_own_is_taken() {
        UUID campaign = node.tell(CampaignState.TYPE, campaign(union, union));
        node.send(receiving);
        assertEquals(
                List.of(union),
                sql.list(
                        "select owner_union_id from campaign where campaign_id = ?",
                        row -> row.getObject(1, UUID.class),
                        campaign));
    }

    @Test
    void units_of_other_unions_are_neither_launched_for_nor_called() {
        refused(CampaignState.TYPE, campaign(OTHERS, union));
        refused(CampaignState.TYPE, campaign(union, OTHERS));
        refused(ParticipationState.TYPE, Map.of("unitId", OTHERS, "campaignId", UUID.randomUUID()));
        refused(CommitmentState.TYPE, Map.of("unitId", OTHERS, "campaignId", UUID.randomUUID()));
    }

    @Test
    void members_of_other_unions_do_not_commit() {
        UUID member = UUID.randomUUID();
        sql.change("""
                insert into directory_member (member_id, epoch, version, owner_union_id, unit_id, full_name, status, state)
                values (?, 1, 1, ?, ?, 'X', 'ACTIVE', '{}')
                """, member, Organization.NAN.id(), OTHERS);
        refused(CommitmentState.TYPE, Map.of("unitId", union, "memberId", member));
    }

    @Test
    void a_unit_that_is_not_known_yet_lets_its_record_wait() {
        UUID campaign = node.tell(CampaignState.TYPE, campaign(UUID.randomUUID(), union));
        node.send(receiving);
        assertEquals(
                List.of("REFUSED names a unit that is not known here"),
                sql.list(
                        "select reason || ' ' || detail from quarantined_change where aggregate_id = ?",
                        row -> row.getString(1),
                        campaign));
    }

    private void refused(AggregateType type, Map<String, ?> state) {
        node.tell(type, state);
        RuntimeException refused =
                assertThrows(RuntimeException.class, () -> node.send(receiving), type.name() + " " + state);
        assertTrue(String.valueOf(refused.getMessage()).startsWith("NOT_THE_SENDERS"), refused::toString);
    }

    private static Map<String, ?> campaign(UUID unit, UUID called) {
        return Map.of(
                "unitId",
                unit,
                "kind",
                "MOVEMENT",
                "status",
                "DRAFT",
                "name",
                "Thi đua",
                "startsOn",
                "2026-01-01",
                "scopeUnitIds",
                List.of(called),
                "targets",
                List.of(),
                "recordedAt",
                "2026-11-22T08:00:00Z");
    }
}
