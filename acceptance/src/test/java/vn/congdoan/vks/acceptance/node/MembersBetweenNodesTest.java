package vn.congdoan.vks.acceptance.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.events.Databases;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.realm.DemoLogins;
import vn.congdoan.vks.local.stack.Waiting;

/// Members go from a union at one node to a union at another one.
@ExtendWith({SystemUnderTest.class, ProvinceUnderTest.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(92)
class MembersBetweenNodesTest {

    private final World world;
    private final LocalSystem central;
    private final Province province;

    MembersBetweenNodesTest(World world, LocalSystem central, Province province) {
        this.world = world;
        this.central = central;
        this.province = province;
    }

    /// Each way: the request, the answer and the member travel by the feeds, and whoever has the member has everything.
    @Test
    void members_go_to_a_union_of_the_other_node_with_everything() {
        province.requireAtHome();
        UnionAtWork here = province.atWork();
        Union own = world.own();
        UnionAtWork there = new UnionAtWork(world.gateway(), own.holder("OFFICER"), own.holder("CHAIR"), own.id());
        String leaving = here.enrolledWithPhone();
        String coming = there.enrolledWithPhone();

        transferred(here, there, leaving);
        transferred(there, here, coming);

        province.awaitAgreement();
        assertEquals(List.of(), province.setAside());
        for (String member : List.of(leaving, coming)) {
            for (LocalSystem each : List.of(central, province.node())) {
                assertEquals(List.of("1"), new Databases(each).rows("membership", """
                                select count(*) from placement
                                where valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date and member_id = '%s'
                                """.formatted(member)));
            }
        }
        String statistics = "/api/v1/units/" + province.union() + "/statistics";
        Answer atCentral = world.gateway()
                .send(
                        Call.get(statistics),
                        world.demo(DemoLogins.TRUNGUONG_QUANTRI).token())
                .require(200);
        assertEquals(here.get(statistics).at("/own/members"), atCentral.json().at("/own/members"));
        assertEquals(0, province.compared("membership").path("differences").asInt());
    }

    private static void transferred(UnionAtWork from, UnionAtWork to, String member) {
        String path = "/api/v1/transfers/"
                + UnionAtWork.made(from.api(), from.officer(), "/api/v1/transfers", Forms.transfer(member, to.id()))
                        .path("id")
                        .asText();
        Call read = Call.get(path);
        assertTrue(
                Waiting.until(() -> to.api().send(read, to.chair().token()).status() == 200, Province.PATIENCE),
                "the request did not arrive");
        Answer introduced = to.api().send(read, to.chair().token()).require(200);
        assertEquals(from.get(path).path("member"), introduced.json().path("member"));
        to.api()
                .send(
                        Call.of("POST", path + "/accept", Forms.acceptance(to.id()))
                                .with("If-Match", introduced.header("ETag")),
                        to.chair().token())
                .require(202);
        for (UnionAtWork each : List.of(from, to)) {
            assertTrue(
                    Waiting.until(() -> each.get(path).at("/answer/takenAt").isTextual(), Province.PATIENCE),
                    "the member did not arrive");
        }
        assertEquals(
                UnionAtWork.PHONE,
                to.read(member).require(200).json().path("phone").asText());
        from.read(member).require(404);
    }
}
