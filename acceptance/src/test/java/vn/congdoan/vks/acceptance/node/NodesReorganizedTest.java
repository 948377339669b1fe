package vn.congdoan.vks.acceptance.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.events.Databases;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// The central union reorganizes unions of which one has a node of its own.
@ExtendWith({SystemUnderTest.class, ProvinceUnderTest.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(93)
class NodesReorganizedTest {

    /// How much a province does while it is offline.
    private static final int BACKLOG = Integer.getInteger("backlog", 1_000);

    private static final int MOST_AT_ONCE = 1_000;

    private final World world;
    private final LocalSystem central;
    private final Province province;

    NodesReorganizedTest(World world, LocalSystem central, Province province) {
        this.world = world;
        this.central = central;
        this.province = province;
    }

    /// Offline it goes on working, while another union is put into it, it gets another name, and everybody is
    /// called to a campaign.
    @Test
    @Order(1)
    void a_province_comes_back_with_its_own_changes_after_central_has_reorganized_and_launched_a_campaign() {
        province.requireAtHome();
        CentralReorganizes decisions = new CentralReorganizes(world);
        Union absorbed = world.anotherUnion();
        String coming = new UnionAtWork(
                        world.gateway(), absorbed.holder("OFFICER"), absorbed.holder("CHAIR"), absorbed.id())
                .enrolledWithPhone();
        province.awaitAgreement();

        province.link("cut");
        assertEquals(
                "APPLIED",
                decisions
                        .merge(absorbed.id(), province.union())
                        .json()
                        .path("status")
                        .asText());
        String name = "Công đoàn đổi tên " + Forms.word();
        decisions.rename(province.union(), name);
        String campaign = UnionAtWork.made(
                        world.gateway(),
                        world.demo(DemoLogins.TRUNGUONG_CANBO),
                        "/api/v1/campaigns",
                        Forms.campaign(world.central()))
                .path("id")
                .asText();
        launch(campaign);
        UnionAtWork.made(province.api(), province.officer(), "/api/v1/campaigns", Forms.campaign(province.union()));
        UnionAtWork.made(province.api(), province.accountant(), "/api/v1/funds", Forms.fund(province.union()));
        for (int enrolled = 0; enrolled < BACKLOG; enrolled += MOST_AT_ONCE) {
            province.atWork().enrolled(Math.min(MOST_AT_ONCE, BACKLOG - enrolled));
        }

        province.link("heal");
        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
        JsonNode there = province.atWork().read(coming).require(200).json();
        assertEquals(UnionAtWork.PHONE, there.path("phone").asText());
        assertEquals(province.union(), there.at("/unit/id").asText());
        assertTrue(
                Waiting.until(
                        () -> new Databases(central)
                                .rows(
                                        "membership",
                                        "select member_id from person_key where member_id = '%s'".formatted(coming))
                                .isEmpty(),
                        Province.PATIENCE),
                "central keeps the key of somebody who has gone");
        assertEquals(
                name,
                province.atWork()
                        .get("/api/v1/units/" + province.union())
                        .path("name")
                        .asText());
        province.atWork().get("/api/v1/campaigns/" + campaign);
        province.awaitEqualDigests();
    }

    private void launch(String campaign) {
        Call read = Call.get("/api/v1/campaigns/" + campaign);
        String chair = world.demo(DemoLogins.TRUNGUONG_CHUTICH).token();
        world.gateway()
                .send(
                        Call.of("POST", "/api/v1/campaigns/" + campaign + "/launch", Json.object())
                                .with(
                                        "If-Match",
                                        world.gateway()
                                                .send(read, chair)
                                                .require(200)
                                                .header("ETag")),
                        chair)
                .require(200);
    }

    /// The last of all: the province's union ends.
    @Test
    @Order(2)
    void a_union_with_a_node_goes_into_a_new_one_once_its_node_has_done_its_part() {
        province.requireAtHome();
        CentralReorganizes decisions = new CentralReorganizes(world);
        String member = province.atWork().enrolledWithPhone();
        province.awaitAgreement();
        List<String> members = new Databases(province.node())
                .rows(
                        "membership",
                        "select member_id from member where owner_union_id = '%s'".formatted(province.union()));

        province.link("cut");
        ObjectNode founded = Forms.unit("PROVINCIAL_UNION", world.central()).put("id", Forms.id());
        founded.remove("validFrom");
        Answer begun = decisions.found(province.union(), founded);
        // So many members are not carried over while somebody waits.
        assertEquals(
                "qng", decisions.await(begun, "UNDER_WAY").at("/homes/0/node").asText());
        String late = province.atWork().enrolled(1).getFirst();
        province.link("heal");
        JsonNode done = decisions.await(begun, "APPLIED");

        assertEquals("DONE", done.at("/homes/0/status").asText());
        String successor = founded.path("id").asText();
        List<String> there = new Databases(central)
                .rows("membership", "select member_id from member where owner_union_id = '%s'".formatted(successor));
        assertEquals(members.size() + 1, there.size());
        assertTrue(there.contains(late), "enrolled while central had decided already, and lost");
        assertTrue(
                Waiting.until(
                        () -> new Databases(province.node())
                                .rows("membership", """
                                        select member_id from member join person_key using (member_id)
                                        where owner_union_id = '%s'
                                        """.formatted(successor))
                                .isEmpty(),
                        Province.PATIENCE),
                "the node keeps the keys of those who have gone");
        assertEquals(
                List.of(member),
                new Databases(central)
                        .rows(
                                "membership",
                                "select member_id from person_key where member_id = '%s'".formatted(member)));
        assertEquals(List.of(), province.setAside());
    }
}
