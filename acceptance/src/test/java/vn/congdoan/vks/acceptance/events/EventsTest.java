package vn.congdoan.vks.acceptance.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.congdoan.vks.acceptance.api.Answer;
import vn.congdoan.vks.acceptance.api.Call;
import vn.congdoan.vks.acceptance.api.Json;
import vn.congdoan.vks.acceptance.system.LocalSystem;
import vn.congdoan.vks.acceptance.system.SystemUnderTest;
import vn.congdoan.vks.acceptance.world.Forms;
import vn.congdoan.vks.acceptance.world.Made;
import vn.congdoan.vks.acceptance.world.Union;
import vn.congdoan.vks.acceptance.world.World;
import vn.congdoan.vks.local.stack.Waiting;

/// The three services as one system: what one knows the others know soon, through Kafka.
@ExtendWith(SystemUnderTest.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(80)
class EventsTest {

    private static final Duration BELIEVED = Duration.ofSeconds(5);

    private final World world;
    private final Union own;
    private final Databases databases;
    private final Flow flow;

    EventsTest(World world, LocalSystem system) {
        this.world = world;
        this.own = world.own();
        this.databases = new Databases(system);
        this.flow = new Flow(world, system);
    }

    @Test
    @Order(1)
    void a_member_commits_and_contributes_as_soon_as_admitted() {
        String campaign = flow.launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        for (int member = 0; member < 5; member++) {
            String admitted = flow.admitted();
            flow.commit(campaign, admitted).require(201);
            flow.contribute(fund, admitted, 50_000).require(201);
        }
        Answer balance = world.gateway()
                .send(Call.get("/api/v1/funds/" + fund), own.holder("CHAIR").token());
        assertEquals(250_000, balance.require(200).json().path("balance").asLong());
    }

    @Test
    @Order(2)
    void somebody_unknown_or_of_another_union_neither_commits_nor_contributes() {
        String campaign = flow.launchedCampaign();
        String fund = own.records().fund(own.id()).id();
        String stranger =
                world.sibling().records().member(world.sibling().group()).id();
        for (String member : List.of(stranger, UUID.randomUUID().toString())) {
            for (Answer answer : List.of(flow.commit(campaign, member), flow.contribute(fund, member, 1_000))) {
                assertEquals(
                        "unknown-member",
                        answer.require(422).json().at("/errors/0/code").asText());
            }
        }
    }

    @Test
    @Order(3)
    void every_service_comes_to_know_every_record() {
        flow.awaitAgreement();
        assertEquals(List.of(), databases.disorderInLogs());
    }

    @Test
    @Order(4)
    void an_ended_assignment_works_no_longer_than_five_seconds() {
        var account = world.account("leaving");
        world.grant(account, "ACCOUNTANT", own.id(), own.holder("ADMIN"));
        String fund = own.records().fund(own.id()).id();
        assertTrue(Waiting.until(
                () -> flow.contribute(fund, null, 1_000, account.token()).status() == 201, Flow.PATIENCE));
        Answer list = world.gateway()
                .send(
                        Call.get("/api/v1/assignments?subject=" + account.subject()),
                        own.holder("ADMIN").token());
        String assignment = list.require(200).json().at("/items/0/id").asText();
        world.gateway()
                .send(
                        Call.of("POST", "/api/v1/assignments/" + assignment + "/end", Map.of())
                                .with("If-Match", "*"),
                        own.holder("ADMIN").token())
                .require(200);
        assertTrue(Waiting.until(
                () -> flow.contribute(fund, null, 1_000, account.token()).status() == 403, BELIEVED));
    }

    @Test
    @Order(5)
    void an_erased_name_is_forgotten_by_every_service_and_every_log() {
        Made former = own.records().formerMember(own.group());
        String name = former.json().path("fullName").asText();
        flow.awaitAgreement();
        assertEquals(List.of(name, name), namesOf(former));
        ObjectNode form = Json.object();
        form.set("decision", Forms.decision());

        world.gateway()
                .send(
                        Call.of("POST", "/api/v1/members/" + former.id() + "/erase", form)
                                .with("If-Match", former.etag()),
                        own.holder("CHAIR").token())
                .require(200);

        assertTrue(Waiting.until(
                () -> namesOf(former).stream().allMatch(each -> each.startsWith("Người đã xóa dữ liệu")),
                Flow.PATIENCE));
        for (String log : List.of("change", "change_pending")) {
            assertEquals(
                    "0",
                    databases.one(
                            "membership",
                            "select count(*) from " + log + " where state ->> 'fullName' = '" + name + "'"),
                    log);
        }
    }

    /// What the other services call a member.
    private List<String> namesOf(Made member) {
        return Stream.of("campaign", "welfare")
                .map(service -> databases.one(
                        service, "select full_name from directory_member where member_id = '" + member.id() + "'"))
                .toList();
    }
}
