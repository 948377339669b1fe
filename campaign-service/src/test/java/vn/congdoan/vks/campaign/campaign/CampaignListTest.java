package vn.congdoan.vks.campaign.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC_01;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.PlayedMembership;

@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class CampaignListTest {

    private static final String LIST = CAMPAIGNS + "?status=DRAFT&unit=" + VKSTC_01.id();

    @Test
    void shows_the_newest_first_while_others_are_added() {
        List<String> expected = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            expected.addFirst(created(form(VKSTC_01), VKSTC));
        }
        // A client's own ids need not ascend: the order is that of creation all the same.
        UUID smallest = UUID.fromString("00000000-0000-4000-8000-000000000001");
        CampaignRequests.put(as("OFFICER", VKSTC), smallest, form(VKSTC_01))
                .then()
                .statusCode(201);
        expected.addFirst(smallest.toString());
        as("CHAIR", VKSTC).get(LIST).then().statusCode(200).body("items.id", contains(expected.toArray()));

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = as("CHAIR", VKSTC).get(LIST + "&limit=2" + next).jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
            created(form(VKSTC_01), VKSTC);
            assertTrue(seen.size() < 50, "paging does not end");
        }
        assertEquals(seen.size(), new HashSet<>(seen).size(), "a campaign was shown twice");
        assertEquals(expected, seen);
    }

    @Test
    void finds_a_part_of_name_or_theme_without_diacritics() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        Map<String, @Nullable Object> form = form(VKSTC, "name", "Nét đẹp Kiểm sát nhân dân " + mark);
        form.put("theme", "Đoàn kết 100% trách nhiệm " + mark);
        String id = created(form, VKSTC);
        for (String text : List.of("NET DEP kiem sat nhan dan " + mark, "đoàn kết 100% trách nhiệm " + mark, mark)) {
            as("CHAIR", VKSTC)
                    .queryParam("q", text)
                    .get(CAMPAIGNS)
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
        for (String text : List.of("100_ trach nhiem " + mark, "%" + mark, "_" + mark, "\\" + mark)) {
            as("CHAIR", VKSTC)
                    .queryParam("q", text)
                    .get(CAMPAIGNS)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
    }

    @Test
    void shows_campaigns_in_one_status() {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        String draft = created(form(VKSTC, "name", "Thi đua " + mark), VKSTC);
        String launched = CampaignRequests.launched(form(VKSTC, "name", "Thi đua " + mark), VKSTC);
        for (var expected : Map.of("DRAFT", draft, "LAUNCHED", launched).entrySet()) {
            as("CHAIR", VKSTC)
                    .get(CAMPAIGNS + "?q=" + mark + "&status=" + expected.getKey())
                    .then()
                    .body("items.id", contains(expected.getValue()))
                    .body("items.status", contains(expected.getKey()));
        }
        as("CHAIR", VKSTC)
                .get(CAMPAIGNS + "?q=" + mark + "&status=CLOSED")
                .then()
                .body("items.size()", equalTo(0));
    }
}
