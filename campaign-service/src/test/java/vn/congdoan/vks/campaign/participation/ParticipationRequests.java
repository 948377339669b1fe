package vn.congdoan.vks.campaign.participation;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import vn.congdoan.vks.campaign.campaign.CampaignRequests;
import vn.congdoan.vks.platform.testing.Organization;

/// Requests about participations as people send them.
public final class ParticipationRequests {

    private ParticipationRequests() {}

    static String participants(String campaign) {
        return CampaignRequests.CAMPAIGNS + "/" + campaign + "/participants";
    }

    /// A unit joins.
    public static Response join(RequestSpecification caller, String campaign, Organization unit) {
        return send(caller, campaign, Map.of("unitId", unit.id()));
    }

    public static Response send(RequestSpecification caller, String campaign, Map<String, ?> form) {
        return caller.contentType("application/json").body(form).post(participants(campaign));
    }
}
