package vn.congdoan.vks.campaign;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.CAMPAIGNS;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.as;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.created;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.form;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.launched;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.over;
import static vn.congdoan.vks.campaign.campaign.CampaignRequests.target;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofMember;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.ofUnit;
import static vn.congdoan.vks.campaign.commitment.CommitmentRequests.post;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.join;
import static vn.congdoan.vks.campaign.participation.ParticipationRequests.send;
import static vn.congdoan.vks.platform.testing.Organization.NAN;
import static vn.congdoan.vks.platform.testing.Organization.NAN_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG;
import static vn.congdoan.vks.platform.testing.Organization.QNG_01;
import static vn.congdoan.vks.platform.testing.Organization.QNG_02;
import static vn.congdoan.vks.platform.testing.Organization.VKSTC;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.congdoan.vks.campaign.campaign.CampaignState;
import vn.congdoan.vks.campaign.commitment.CommitmentState;
import vn.congdoan.vks.campaign.participation.ParticipationState;
import vn.congdoan.vks.platform.change.AggregateType;
import vn.congdoan.vks.platform.handover.MovingContract;
import vn.congdoan.vks.platform.sync.Replica;
import vn.congdoan.vks.platform.testing.LocalStack;
import vn.congdoan.vks.platform.testing.Organization;
import vn.congdoan.vks.platform.testing.PlayedMembership;
import vn.congdoan.vks.platform.testing.ReplicaContract;

/// Records of other nodes are kept here as their homes tell them.
@QuarkusTest
@QuarkusTestResource(LocalStack.class)
@QuarkusTestResource(PlayedMembership.class)
class ReplicasTest {

    @Inject
    @Any
    Instance<Replica> replicas;

    @Test
    void every_table_moves_with_a_union_or_stays_for_a_reason() {
        MovingContract.everyTableMovesOrStaysForAReason();
    }

    @Test
    void every_kind_of_record_has_a_replica() {
        ReplicaContract.everyKindHasAReplica();
    }

    @Test
    void what_is_logged_is_enough_to_keep_the_records_elsewhere() {
        created(form(QNG), QNG);
        created(whole(NAN), NAN);
        created(form(QNG_01, "scopeUnitIds", List.of(QNG_01.id())), QNG);
        over(QNG, QNG);
        String campaign = launched(VKSTC, VKSTC);
        launched(whole(VKSTC), VKSTC);
        launched(QNG, QNG_01, QNG_02);
        join(as("OFFICER", NAN), campaign, NAN).then().statusCode(201);
        send(
                        as("OFFICER", QNG),
                        campaign,
                        Map.of(
                                "unitId",
                                QNG.id(),
                                "targets",
                                List.of(target("Buổi sinh hoạt", 4), target("Đoàn viên", new BigDecimal("99.125")))))
                .then()
                .statusCode(201);
        make(QNG, ofMember(campaign, QNG_01.member()));
        make(NAN, ofMember(campaign, NAN_01.member()));
        make(QNG, ofUnit(campaign, QNG_02));
        Map<String, Object> standing = ofUnit(campaign, NAN_01);
        standing.remove("deadline");
        standing.put("text", "Không để đơn tồn đọng\nGiải quyết \"đúng hạn\"");
        make(NAN, standing);
        ReplicaContract.everythingLoggedIsKeptAlike(
                Map.of(CampaignState.TYPE, 7, ParticipationState.TYPE, 2, CommitmentState.TYPE, 4));
        MovingContract.whatMovesMakesTheRecordsWhole(Set.of());
    }

    @Test
    void targets_become_what_the_state_tells_and_the_search_finds_the_new_name() {
        String id = UUID.randomUUID().toString();
        String first = "{'id': '%s', 'name': 'A', 'unitOfMeasure': '%%', 'value': 1.5, 'direction': 'AT_LEAST'}"
                .formatted(UUID.randomUUID());
        String second = "{'id': '%s', 'name': 'B', 'unitOfMeasure': 'lần', 'value': 2, 'direction': 'AT_MOST'}"
                .formatted(UUID.randomUUID());
        apply(CampaignState.TYPE, id, campaign("Thi đua " + id, first + ", " + second));
        expectTargets(id, "A", "B");
        apply(CampaignState.TYPE, id, campaign("Phong trào HOÀ " + id, second + ", " + first));
        expectTargets(id, "B", "A");
        apply(CampaignState.TYPE, id, campaign("Phong trào HOÀ " + id, first.replace("'A'", "'C'")));
        expectTargets(id, "C");
        as("CHAIR", VKSTC)
                .queryParam("q", "phong trao hòa " + id)
                .get(CAMPAIGNS)
                .then()
                .body("items.id", equalTo(List.of(id)));
        withdraw(CampaignState.TYPE, id);
        as("CHAIR", VKSTC).get(CAMPAIGNS + "/" + id).then().statusCode(404);
    }

    @Test
    void a_commitment_of_a_member_elsewhere_is_shown_without_words_even_to_those_who_might_read_them() {
        String id = UUID.randomUUID().toString();
        apply(CommitmentState.TYPE, id, """
                {'id': '%s', 'campaignId': '%s', 'memberId': '%s', 'unitId': '%s', 'registeredOn': '2024-02-14'}
                """.formatted(id, launched(VKSTC, VKSTC), QNG_01.member(), QNG_01.id()));
        for (var reader : List.of(as("OFFICER", QNG), as("CHAIR", VKSTC))) {
            reader.get("/api/v1/commitments/" + id)
                    .then()
                    .statusCode(200)
                    .body("memberId", equalTo(QNG_01.member().toString()))
                    .body("text", nullValue());
        }
        as("OFFICER", QNG).get("/api/v1/commitments?limit=200").then().body("items.id", hasItem(id));
        withdraw(CommitmentState.TYPE, id);
        as("CHAIR", VKSTC).get("/api/v1/commitments/" + id).then().statusCode(404);
    }

    private static Map<String, @Nullable Object> whole(Organization owner) {
        Map<String, @Nullable Object> form = form(owner, "scopeUnitIds", List.of(owner.id()));
        form.put("kind", "MOBILIZATION");
        form.put("theme", "Đoàn kết, kỷ cương");
        form.put("legalBasis", "Chỉ thị 05-CT/TW");
        form.put("endsOn", "2031-12-31");
        form.put("targets", List.of(target("Đơn đúng hạn", 10), target("Tỷ lệ", new BigDecimal("99.5"))));
        return form;
    }

    private static void make(Organization officers, Map<String, Object> form) {
        post(as("OFFICER", officers), form).then().statusCode(201);
    }

    /// As it was published before it told when it was recorded.
    private static String campaign(String name, String targets) {
        return """
                {'unitId': '%1$s', 'kind': 'MOVEMENT', 'status': 'LAUNCHED', 'name': '%2$s', 'startsOn': '2024-01-01',
                 'scopeUnitIds': ['%1$s'], 'targets': [%3$s], 'launchedOn': '2024-01-02'}
                """.formatted(QNG.id(), name, targets);
    }

    private static void expectTargets(String campaign, String... names) {
        as("CHAIR", VKSTC)
                .get(CAMPAIGNS + "/" + campaign)
                .then()
                .statusCode(200)
                .body("targets.name", equalTo(List.of(names)));
    }

    private void apply(AggregateType type, String id, String state) {
        String taken = "[{'id': '%s', 'version': 0, 'owner': '%s', 'recorded': '2024-03-01T00:00:00Z', 'state': %s}]"
                .formatted(id, QNG.id(), state)
                .replace('\'', '"');
        QuarkusTransaction.requiringNew().run(() -> replica(type).apply(taken));
    }

    private void withdraw(AggregateType type, String id) {
        QuarkusTransaction.requiringNew().run(() -> replica(type).withdraw(new UUID[] {UUID.fromString(id)}));
    }

    private Replica replica(AggregateType type) {
        return replicas.stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
