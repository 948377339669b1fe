package vn.congdoan.vks.campaign.published;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import vn.congdoan.vks.platform.handover.Belongings;
import vn.congdoan.vks.platform.handover.MovingTable;
import vn.congdoan.vks.platform.handover.TablesOfThePlatform;

/// What moves with a union's campaigns to its own node.
@ApplicationScoped
class CampaignBelongings implements Belongings {

    private static final String OWNED = "moving.owner_union_id = any (own.unions)";
    private static final String PUBLISHED = "all of it is published";

    @Override
    public List<MovingTable> tables() {
        return List.of(
                MovingTable.ofRecords("campaign", "campaign_id", OWNED),
                MovingTable.ofRecords("participation", "participation_id", OWNED),
                MovingTable.ofRecords("commitment", "commitment_id", OWNED),
                TablesOfThePlatform.AUDIT_TRAIL);
    }

    @Override
    public Map<String, String> staying() {
        return TablesOfThePlatform.andDirectoryStayingWith(Map.of(
                "campaign_target", PUBLISHED,
                "participation_target", PUBLISHED));
    }
}
